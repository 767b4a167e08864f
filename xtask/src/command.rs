//! Starts other programs and says aloud what is started.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

use crate::{Outcome, files};

/// Runs cargo in the root of the workspace.
pub(crate) fn cargo(arguments: &[&str], environment: &[(&str, &str)]) -> Outcome {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_string());
    run(&cargo, "cargo", arguments, environment)
}

/// Runs rustup in the root of the workspace, where `rust-toolchain.toml` says which toolchain is meant.
pub(crate) fn rustup(arguments: &[&str]) -> Outcome {
    run("rustup", "rustup", arguments, &[])
}

fn run(program: &str, name: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Outcome {
    println!("» {name} {}", arguments.join(" "));
    let status = Command::new(program)
        .args(arguments)
        .envs(environment.iter().copied())
        .current_dir(files::root())
        .status()
        .map_err(|error| format!("{name} cannot be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{name} {}` failed", arguments.join(" "))) }
}

/// Runs a program in a folder, shows what it prints while it runs, and returns that.
pub(crate) fn shown(folder: &Path, program: &str, arguments: &[&str]) -> Result<String, String> {
    println!("» {program} {}", arguments.join(" "));
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        // Cargo names its own folders there, with libraries that are not the ones in our packages.
        .env_remove("LD_LIBRARY_PATH")
        .env_remove("DYLD_FALLBACK_LIBRARY_PATH")
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{program} cannot be started: {error}"))?;
    let mut printed = String::new();
    for line in child.stdout.take().map(|output| BufReader::new(output).lines()).into_iter().flatten() {
        let line = line.map_err(|error| format!("what {program} prints cannot be read: {error}"))?;
        println!("{line}");
        printed.push_str(&line);
        printed.push('\n');
    }
    let status = child.wait().map_err(|error| format!("{program} does not end: {error}"))?;
    if status.success() { Ok(printed) } else { Err(format!("`{program} {}` failed", arguments.join(" "))) }
}
