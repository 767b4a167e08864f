//! `palermo rules`

use std::io::Write;

use crate::{Answer, arguments::Rules, failure::Failure};

/// Runs the command.
///
/// # Errors
///
/// What kept it from being done.
pub fn run(_arguments: &Rules, _out: &mut dyn Write) -> Result<Answer, Failure> {
    Ok(Answer::Yes)
}
