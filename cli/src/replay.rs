//! How a record that a proof shows is decided again: the exact command.

use palermo::IntakeRecord;

/// The command that decides a record again, by the rule set that the arguments name.
#[must_use]
pub fn command(record: &IntakeRecord, arguments: &[String]) -> String {
    let json = quoted(&json(record));
    let arguments: String = arguments.iter().map(|argument| format!(" {}", quoted(argument))).collect();
    format!("echo {json} | palermo evaluate -{arguments} --all")
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
