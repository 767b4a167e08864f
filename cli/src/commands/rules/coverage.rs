//! `palermo rules coverage`: what of the source the rules cite, and what of the rules some records exercise.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use palermo::{
    Certainty, ConductEvent, IntakeRecord,
    rule_set::{CaseFacts, RuleSet},
};
use palermo_verify::{NamedRecord, RecordCoverage, Story, coverage};
use serde_json::Value;

use crate::{
    Answer,
    arguments::{RulesCoverage, TextOrJson},
    commands::json_line,
    failure::Failure,
    input, subjects,
    text::{coverage::Told, page},
};

/// Runs the command.
///
/// # Errors
///
/// Where the rule set or a record cannot be read or is invalid, or the output cannot be written.
pub(super) fn run(arguments: &RulesCoverage, out: &mut dyn Write) -> Result<Answer, Failure> {
    let composed = subjects::composed(&arguments.rules, &arguments.overlay)?;
    composed.is_sound()?;
    let mut records = Vec::new();
    for path in &arguments.records {
        let before = records.len();
        read(path, &mut records)?;
        if records.len() == before {
            return Err(refused(path, "there is no record in it"));
        }
    }
    if arguments.cases {
        records.extend(cases(composed.whole()));
    }
    let mut found =
        coverage(composed.whole(), &records).map_err(|failure| Failure::Proof { of: composed.name.clone(), failure })?;
    if composed.has_overlays() {
        // Whoever writes an overlay answers for what it adds.
        let added = composed.added();
        found.records = found.records.map(|records| records.of(&added));
    }
    let text = match arguments.format {
        TextOrJson::Json => json_line(&found)?,
        TextOrJson::Text => {
            let story = Story::new(composed.whole());
            Told { composed: &composed, story: &story, all: arguments.all }.coverage(&found, page::output_width())
        }
    };
    out.write_all(text.as_bytes()).map_err(Failure::output)?;
    let is_complete = found.records.as_ref().is_none_or(RecordCoverage::is_complete);
    Ok(if is_complete { Answer::Yes } else { Answer::No })
}

/// Reads records: of a folder every file of JSON in it, of a file of vectors those in it, of NDJSON one a line.
fn read(path: &Path, records: &mut Vec<NamedRecord>) -> Result<(), Failure> {
    if !path.is_dir() {
        return read_file(path, true, records);
    }
    let failed = |error| Failure::input(path, error);
    let entries = fs::read_dir(path).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let mut files: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json" || extension == "ndjson"));
    files.sort();
    files.iter().try_for_each(|file| read_file(file, false, records))
}

fn read_file(path: &Path, is_named: bool, records: &mut Vec<NamedRecord>) -> Result<(), Failure> {
    let text = input::read_text(path)?;
    let name = path.display().to_string();
    if path.extension().is_some_and(|extension| extension == "ndjson") {
        for (line, number) in text.lines().zip(1_usize..).filter(|(line, _)| !line.trim().is_empty()) {
            let record = record(path, line, &format!("line {number} "))?;
            records.push(NamedRecord { name: format!("{name}:{number}"), record });
        }
        return Ok(());
    }
    let document: Value = serde_json::from_str(&text).map_err(|_| refused(path, "it is no JSON"))?;
    if let Some(vectors) = document.get("vectors").and_then(Value::as_array) {
        for vector in vectors {
            let member = |name: &str| vector.get(name).and_then(Value::as_str);
            // A text that is refused is no record; one of many pieces shows how large a record may be, and nothing else.
            let (Some(id), Some(text), None) = (member("id"), member("record"), vector.get("errors")) else { continue };
            records.push(NamedRecord { name: id.to_string(), record: record(path, text, &format!("the vector {id} "))? });
        }
        return Ok(());
    }
    // The schema that stands beside records is none of them.
    if !is_named && document.get("$schema").is_some() {
        return Ok(());
    }
    records.push(NamedRecord { name, record: record(path, &text, "it ")? });
    Ok(())
}

fn record(path: &Path, text: &str, what: &str) -> Result<IntakeRecord, Failure> {
    // Nothing of the record is said: it may hold what it should not.
    serde_json::from_str(text).map_err(|_| refused(path, &format!("{what}is no record")))
}

fn refused(path: &Path, reason: &str) -> Failure {
    Failure::Document {
        path: path.to_path_buf(),
        reason: reason.to_string(),
        help: "give a record, records as NDJSON, a file of vectors, or a folder of these; `palermo validate` says more"
            .to_string(),
    }
}

/// The records of the cases that the rules show.
fn cases(rule_set: &RuleSet) -> Vec<NamedRecord> {
    let mut records = Vec::new();
    for rule in &rule_set.rules {
        for (case, number) in rule.cases.iter().zip(1_usize..) {
            let of_breach = case.breached.as_ref().or(case.not_breached.as_ref());
            let Some(facts) = of_breach.or(case.fires.as_ref()).or(case.silent.as_ref()) else { continue };
            let facts = match facts {
                CaseFacts::Facts(facts) => facts.clone(),
                CaseFacts::Situation(name) => {
                    let situation = rule_set.situations.iter().find(|situation| situation.name == *name);
                    situation.map(|situation| situation.facts.clone()).unwrap_or_default()
                }
            };
            let event = of_breach.and(rule.breach.as_ref()).map(|breach| ConductEvent {
                code: breach.code.clone(),
                actor: None,
                certainty: Certainty::Established,
            });
            let record = IntakeRecord { facts, conduct: event.into_iter().collect(), ..IntakeRecord::default() };
            records.push(NamedRecord { name: format!("{}, case {number}", rule.id), record });
        }
    }
    records
}
