//! `palermo completions` and `palermo man`: what is made from the commands themselves.

use std::io::Write;

use clap::CommandFactory;

use crate::{
    Answer,
    arguments::{Arguments, Completions},
    failure::Failure,
};

/// Writes the completions for a shell.
///
/// # Errors
///
/// Where they cannot be written.
pub fn completions(arguments: &Completions, out: &mut dyn Write) -> Result<Answer, Failure> {
    let mut bytes = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "palermo", &mut bytes);
    out.write_all(&bytes).map_err(Failure::output)?;
    Ok(Answer::Yes)
}

/// Writes the man page: the program and every command of it.
///
/// # Errors
///
/// Where it cannot be written.
pub fn man(out: &mut dyn Write) -> Result<Answer, Failure> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut bytes).map_err(Failure::output)?;
    out.write_all(&bytes).map_err(Failure::output)?;
    Ok(Answer::Yes)
}
