//! `palermo questions`

use std::io::Write;

use crate::{Answer, arguments::Questions, failure::Failure};

/// Runs the command.
///
/// # Errors
///
/// What kept it from being done.
pub fn run(_arguments: &Questions, _out: &mut dyn Write) -> Result<Answer, Failure> {
    Ok(Answer::Yes)
}
