//! `palermo explain`

use std::io::Write;

use crate::{Answer, arguments::Explain, failure::Failure};

/// Runs the command.
///
/// # Errors
///
/// What kept it from being done.
pub fn run(_arguments: &Explain, _out: &mut dyn Write) -> Result<Answer, Failure> {
    Ok(Answer::Yes)
}
