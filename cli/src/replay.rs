//! How a record that a proof shows is decided again: the exact commands, and the files that they read.

use std::{
    fs, iter,
    path::{Path, PathBuf},
};

use palermo::IntakeRecord;
use palermo_verify::report::{DecidedBy, Refutation, Report, WitnessRecord};

use crate::failure::Failure;

/// The commands by which anybody decides the records of refutations again.
#[derive(Clone, Debug, Default)]
pub struct Replay {
    /// The arguments that name the base, none where it is what the program decides by anyway.
    pub base: Vec<String>,
    /// The arguments that name the base with its overlays.
    pub composed: Vec<String>,
    /// The arguments that name what the rule set is held against.
    pub against: Vec<String>,
    /// The folder to which the records are written; without it, they stand in the commands.
    pub folder: Option<PathBuf>,
}

impl Replay {
    /// The commands that decide the records of a refutation, which is the promise's with this number.
    #[must_use]
    pub fn commands(&self, promise: &str, number: usize, refutation: &Refutation) -> Vec<String> {
        let records = records(promise, number, refutation);
        records.into_iter().map(|(name, record)| self.command(&name, record)).collect()
    }

    fn command(&self, name: &str, record: &WitnessRecord) -> String {
        let arguments = match record.by {
            DecidedBy::Base => &self.base,
            DecidedBy::Composed => &self.composed,
            DecidedBy::Against => &self.against,
        };
        match &self.folder {
            None => command(&record.record, arguments),
            Some(folder) => words(&folder.join(name).display().to_string(), arguments),
        }
    }

    /// Makes the folder, and refuses one in which something stands: records of another run would stand among these.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be made or read, or is not empty.
    pub fn prepare(&self) -> Result<(), Failure> {
        let Some(folder) = &self.folder else { return Ok(()) };
        fs::create_dir_all(folder).map_err(failed(folder))?;
        if fs::read_dir(folder).map_err(failed(folder))?.next().is_none() {
            return Ok(());
        }
        Err(Failure::Usage {
            what: format!("`{}` is not empty: records of another run would stand among these", folder.display()),
            help: "give `--write-witnesses` a new or empty folder".to_string(),
        })
    }

    /// Writes every record of the reports to the folder, and beside them the commands that decide them.
    ///
    /// # Errors
    ///
    /// Where a file cannot be written.
    pub fn write(&self, reports: &[Report]) -> Result<(), Failure> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let mut commands = Vec::new();
        for promise in reports.iter().flat_map(|report| &report.promises) {
            let refutations = promise.refutations();
            for (number, refutation) in refutations.enumerate() {
                let records = records(&promise.name, number, refutation);
                if records.is_empty() {
                    continue;
                }
                commands.push(format!("# {}: {}", promise.name, refutation.says));
                for (name, record) in records {
                    commands.push(self.command(&name, record));
                    let path = folder.join(&name);
                    fs::write(&path, json(&record.record) + "\n").map_err(failed(&path))?;
                }
            }
        }
        let path = folder.join("replay.txt");
        fs::write(&path, commands.join("\n") + "\n").map_err(failed(&path))
    }
}

fn failed(path: &Path) -> impl Fn(std::io::Error) -> Failure + use<> {
    let path = path.to_path_buf();
    move |error| Failure::Output { path: Some(path.clone()), error }
}

/// The records of a refutation, each with the name of its file.
fn records<'r>(promise: &str, number: usize, refutation: &'r Refutation) -> Vec<(String, &'r WitnessRecord)> {
    let number = number + 1;
    match (&refutation.first, &refutation.second) {
        (Some(first), Some(second)) => {
            vec![(format!("{promise}-{number}-first.json"), first), (format!("{promise}-{number}-second.json"), second)]
        }
        (first, second) => first.iter().chain(second).map(|record| (format!("{promise}-{number}.json"), record)).collect(),
    }
}

/// The command that decides a record again, by the rule set that the arguments name.
#[must_use]
pub fn command(record: &IntakeRecord, arguments: &[String]) -> String {
    format!("echo {} | {}", quoted(&json(record)), words("-", arguments))
}

fn words(record: &str, arguments: &[String]) -> String {
    let arguments = arguments.iter().map(|argument| quoted(argument));
    let words = iter::once(format!("palermo evaluate {}", quoted(record))).chain(arguments);
    words.chain(["--all".to_string()]).collect::<Vec<_>>().join(" ")
}

/// The record as JSON.
#[must_use]
pub fn json(record: &IntakeRecord) -> String {
    // Names, words and numbers only: nothing that could not be written.
    serde_json::to_string(record).unwrap_or_default()
}

/// A word as a shell reads it again.
#[must_use]
pub fn quoted(word: &str) -> String {
    let plain = |char: char| char.is_ascii_alphanumeric() || "-_./:=,+@".contains(char);
    if !word.is_empty() && word.chars().all(plain) { word.to_string() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::{command, quoted};

    #[test]
    fn a_word_is_quoted_where_a_shell_would_read_it_otherwise() {
        assert_eq!(quoted("rules/see-2002"), "rules/see-2002");
        assert_eq!(quoted(""), "''");
        assert_eq!(quoted("my rules"), "'my rules'");
        assert_eq!(quoted("it's $HOME"), r"'it'\''s $HOME'");
    }

    #[test]
    fn the_arguments_follow_the_record() {
        let record = palermo::IntakeRecord::default();
        assert_eq!(command(&record, &[]), "echo '{}' | palermo evaluate - --all");
        let arguments = ["--standard".to_string(), "my rules.json".to_string()];
        assert_eq!(command(&record, &arguments), "echo '{}' | palermo evaluate - --standard 'my rules.json' --all");
    }
}
