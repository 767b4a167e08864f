//! Programs that the machine has to have; what is missing is installed by apt.

use std::process::{Command, Stdio};

use crate::{Outcome, command::shown, files};

/// Installs the package of Debian that a program is in, where the program is missing.
pub(super) fn bring(program: &str, package: &str) -> Outcome {
    if is_there(program) {
        return Ok(());
    }
    let missing = |reason: &str| format!("`{program}` is missing and {reason}; install the package {package} by hand");
    if !is_there("apt-get") {
        return Err(missing("there is no apt-get to install it"));
    }
    let root = files::root();
    let installed = shown(&root, "apt-get", &["update", "-qq"])
        .and_then(|_| shown(&root, "apt-get", &["install", "-y", "-qq", "--no-install-recommends", package]));
    installed.map_err(|error| missing(&format!("could not be installed: {error}")))?;
    if is_there(program) { Ok(()) } else { Err(missing(&format!("does not come with {package}"))) }
}

/// Whether a program can be started.
fn is_there(program: &str) -> bool {
    let asked = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok()
}

/// Where a program is.
pub(super) fn place(program: &str) -> Result<String, String> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let place = std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|place| place.is_file());
    place.map(|place| place.display().to_string()).ok_or_else(|| format!("`{program}` is in no folder of PATH"))
}
