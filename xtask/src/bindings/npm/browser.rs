//! The package in a page, as it is and out of bundlers, in headless Chromium.

use std::path::Path;

use super::{build, bundlers, project};
use crate::{
    bindings::{Measured, readme, report, tools},
    command::shown,
    files,
};

/// Tests the package in a page that a server of the test's own serves.
pub(crate) fn test(folder: &Path) -> Result<Vec<Measured>, String> {
    let tarball = super::package()?;
    tools::bring("chromium", "chromium")?;
    let project = project::make(folder, &tarball, "browser")?;
    project::material(&project)?;
    build::panicking(&project)?;
    files::write(&project.join("readme.html"), readme::block("In JavaScript", "html")?.as_bytes())?;
    let bundled = folder.join("bundlers");
    bundlers::build(&bundled, &tarball)?;
    let bundled = bundled.display().to_string();
    let tools = build::folder().display().to_string();
    let chromium = tools::place("chromium")?;
    let printed = shown(&project, "node", &["browser/run.mjs", &tools, &chromium, &bundled])?;
    Ok(vec![report::in_output(&printed)?.with_package("npm tarball", &tarball)?])
}
