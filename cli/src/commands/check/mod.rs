//! `palermo check`: decides again on a record and says whether a decision has the same bytes.

mod differences;

use std::{io::Write, path::Path};

use serde::de::IgnoredAny;

use self::differences::Differences;
pub(super) use self::differences::{UNKNOWN_CONCLUSION, UNKNOWN_CONDUCT, standard_name};
use crate::{
    Answer,
    arguments::Check,
    decision_file::{DecisionFile, parse},
    failure::Failure,
    input,
};

/// Runs the command.
///
/// # Errors
///
/// What kept it from being done.
pub fn run(arguments: &Check, out: &mut dyn Write) -> Result<Answer, Failure> {
    let standard = input::standard(&arguments.standard)?;
    let path = &arguments.decision;
    let bytes = input::read(path)?;
    let Some(given) = DecisionFile::parse(path, &bytes)? else {
        return Err(no_decision(path, &bytes));
    };
    let record = input::read_record(&standard, &arguments.record)?;
    let again = match given {
        DecisionFile::Full(_) => record.decision_json(),
        DecisionFile::Compact(_) => record.compact_json(),
    };
    if bytes.trim_ascii_end() == again.as_bytes() {
        say(out, "the same bytes")?;
        return Ok(Answer::Yes);
    }
    let mut differences = Differences::new(&standard);
    match given {
        DecisionFile::Full(given) => differences.full(&given, &record.decision()),
        DecisionFile::Compact(given) => differences.compact(&given, &record.compact()),
    }
    if differences.lines().is_empty() {
        say(out, "the same decision in other bytes: it is not written as canonical JSON")?;
        say(out, "  keys stand in a fixed order, without blanks between them; keep the line that `palermo evaluate` wrote")?;
    } else {
        say(out, "not the same decision")?;
        for line in differences.lines() {
            say(out, &format!("  {line}"))?;
        }
    }
    Ok(Answer::No)
}

fn say(out: &mut dyn Write, line: &str) -> Result<(), Failure> {
    writeln!(out, "{line}").map_err(Failure::output)
}

/// What keeps a document without a status from being a decision.
fn no_decision(path: &Path, bytes: &[u8]) -> Failure {
    parse::<IgnoredAny>(path, bytes).err().unwrap_or_else(|| Failure::Document {
        path: path.to_path_buf(),
        reason: "this is no decision: it has no `status`".to_string(),
        help: "give the decision first and the record second".to_string(),
    })
}
