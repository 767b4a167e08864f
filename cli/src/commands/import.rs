//! `palermo import`

use std::io::Write;

use crate::{Answer, arguments::Import, failure::Failure};

/// Runs the command.
///
/// # Errors
///
/// What kept it from being done.
pub fn run(_arguments: &Import, _out: &mut dyn Write) -> Result<Answer, Failure> {
    Ok(Answer::Yes)
}
