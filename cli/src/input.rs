//! Reads what a command is given: files, standard input, and the standard to decide by.

use std::{
    borrow::Cow,
    fs::File,
    io::{self, Read},
    iter,
    path::{Path, PathBuf},
};

use palermo::{CheckedRecord, MAX_RECORD_BYTES, Standard, load::LoadErrors, rule_set::RuleSet};

use crate::{arguments::StandardChoice, failure::Failure, overlays, rule_sets, shipped};

/// How much of a record is read: the longest, and room for a mark before it.
const RECORD_BYTES: usize = MAX_RECORD_BYTES + 16;
/// How long any other document can be.
const DOCUMENT_BYTES: usize = 64 << 20;
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Whether a path stands for standard input.
#[must_use]
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Refuses to read standard input for two of the files.
///
/// # Errors
///
/// Where more than one path stands for standard input.
pub fn read_stdin_once(paths: &[&Path]) -> Result<(), Failure> {
    if paths.iter().filter(|path| is_stdin(path)).count() < 2 {
        return Ok(());
    }
    Err(Failure::Usage {
        what: "standard input can be read once".to_string(),
        help: "give `-` for one file and a path for every other".to_string(),
    })
}

/// Reads a whole document, or standard input for `-`, without a byte order mark.
///
/// # Errors
///
/// Where it cannot be read or is longer than any document.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let bytes = read_up_to(path, DOCUMENT_BYTES + 1)?;
    if bytes.len() > DOCUMENT_BYTES {
        return Err(Failure::Document {
            path: path.to_path_buf(),
            reason: "longer than 64 MiB".to_string(),
            help: "give one record, decision or rule set".to_string(),
        });
    }
    Ok(without_mark(bytes))
}

/// Reads the bytes of a record, without a byte order mark; of what is longer than a record can be only so much that the core
/// says so.
///
/// # Errors
///
/// Where it cannot be read.
pub fn read_record_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    read_up_to(path, RECORD_BYTES + 1).map(without_mark)
}

fn read_up_to(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if is_stdin(path) {
        io::stdin().lock().take(limit as u64).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(limit as u64).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure::input(path, error))?;
    Ok(bytes)
}

/// Some editors begin a file with a byte order mark; it is no part of the JSON.
fn without_mark(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(BYTE_ORDER_MARK) {
        bytes.drain(..BYTE_ORDER_MARK.len());
    }
    bytes
}

/// Reads a record.
///
/// # Errors
///
/// Where the file cannot be read or the record is invalid.
pub fn read_record<'s>(standard: &'s Standard, path: &Path) -> Result<CheckedRecord<'s>, Failure> {
    let json = read_record_bytes(path)?;
    standard.read_json_bytes(&json).map_err(|errors| Failure::Record { path: path.to_path_buf(), errors })
}

/// Whether the standard is the one that needs no loading.
fn is_embedded(choice: &StandardChoice) -> bool {
    choice.standard.as_deref().is_none_or(|path| path.as_os_str() == shipped::DEFAULT)
}

/// The JSON of a rule set: one of the program's own by its name, what a folder compiles to, or that of a file.
fn rule_set_text(path: &Path) -> Result<Cow<'static, str>, Failure> {
    rule_sets::refuse_overlay(path)?;
    match path.to_str().and_then(shipped::rule_set) {
        Some(shipped) => Ok(Cow::Borrowed(shipped.json)),
        None if path.is_dir() => match palermo_compile::compile(path) {
            Ok(rule_set) => Ok(Cow::Owned(rule_set.to_canonical_json())),
            Err(errors) => Err(Failure::Sources { folder: path.to_path_buf(), errors }),
        },
        None => read_text(path).map(Cow::Owned),
    }
}

/// Opens the standard to decide by.
///
/// # Errors
///
/// Where the rule set cannot be read or is invalid, or no standard is in force on the day.
pub fn standard(choice: &StandardChoice) -> Result<Standard, Failure> {
    tell_of_what_is_not_read(choice);
    opened(choice)
}

fn tell_of_what_is_not_read(choice: &StandardChoice) {
    shipped::tell_of_what_is_not_read(choice.standard.iter().chain(&choice.overlay).map(PathBuf::as_path));
}

fn opened(choice: &StandardChoice) -> Result<Standard, Failure> {
    if !choice.overlay.is_empty() {
        return composed(choice).map(|(standard, _)| standard);
    }
    let standard = match &choice.standard {
        Some(path) if !is_embedded(choice) => {
            let text = rule_set_text(path)?;
            Standard::from_json(&text).map_err(|errors| rule_sets::of_text(path, &text, errors))?
        }
        _ => Standard::see_2002(),
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
    tell_of_what_is_not_read(choice);
    if !choice.overlay.is_empty() {
        return composed(choice).map(|(standard, rule_set)| (standard, Some(rule_set)));
    }
    let path = match &choice.standard {
        Some(path) if !is_embedded(choice) => path,
        _ => return Ok((opened(choice)?, RuleSet::from_json(palermo_rules::SEE_2002_JSON).ok())),
    };
    let text = rule_set_text(path)?;
    let rule_set = RuleSet::from_json(&text).map_err(|errors| rule_sets::of_text(path, &text, errors))?;
    let standard = Standard::from_rule_set(&rule_set).map_err(|errors| invalid(path, errors))?;
    Ok((in_force(standard, choice)?, Some(rule_set)))
}

/// The standard with its overlays, and the rule set that they make.
fn composed(choice: &StandardChoice) -> Result<(Standard, RuleSet), Failure> {
    let base = rule_sets::named(choice.standard.as_deref().unwrap_or(Path::new(shipped::DEFAULT)))?.rule_set;
    let overlays = overlays::named(&choice.overlay, &base)?;
    let rule_set = overlays::compose(&base, &overlays)?;
    let refused = |errors| Failure::Composition { base: base.id.clone(), errors };
    let standard = Standard::from_rule_set(&rule_set).map_err(refused)?;
    Ok((in_force(standard, choice)?, rule_set))
}

fn invalid(path: &Path, errors: LoadErrors) -> Failure {
    Failure::RuleSet { path: path.to_path_buf(), errors }
}

/// Reads a document as text.
///
/// # Errors
///
/// As [`read`], and where it is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(read(path)?).map_err(|_| Failure::Document {
        path: path.to_path_buf(),
        reason: "the file is not UTF-8".to_string(),
        help: "give the JSON that `palermo rules build` wrote".to_string(),
    })
}

/// The standard and its overlays, with their versions.
fn names(standard: &Standard) -> String {
    let identity = standard.identity();
    let overlays = identity.overlays.iter().map(|overlay| format!("{} {}", overlay.id, overlay.version));
    iter::once(format!("{} {}", identity.id, identity.version)).chain(overlays).collect::<Vec<_>>().join(" with ")
}

fn in_force(standard: Standard, choice: &StandardChoice) -> Result<Standard, Failure> {
    match choice.as_of {
        Some(date) if !standard.is_in_force(date) => Err(Failure::NotFound {
            what: format!("no standard is in force on {date}"),
            help: format!("{} is in force on other days; leave --as-of out to decide by it", names(&standard)),
        }),
        _ => Ok(standard),
    }
}
