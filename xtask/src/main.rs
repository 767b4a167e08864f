//! The automation of the workspace: `cargo xtask generate`, `check`, `test` and what they are made of.

mod files;
mod generate;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// What a task returns: nothing, or what went wrong in words.
type Outcome = Result<(), String>;

#[derive(Parser)]
#[command(about = "The automation of the palermo workspace")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Write every derived file anew.
    Generate,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Generate => generate::generate(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}
