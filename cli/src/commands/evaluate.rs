//! `palermo evaluate`

use std::io::Write;

use crate::{Answer, arguments::Evaluate, failure::Failure};

/// Runs the command.
///
/// # Errors
///
/// What kept it from being done.
pub fn run(_arguments: &Evaluate, _out: &mut dyn Write) -> Result<Answer, Failure> {
    Ok(Answer::Yes)
}
