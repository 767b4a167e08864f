//! A virtual environment of Python.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Outcome, command::shown, files};

/// A virtual environment, empty when it is made.
pub(super) struct Environment {
    python: PathBuf,
}

impl Environment {
    /// Makes an environment anew with the Python of the machine.
    pub(super) fn new(folder: &Path) -> Result<Self, String> {
        files::remove_folder(folder)?;
        let python = ["python3", "python"].into_iter().find(|name| is_new_enough(name));
        let python = python.ok_or("Python 3.10 or newer is needed, and is not in the PATH")?;
        shown(&files::root(), python, &["-m", "venv", &folder.display().to_string()])
            .map_err(|error| format!("{error}; on Debian, `apt-get install python3-venv` brings what is missing"))?;
        Ok(Self::at(folder))
    }

    /// An environment that is kept between runs, with what a list of requirements names.
    pub(super) fn kept(folder: &Path, requirements: &Path) -> Result<Self, String> {
        let (wanted, installed) = (files::read(requirements)?, folder.join("installed.txt"));
        if files::read(&installed).ok().as_deref() == Some(&wanted) {
            return Ok(Self::at(folder));
        }
        let environment = Self::new(folder)?;
        environment.install(&["--requirement", &requirements.display().to_string()])?;
        files::write(&installed, &wanted)?;
        Ok(environment)
    }

    fn at(folder: &Path) -> Self {
        let python = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
        Self { python: folder.join(python) }
    }

    /// Installs with pip.
    pub(super) fn install(&self, arguments: &[&str]) -> Outcome {
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"];
        self.run(&files::root(), &[&pip, arguments].concat()).map(|_| ())
    }

    /// Runs Python in a folder and returns what it prints.
    pub(super) fn run(&self, folder: &Path, arguments: &[&str]) -> Result<String, String> {
        shown(folder, &self.python.display().to_string(), arguments)
    }

    /// The program of a package that is installed.
    pub(super) fn python(&self) -> Command {
        Command::new(&self.python)
    }
}

fn is_new_enough(python: &str) -> bool {
    let code = "import sys; sys.exit(sys.version_info < (3, 10))";
    Command::new(python).args(["-c", code]).status().is_ok_and(|status| status.success())
}
