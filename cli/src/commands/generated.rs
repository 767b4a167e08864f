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

/// Writes the man page of the program.
///
/// # Errors
///
/// Where it cannot be written.
pub fn man(out: &mut dyn Write) -> Result<Answer, Failure> {
    for page in man_pages()?.iter().take(1) {
        out.write_all(&page.bytes).map_err(Failure::output)?;
    }
    Ok(Answer::Yes)
}

/// A man page.
#[derive(Clone, Debug)]
pub struct ManPage {
    /// Its file name, for example `palermo-evaluate.1`.
    pub name: String,
    /// Its text.
    pub bytes: Vec<u8>,
}

/// The man pages: that of the program, then one for each command of it.
///
/// # Errors
///
/// Where a page cannot be written.
pub fn man_pages() -> Result<Vec<ManPage>, Failure> {
    let mut program = Arguments::command();
    program.build();
    let mut pages = Vec::new();
    let mut waiting = vec![program];
    while let Some(command) = waiting.pop() {
        let shown = |command: &&clap::Command| !command.is_hide_set() && command.get_name() != "help";
        waiting.extend(command.get_subcommands().filter(shown).cloned());
        let name = command.get_display_name().unwrap_or(command.get_name()).to_string();
        let mut bytes = Vec::new();
        clap_mangen::Man::new(command).render(&mut bytes).map_err(Failure::output)?;
        pages.push(ManPage { name: format!("{name}.1"), bytes });
    }
    Ok(pages)
}
