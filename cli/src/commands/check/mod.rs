//! `palermo check`: decides again on a record and says whether a decision has the same bytes.

mod differences;

use std::{io::Write, path::Path};

use palermo::{CompactDecision, Decision};
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};

use self::differences::Differences;
pub(super) use self::differences::standard_name;
use crate::{Answer, arguments::Check, failure::Failure, input};

/// Runs the command.
///
/// # Errors
///
/// What kept it from being done.
pub fn run(arguments: &Check, out: &mut dyn Write) -> Result<Answer, Failure> {
    let standard = input::standard(&arguments.standard)?;
    let bytes = input::read(&arguments.decision)?;
    let form = form(&arguments.decision, &bytes)?;
    let record = input::read_record(&standard, &arguments.record)?;
    let again = match form {
        Form::Full => record.decision_json(),
        Form::Compact => record.compact_json(),
    };
    if bytes.trim_ascii_end() == again.as_bytes() {
        say(out, "the same bytes")?;
        return Ok(Answer::Yes);
    }
    let mut differences = Differences::new(&standard);
    match form {
        Form::Full => differences.full(&parse::<Decision>(&arguments.decision, &bytes)?, &record.decision()),
        Form::Compact => differences.compact(&parse::<CompactDecision>(&arguments.decision, &bytes)?, &record.compact()),
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

/// The two forms of a decision.
#[derive(Clone, Copy)]
enum Form {
    Full,
    Compact,
}

/// Tells the form of a decision by its keys.
fn form(path: &Path, bytes: &[u8]) -> Result<Form, Failure> {
    #[derive(Deserialize)]
    struct Keys {
        standard: Option<IgnoredAny>,
        status: Option<IgnoredAny>,
    }
    match parse(path, bytes)? {
        Keys { status: None, .. } => Err(Failure::Document {
            path: path.to_path_buf(),
            reason: "this is no decision: it has no `status`".to_string(),
            help: "give the decision first and the record second".to_string(),
        }),
        Keys { standard: Some(_), .. } => Ok(Form::Full),
        Keys { standard: None, .. } => Ok(Form::Compact),
    }
}

/// Reads a decision; what is wrong is said by its place alone, since a message might repeat a value.
///
/// # Errors
///
/// Where the bytes are no such decision.
pub(super) fn parse<T: DeserializeOwned>(path: &Path, bytes: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(bytes).map_err(|error| {
        let what = if error.is_data() { "this is no decision" } else { "this is no valid JSON" };
        Failure::Document {
            path: path.to_path_buf(),
            reason: format!("{what} (line {}, column {})", error.line(), error.column()),
            help: "`palermo schema decision` and `palermo schema compact-decision` print the two forms".to_string(),
        }
    })
}
