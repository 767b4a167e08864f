//! Starts other programs and says aloud what is started.

use std::process::Command;

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
