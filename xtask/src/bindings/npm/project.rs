//! An empty project that installs the packed tarball, as a user's does.

use std::path::{Path, PathBuf};

use super::build::{copy, remove, sources};
use crate::{Outcome, bindings::Measured, command::shown, files};

/// Makes a project in a folder: the package installed, and a folder of our tests in it.
pub(super) fn make(folder: &Path, tarball: &Path, tests: &str) -> Result<PathBuf, String> {
    let project = folder.join("project");
    remove(&project)?;
    files::write(&project.join("package.json"), b"{ \"private\": true }\n")?;
    let tarball = tarball.display().to_string();
    shown(&project, "npm", &["install", "--ignore-scripts", "--no-audit", "--no-fund", "--offline", &tarball])?;
    for from in ["shared", tests] {
        copy(&sources().join("test").join(from), &project.join(from))?;
    }
    Ok(project)
}

/// Gives the tests what they need of the workspace: vectors, records to measure with, and a rule set to load.
pub(super) fn material(project: &Path) -> Outcome {
    let root = files::root();
    copy(&root.join("tests/vectors"), &project.join("vectors"))?;
    copy(&root.join("tests/benches/records"), &project.join("records"))
}

/// Adds to a report what only the task knows.
pub(super) fn with_package(mut measured: Measured, tarball: &Path) -> Result<Measured, String> {
    measured.package = "npm tarball".to_string();
    measured.package_bytes = std::fs::metadata(tarball).map_err(|error| format!("the tarball cannot be read: {error}"))?.len();
    Ok(measured)
}
