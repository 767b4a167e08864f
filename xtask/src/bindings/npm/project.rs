//! An empty project that installs the packed tarball, as a user's does.

use std::path::{Path, PathBuf};

use super::build::sources;
use crate::{Outcome, command::shown, files};

/// Makes a project in a folder: the package installed, and a folder of our tests in it.
pub(super) fn make(folder: &Path, tarball: &Path, tests: &str) -> Result<PathBuf, String> {
    let project = folder.join("project");
    files::remove_folder(&project)?;
    files::write(&project.join("package.json"), b"{ \"private\": true }\n")?;
    let tarball = tarball.display().to_string();
    shown(&project, "npm", &["install", "--ignore-scripts", "--no-audit", "--no-fund", "--offline", &tarball])?;
    for from in ["shared", tests] {
        files::copy_folder(&sources().join("test").join(from), &project.join(from))?;
    }
    Ok(project)
}

/// Gives the tests what they need of the workspace: vectors, records to measure with, and a rule set to load.
pub(super) fn material(project: &Path) -> Outcome {
    let root = files::root();
    files::copy_folder(&root.join("tests/vectors"), &project.join("vectors"))?;
    files::copy_folder(&root.join("tests/benches/records"), &project.join("records"))
}
