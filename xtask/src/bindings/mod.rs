//! Packs every binding as users get it, installs it into an empty project, and runs the vectors there.

mod kotlin;
mod native_library;
mod npm;
mod python;
mod readme;
mod report;
mod table;
mod tools;
mod verify;
mod wasm;

use std::path::{Path, PathBuf};

pub(crate) use self::report::Measured;
use crate::{Outcome, files, vectors};

/// A runtime that the bindings are tested in.
struct Runtime {
    /// The name by which it is asked for on the command line.
    name: &'static str,
    /// Builds, packs, installs and tests; it works in the folder that it is given.
    test: fn(&Path) -> Result<Vec<Measured>, String>,
}

const RUNTIMES: [Runtime; 5] = [
    Runtime { name: "node", test: npm::node },
    Runtime { name: "chromium", test: npm::chromium },
    Runtime { name: "python", test: python::test },
    Runtime { name: "kotlin", test: kotlin::test },
    Runtime { name: "verify", test: verify::test },
];

/// A package that users get.
struct Package {
    /// The name by which it is asked for on the command line.
    name: &'static str,
    /// Builds it and returns where it is.
    pack: fn() -> Result<PathBuf, String>,
}

const PACKAGES: [Package; 3] = [
    Package { name: "npm", pack: npm::package },
    Package { name: "python", pack: python::package },
    Package { name: "kotlin", pack: kotlin::package },
];

/// Builds the packages that are named, or all of them, for the platform that this runs on, and says where they are.
pub(crate) fn pack(names: &[String]) -> Outcome {
    known(names, &PACKAGES.map(|package| package.name), "package")?;
    for package in PACKAGES.iter().filter(|package| names.is_empty() || names.iter().any(|name| name == package.name)) {
        let path = (package.pack)()?;
        println!("{}: {}", package.name, files::shown(&path));
    }
    Ok(())
}

/// Refuses a name that nothing has.
fn known(names: &[String], all: &[&str], what: &str) -> Outcome {
    match names.iter().find(|name| !all.contains(&name.as_str())) {
        Some(unknown) => Err(format!("there is no {what} `{unknown}`; there are {}", all.join(", "))),
        None => Ok(()),
    }
}

/// Tests the bindings that are named, or all of them, and prints the table; `readme` also writes it into `README.md`.
pub(crate) fn test(names: &[String], readme: bool) -> Outcome {
    known(names, &RUNTIMES.map(|runtime| runtime.name), "runtime")?;
    let asked = |runtime: &&Runtime| names.is_empty() || names.iter().any(|name| name == runtime.name);
    let vectors = vectors::count()?;
    let (mut measured, mut failed) = (Vec::new(), Vec::new());
    for runtime in RUNTIMES.iter().filter(asked) {
        println!("» bindings: {}", runtime.name);
        match (runtime.test)(&work_folder(runtime.name)) {
            Ok(rows) => {
                failed.extend(rows.iter().flat_map(|row| row.wrong(vectors)));
                measured.extend(rows);
            }
            // The others are tested all the same, so that one run shows everything.
            Err(reason) => failed.push(format!("{}: {reason}", runtime.name)),
        }
    }
    table::print(&measured, readme)?;
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}

/// Where the packages of a runtime are built and tried; it outlives a run, so that what was downloaded is kept.
fn work_folder(name: &str) -> PathBuf {
    files::root().join("target/bindings").join(name)
}
