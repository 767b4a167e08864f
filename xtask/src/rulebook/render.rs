//! Renders the rulebook by mdBook, which is installed below `target` where it is not there.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use super::links;
use crate::{Outcome, command::cargo, files};

/// The version of mdBook with which the rulebook is rendered.
const VERSION: &str = "0.5.4";

/// Renders the rulebook to `target/rulebook`.
pub(crate) fn render() -> Outcome {
    let wrong = links::check()?;
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    let program = mdbook()?;
    println!("» mdbook build rulebook");
    let output = Command::new(&program).arg("build").arg(files::root().join("rulebook")).output();
    let output = output.map_err(|error| format!("mdBook cannot be started: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    // A warning is a page that a reader would not find, or would find broken.
    let warned = said.lines().any(|line| ["WARN", "ERROR"].iter().any(|word| line.trim_start().starts_with(word)));
    if warned || !output.status.success() {
        return Err(format!("mdBook does not render the rulebook as it stands:\n{}", said.trim_end()));
    }
    let index = files::root().join("target/rulebook/index.html");
    files::read(&index)?;
    println!("the rulebook is in {}", files::shown(&index));
    Ok(())
}

/// mdBook of our version, installed where it is not there yet.
fn mdbook() -> Result<PathBuf, String> {
    let root = files::root().join("target/tools");
    let program = root.join("bin").join(format!("mdbook{}", std::env::consts::EXE_SUFFIX));
    if is_ours(&program) {
        return Ok(program);
    }
    let place = root.display().to_string();
    // Without the server and what watches files: nothing here needs them, and they are most of what there is to compile.
    let features = ["--no-default-features", "--features", "search"];
    let arguments = [&["install", "--locked", "--root", &place, "--version", VERSION], &features[..], &["mdbook"]].concat();
    cargo(&arguments, &[]).map_err(|error| {
        format!("the rulebook is not rendered, because mdBook {VERSION} cannot be installed: {error}. Its pages can be read in rulebook/src")
    })?;
    if is_ours(&program) { Ok(program) } else { Err(format!("mdBook {VERSION} was installed and does not run")) }
}

fn is_ours(program: &Path) -> bool {
    let output = Command::new(program).arg("--version").output();
    output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).trim() == format!("mdbook v{VERSION}"))
}
