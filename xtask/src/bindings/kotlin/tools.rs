//! Java and Maven, which build the package and run it.

use std::{path::Path, process::Command};

use crate::{Outcome, command::shown};

/// What is said where they are missing.
const NEEDED: &str = "Maven 3.6 and a JDK of version 17, or newer ones, are needed in the PATH; \
                      on Debian, `apt-get install maven openjdk-17-jdk-headless` brings both";

/// Refuses to begin without the tools: nothing is passed over.
pub(super) fn present() -> Outcome {
    let old = |version: u32| version < 17;
    let javac = said("javac", &["-version"])?;
    let version = javac.split(['.', ' ', '-']).find_map(|word| word.parse().ok());
    if version.is_none_or(old) {
        return Err(format!("{} is too old or unknown: {NEEDED}", javac.trim()));
    }
    said("java", &["-version"])?;
    said("mvn", &["--version"]).map(|_| ())
}

fn said(program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(program).args(arguments).output();
    let output = output.map_err(|error| format!("{program} cannot be started ({error}): {NEEDED}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("{program} does not work: {NEEDED}"))
    }
}

/// Runs Maven in a folder, with a repository of its own that outlives the run, so that everything is downloaded once.
pub(super) fn maven(folder: &Path, repository: &Path, arguments: &[&str]) -> Outcome {
    let repository = format!("-Dmaven.repo.local={}", repository.display());
    let all = [&["--batch-mode", "--no-transfer-progress", &repository], arguments].concat();
    shown(folder, "mvn", &all).map(|_| ())
}
