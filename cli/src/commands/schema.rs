//! `palermo schema`

use std::io::Write;

use crate::{Answer, arguments::Schema, failure::Failure};

/// Runs the command.
///
/// # Errors
///
/// What kept it from being done.
pub fn run(_arguments: &Schema, _out: &mut dyn Write) -> Result<Answer, Failure> {
    Ok(Answer::Yes)
}
