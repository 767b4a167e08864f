//! Shell completions and the man pages, made from the commands themselves.

use palermo_cli::{
    arguments::{Arguments, Command, Completions, Shell},
    commands::generated::man_pages,
    run,
};

use crate::derived::Derived;

/// The files beside the command line.
pub(crate) fn command_line() -> Result<Vec<Derived>, String> {
    let pages = man_pages().map_err(|failure| failure.to_string())?;
    let mut files: Vec<Derived> =
        pages.into_iter().map(|page| Derived::new(format!("cli/man/{}", page.name), page.bytes)).collect();
    for (shell, name) in [
        (Shell::Bash, "palermo.bash"),
        (Shell::Elvish, "palermo.elv"),
        (Shell::Fish, "palermo.fish"),
        (Shell::PowerShell, "palermo.ps1"),
        (Shell::Zsh, "_palermo"),
    ] {
        files.push(written(&format!("cli/completions/{name}"), Command::Completions(Completions { shell }))?);
    }
    Ok(files)
}

fn written(path: &str, command: Command) -> Result<Derived, String> {
    let mut bytes = Vec::new();
    run(Arguments { command }, &mut bytes).map_err(|failure| failure.to_string())?;
    Ok(Derived::new(path, bytes))
}
