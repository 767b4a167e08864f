//! The benchmarks, and the table of them that `README.md` shows.

mod ndjson;
mod table;

use std::{path::PathBuf, process::Command};

use crate::{Outcome, command::cargo, files};

/// The version of the runner that counts instructions; the one that `tests` is built against.
const RUNNER: &str = "0.20.0";

/// Runs every benchmark and writes the table.
pub(crate) fn bench() -> Outcome {
    cargo(&["bench", "--package", "palermo-tests", "--bench", "decide", "--bench", "prove"], &[])?;
    let streams = ndjson::measure()?;
    let counted = instructions()?;
    table::write(&streams, counted)
}

/// Counts instructions where valgrind is there; says so where it is not.
fn instructions() -> Result<bool, String> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("SKIPPED: instructions are not counted, valgrind is not installed");
        return Ok(false);
    }
    let tools = files::root().join("target/tools");
    let runner: PathBuf = tools.join("bin/gungraun-runner");
    if !runner.exists() {
        let root = tools.display().to_string();
        cargo(&["install", "gungraun-runner", "--version", RUNNER, "--root", &root], &[])?;
    }
    let runner = runner.display().to_string();
    cargo(
        &["bench", "--package", "palermo-tests", "--bench", "instructions", "--", "--save-summary=json"],
        &[("GUNGRAUN_RUNNER", &runner)],
    )?;
    Ok(true)
}
