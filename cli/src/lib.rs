//! palermo on the command line.
//!
//! [`arguments`] says what can be asked for, [`commands`] does it, [`text`] puts what comes out in words for people. The
//! library part exists so that completions, the man page and the tests are made from the same commands as the program.

pub mod arguments;
pub mod charters;
pub mod commands;
pub mod decision_file;
pub mod failure;
pub mod input;
pub mod overlays;
pub mod replay;
pub mod rule_sets;
pub mod shipped;
pub mod stream;
pub mod subjects;
pub mod text;

use std::{io::Write, process::ExitCode};

use arguments::{Arguments, Command};
use failure::Failure;

/// How a command ended, where nothing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Done; where the command asks a question, the answer is yes.
    Yes,
    /// Done, and the answer is no: the record has errors, the bytes differ, a protection was lost.
    No,
    /// Done, as far as it could be: some of many records were invalid, each with an error object in its place; or the rule set is.
    Invalid,
    /// Done, and the answer is not known: a limit was reached before it was found.
    Undecided,
}

impl Answer {
    /// The exit code, as documented in `palermo --help`.
    #[must_use]
    pub fn exit_code(self) -> ExitCode {
        match self {
            Self::Yes => ExitCode::SUCCESS,
            Self::No => ExitCode::from(1),
            Self::Invalid => ExitCode::from(3),
            Self::Undecided => ExitCode::from(6),
        }
    }
}

/// Runs a command and writes what it says to `out`.
///
/// # Errors
///
/// What kept the command from being done, with an exit code of its own.
pub fn run(arguments: Arguments, out: &mut dyn Write) -> Result<Answer, Failure> {
    input::read_stdin_once(&arguments.command.inputs())?;
    match arguments.command {
        Command::Evaluate(evaluate) => commands::evaluate::run(&evaluate, out),
        Command::Explain(explain) => commands::explain::run(&explain, out),
        Command::Questions(questions) => commands::questions::run(&questions, out),
        Command::Validate(validate) => commands::validate::run(&validate, out),
        Command::Rules(rules) => commands::rules::run(&rules, out),
        Command::Schema(schema) => commands::schema::run(&schema, out),
        Command::Check(check) => commands::check::run(&check, out),
        Command::Compare(compare) => commands::compare::run(&compare, out),
        Command::Import(import) => commands::import::run(&import, out),
        Command::Completions(completions) => commands::generated::completions(&completions, out),
        Command::Man => commands::generated::man(out),
    }
}
