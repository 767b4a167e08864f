//! Reads what a command is given: files, standard input, and the standard to decide by.

use std::{
    fs,
    io::{self, Read},
    path::Path,
};

use palermo::{CheckedRecord, Standard, load::LoadErrors, rule_set::RuleSet};

use crate::{arguments::StandardChoice, failure::Failure};

/// Whether a path stands for standard input.
#[must_use]
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads a whole file, or standard input for `-`.
///
/// # Errors
///
/// Where it cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    if is_stdin(path) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(|error| Failure::input(path, error))?;
        return Ok(bytes);
    }
    fs::read(path).map_err(|error| Failure::input(path, error))
}

/// Reads a record.
///
/// # Errors
///
/// Where the file cannot be read or the record is invalid.
pub fn read_record<'s>(standard: &'s Standard, path: &Path) -> Result<CheckedRecord<'s>, Failure> {
    let bytes = read(path)?;
    // Some editors begin a file with a byte order mark; it is no part of the JSON.
    let json = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    standard.read_json_bytes(json).map_err(|errors| Failure::Record { path: path.to_path_buf(), errors })
}

/// Opens the standard to decide by.
///
/// # Errors
///
/// Where the rule set cannot be read or is invalid, or no standard is in force on the day.
pub fn standard(choice: &StandardChoice) -> Result<Standard, Failure> {
    let standard = match &choice.standard {
        None => Standard::see_2002(),
        Some(path) => Standard::from_json(&read_text(path)?).map_err(|errors| invalid(path, errors))?,
    };
    in_force(standard, choice)
}

/// Opens the standard to decide by, and the published rule set from which it was compiled: cases and contested points stand
/// only there.
///
/// # Errors
///
/// As [`standard`].
pub fn standard_with_rule_set(choice: &StandardChoice) -> Result<(Standard, Option<RuleSet>), Failure> {
    let Some(path) = &choice.standard else {
        return Ok((standard(choice)?, RuleSet::from_json(palermo_rules::SEE_2002_JSON).ok()));
    };
    let rule_set = RuleSet::from_json(&read_text(path)?).map_err(|errors| invalid(path, errors))?;
    let standard = Standard::from_rule_set(&rule_set).map_err(|errors| invalid(path, errors))?;
    Ok((in_force(standard, choice)?, Some(rule_set)))
}

fn invalid(path: &Path, errors: LoadErrors) -> Failure {
    Failure::RuleSet { path: path.to_path_buf(), errors }
}

fn read_text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(read(path)?).map_err(|_| Failure::Document {
        path: path.to_path_buf(),
        reason: "the file is not UTF-8".to_string(),
        help: "give the JSON that `palermo rules build` wrote".to_string(),
    })
}

fn in_force(standard: Standard, choice: &StandardChoice) -> Result<Standard, Failure> {
    match choice.as_of {
        Some(date) if !standard.is_in_force(date) => Err(Failure::NotFound {
            what: format!("no standard is in force on {date}"),
            help: format!(
                "{} {} is in force on other days; leave --as-of out to decide by it",
                standard.id(),
                standard.version()
            ),
        }),
        _ => Ok(standard),
    }
}
