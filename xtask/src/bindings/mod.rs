//! Packs every binding as users get it, installs it into an empty project, and runs the vectors there.

mod native_library;
mod npm;
mod report;
mod table;

use std::path::{Path, PathBuf};

pub(crate) use self::report::Measured;
use crate::{Outcome, files};

/// A runtime that the bindings are tested in.
struct Runtime {
    /// The name by which it is asked for on the command line.
    name: &'static str,
    /// Builds, packs, installs and tests; it works in the folder that it is given.
    test: fn(&Path) -> Result<Vec<Measured>, String>,
}

const RUNTIMES: [Runtime; 2] = [Runtime { name: "node", test: npm::node }, Runtime { name: "chromium", test: npm::chromium }];

/// Tests the bindings that are named, or all of them, and prints the table; `readme` also writes it into `README.md`.
pub(crate) fn test(names: &[String], readme: bool) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| RUNTIMES.iter().all(|runtime| runtime.name != name.as_str())) {
        let known: Vec<&str> = RUNTIMES.iter().map(|runtime| runtime.name).collect();
        return Err(format!("there is no runtime `{unknown}`; there are {}", known.join(", ")));
    }
    let asked = |runtime: &&Runtime| names.is_empty() || names.iter().any(|name| name == runtime.name);
    let (mut measured, mut failed) = (Vec::new(), Vec::new());
    for runtime in RUNTIMES.iter().filter(asked) {
        println!("» bindings: {}", runtime.name);
        match (runtime.test)(&work_folder(runtime.name)) {
            Ok(rows) => measured.extend(rows),
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
