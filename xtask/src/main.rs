//! The automation of the workspace: `cargo xtask generate`, `check`, `test` and what they are made of.

mod bench;
mod bindings;
mod charter;
mod check;
mod command;
mod derived;
mod files;
mod generate;
mod publication;
mod publish;
mod published;
mod reviews;
mod rule_sets;
mod rulebook;
mod shipped;
mod source_index;
mod test;
mod tidy;
mod vectors;

use std::{path::PathBuf, process::ExitCode};

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
    /// Write every derived file anew: images, names, schemas, completions, man page.
    Generate,
    /// Fail when a derived file is stale or a published rule set changed; format, clippy, docs.
    Check,
    /// Check, then test everything: tests, doc tests, the wasm build, the packages.
    Test,
    /// Pack the bindings, install them into empty projects, run every vector there, and print what was measured.
    TestBindings {
        /// The runtimes to test; all of them where none is named.
        names: Vec<String>,
        /// Write the table into README.md as well.
        #[arg(long)]
        readme: bool,
    },
    /// Build the packages of the bindings, for this platform.
    Pack {
        /// The packages to build; all of them where none is named.
        names: Vec<String>,
    },
    /// Run the benchmarks and write the table in README.md.
    Bench,
    /// Publish rule sets and overlays whose version is new, and lock their digests.
    Publish {
        /// The rule sets and overlays to publish; all of them where none is named.
        names: Vec<String>,
    },
    /// Render the rulebook to `target/rulebook`; mdBook is installed below `target` where it is not there.
    Rulebook,
    /// Write the conformance vectors of `tests/vectors` anew.
    Vectors,
    /// Write the digests of the source index anew from the source document.
    SourceIndex {
        /// The folder that holds the document.
        folder: PathBuf,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Generate => generate::generate(),
        Task::Check => check::check(),
        Task::Test => test::test(),
        Task::TestBindings { names, readme } => bindings::test(&names, readme),
        Task::Pack { names } => bindings::pack(&names),
        Task::Bench => bench::bench(),
        Task::Publish { names } => publish::publish(&names).and_then(|()| generate::generate()),
        Task::Rulebook => rulebook::render(),
        Task::Vectors => vectors::write(),
        Task::SourceIndex { folder } => source_index::source_index(&folder),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}
