//! The package in Node, by `import` and by `require`.

use std::path::Path;

use super::{build, project, types, wasm};
use crate::{
    Outcome,
    bindings::{Measured, report},
    command::shown,
    files,
};

/// Tests the package in Node, and its types from the outside.
pub(crate) fn test(folder: &Path) -> Result<Vec<Measured>, String> {
    let tarball = super::package()?;
    let project = project::make(folder, &tarball, "node")?;
    project::material(&project)?;
    panicking(&project)?;
    types::test(folder, &tarball)?;
    let mut measured = Vec::new();
    for way in ["import", "require"] {
        let printed = shown(&project, "node", &["--test-reporter=spec", "node/run.mjs", way])?;
        measured.push(project::with_package(report::in_output(&printed)?, &tarball)?);
    }
    Ok(measured)
}

/// Puts a copy of the package with a function that panics into the project.
fn panicking(project: &Path) -> Outcome {
    let copy = project.join("palermo-panics");
    wasm::build(&copy.join("wasm"), true)?;
    build::copy(&build::sources().join("src"), &copy.join("src"))?;
    build::copy(&build::sources().join("test/panic"), &copy.join("panic"))?;
    files::write(&copy.join("package.json"), b"{ \"type\": \"commonjs\" }\n")?;
    build::bundle(&copy, &["panic/panic.ts", "--format=cjs", "--platform=node", "--external:*.cjs", "--outfile=node/node.js"])
}
