//! The shared library behind Kotlin, Python and every further language of UniFFI: building it, and generating from it.
//!
//! What is generated is never committed: it is made from the very library that is packed beside it, so it cannot be of another
//! version.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

use super::work_folder;
use crate::{Outcome, files, shipped};

/// The profile of the library that is shipped.
pub(crate) const PROFILE: &str = "ffi";

/// A build of the library.
#[derive(Clone, Copy)]
pub(crate) enum Build {
    /// The one that is packed.
    Shipped,
    /// One with a function that panics, for the tests of what a caller sees then.
    Panicking,
}

/// Builds the library and puts it into a folder of its own, where no other build overwrites it.
pub(crate) fn library(build: Build) -> Result<PathBuf, String> {
    let (name, features): (_, &[&str]) = match build {
        Build::Shipped => ("shipped", &[]),
        Build::Panicking => ("panicking", &["--features", "panic-inside"]),
    };
    let arguments = [&["--package", "palermo-ffi", "--profile", PROFILE, "--lib"], features].concat();
    let built = built(&arguments, |artifact| {
        let kinds = artifact.pointer("/target/kind").and_then(Value::as_array)?;
        kinds.iter().any(|kind| kind == "cdylib").then_some(())?;
        let files = artifact.get("filenames").and_then(Value::as_array)?;
        let shared =
            |path: &&str| ["so", "dylib", "dll"].iter().any(|end| Path::new(path).extension().is_some_and(|e| e == *end));
        files.iter().filter_map(Value::as_str).find(shared)
    })?;
    let file = built.file_name().ok_or("the library has no name")?;
    let copy = work_folder("native").join(name).join(file);
    files::write(&copy, &files::read(&built)?)?;
    Ok(copy)
}

/// Builds the generator, where it is not built yet: it takes minutes the first time.
pub(crate) fn generator() -> Result<PathBuf, String> {
    built(&["--package", "palermo-bindgen"], |artifact| artifact.get("executable").and_then(Value::as_str))
}

/// Writes the binding of a language, as `uniffi-bindgen` calls it, into a folder that it empties first.
pub(crate) fn generate(library: &Path, language: &str, folder: &Path) -> Outcome {
    files::remove_folder(folder)?;
    println!("» generate {language} from {}", files::shown(library));
    let done = Command::new(generator()?)
        .arg("generate")
        .arg(library)
        .args(["--language", language, "--no-format", "--out-dir"])
        .arg(folder)
        // It asks cargo for the settings in `uniffi.toml`.
        .current_dir(files::root())
        .stdout(Stdio::null())
        .status()
        .map_err(|error| format!("the generator of the bindings cannot be started: {error}"))?;
    if done.success() { Ok(()) } else { Err(format!("the {language} binding cannot be generated")) }
}

/// Microseconds for a decision from and to JSON text in Rust itself, in this run: what the languages are measured against.
pub(crate) fn native_microseconds() -> Result<f64, String> {
    let example = ["--package", "palermo-ffi", "--profile", PROFILE, "--example", "native_baseline"];
    let program = built(&example, |artifact| artifact.get("executable").and_then(Value::as_str))?;
    let output = Command::new(program)
        .arg(files::root().join("tests/benches/records"))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("the measurement in Rust cannot be started: {error}"))?;
    let printed = String::from_utf8_lossy(&output.stdout);
    let time = printed.trim().parse().map_err(|_| "the measurement in Rust gave no number".to_string())?;
    println!("  a decision in Rust itself: {time:.1} µs");
    Ok(time)
}

/// Builds with cargo, and finds the file that an artifact of it is.
fn built(arguments: &[&str], file: impl Fn(&Value) -> Option<&str>) -> Result<PathBuf, String> {
    println!("» cargo build {}", arguments.join(" "));
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_string());
    let mut command = Command::new(cargo);
    if arguments.contains(&PROFILE) {
        command.env(shipped::FLAGS, shipped::flags());
    }
    let output = command
        .args(["build", "--quiet", "--message-format", "json-render-diagnostics"])
        .args(arguments)
        .current_dir(files::root())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo cannot be started: {error}"))?;
    if !output.status.success() {
        return Err(format!("`cargo build {}` failed", arguments.join(" ")));
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    // The last artifact is what was asked for; those before it are what it depends on.
    let artifacts = messages.lines().rev().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let found = artifacts
        .filter(|message| message["reason"] == "compiler-artifact")
        .find_map(|artifact| file(&artifact).map(PathBuf::from));
    found.ok_or_else(|| format!("`cargo build {}` made no such file", arguments.join(" ")))
}
