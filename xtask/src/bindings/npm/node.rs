//! The package in Node, by `import` and by `require`.

use std::path::Path;

use super::{build, project, types};
use crate::{
    bindings::{Measured, readme, report},
    command::shown,
    files,
};

/// Tests the package in Node, and its types from the outside.
pub(crate) fn test(folder: &Path) -> Result<Vec<Measured>, String> {
    let tarball = super::package()?;
    let project = project::make(folder, &tarball, "node")?;
    project::material(&project)?;
    build::panicking(&project)?;
    types::test(folder, &tarball)?;
    files::write(&project.join("readme.mjs"), readme::block("In JavaScript", "js")?.as_bytes())?;
    let printed = shown(&project, "node", &["readme.mjs"])?;
    if !printed.starts_with("presumed: ") {
        return Err("the lines of README.md print something else".to_string());
    }
    let mut measured = Vec::new();
    for way in ["import", "require"] {
        let printed = shown(&project, "node", &["--test-reporter=spec", "node/run.mjs", way])?;
        measured.push(report::in_output(&printed)?.with_package("npm tarball", &tarball)?);
    }
    Ok(measured)
}
