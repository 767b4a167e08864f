//! Reads what a command is given: files, standard input, and the standard to decide by.

use std::{
    fs,
    io::{self, Read},
    path::Path,
};

use palermo::{CheckedRecord, Standard};

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
    standard.read_json_bytes(&bytes).map_err(|errors| Failure::Record { path: path.to_path_buf(), errors })
}

/// Opens the standard to decide by.
///
/// # Errors
///
/// Where the rule set cannot be read or is invalid, or no standard is in force on the day.
pub fn standard(choice: &StandardChoice) -> Result<Standard, Failure> {
    let standard = match &choice.standard {
        None => Standard::see_2002(),
        Some(path) => {
            let invalid = |errors| Failure::RuleSet { path: path.clone(), errors };
            let text = String::from_utf8(read(path)?).map_err(|_| Failure::Document {
                path: path.clone(),
                reason: "the file is not UTF-8".to_string(),
                help: "give the JSON that `palermo rules build` wrote".to_string(),
            })?;
            Standard::from_json(&text).map_err(invalid)?
        }
    };
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
