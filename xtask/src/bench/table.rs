//! The table of what was measured, between its marks in `README.md`.

use std::{fmt::Write, path::Path};

use serde_json::Value;

use super::ndjson::Stream;
use crate::{Outcome, files};

const BEGIN: &str = "<!-- measured: written by `cargo xtask bench` -->";
const END: &str = "<!-- end of measured -->";

/// The rows for each of the three records, with the name of the benchmark.
const ROWS: [(&str, &str); 11] = [
    ("floor: parse the public record, write the public decision", "floor"),
    ("JSON in to JSON out", "json_to_json"),
    ("JSON in to JSON out, short form", "json_to_compact"),
    ("read JSON to a checked record", "read"),
    ("plain record to outcome", "plain_to_outcome"),
    ("checked record to outcome", "outcome"),
    ("checked record to decision", "decision"),
    ("checked record to decision as JSON", "decision_json"),
    ("explain the status", "explain"),
    ("questions", "questions"),
    ("validate JSON", "validate"),
];

/// Writes the table.
pub(crate) fn write(streams: &[Stream], counted: bool) -> Outcome {
    let table = table(streams, counted).map_err(|error| error.to_string())?;
    let path = files::root().join("README.md");
    let readme = files::read_text(&path)?;
    let (before, rest) = readme.split_once(BEGIN).ok_or("README.md has no place for the table")?;
    let (_, after) = rest.split_once(END).ok_or("README.md has no end of the table")?;
    println!("{table}");
    files::write(&path, format!("{before}{BEGIN}\n{table}{END}{after}").as_bytes())
}

fn table(streams: &[Stream], counted: bool) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    writeln!(out, "| | silent | presumed | identified |\n|---|---:|---:|---:|")?;
    for (label, name) in ROWS {
        let cells = ["silent", "presumed", "identified"].map(|record| {
            let time = median(&format!("{record}/{name}"));
            match (time, median(&format!("{record}/floor"))) {
                (Some(time), Some(floor)) if name.starts_with("json") => format!("{} ({:.2} × floor)", shown(time), time / floor),
                (Some(time), _) => shown(time),
                (None, _) => "not measured".to_string(),
            }
        });
        writeln!(out, "| {label} | {} |", cells.join(" | "))?;
    }
    if counted {
        for (label, name) in
            [("instructions: checked record to outcome", "outcome"), ("instructions: JSON in to JSON out", "json_to_json")]
        {
            let cells = ["silent", "presumed", "identified"]
                .map(|record| instructions(name, record).map_or_else(|| "not counted".to_string(), |count| count.to_string()));
            writeln!(out, "| {label} | {} |", cells.join(" | "))?;
        }
    }
    writeln!(out)?;
    let opened = |name| median(&format!("open/{name}")).map_or_else(|| "not measured".to_string(), shown);
    writeln!(out, "Opening the embedded standard: {}. Loading it from JSON: {}.\n", opened("embedded"), opened("from_json"))?;
    let proved = |name| median(&format!("prove/{name}")).map_or_else(|| "not measured".to_string(), shown);
    writeln!(
        out,
        "The rules of the standard as Boolean functions: {}. The whole charter proved of the standard: {}; of the standard with\n\
         both overlays: {}.\n",
        proved("model"),
        proved("charter"),
        proved("charter_with_overlays")
    )?;
    writeln!(out, "| a file of records on two cores | records a second | MB a second |\n|---|---:|---:|")?;
    for stream in streams {
        writeln!(out, "| {} | {:.0} | {:.0} |", stream.name, stream.records, stream.bytes / 1e6)?;
    }
    Ok(out)
}

/// The median of a benchmark in nanoseconds.
fn median(name: &str) -> Option<f64> {
    let path = files::root().join("target/criterion").join(name).join("new/estimates.json");
    let estimates: Value = serde_json::from_slice(&files::read(&path).ok()?).ok()?;
    estimates.pointer("/median/point_estimate")?.as_f64()
}

/// The instructions that were counted for a benchmark.
fn instructions(name: &str, record: &str) -> Option<u64> {
    let folder = files::root().join("target/gungraun/palermo-tests/instructions/decide").join(format!("{name}.{record}"));
    count(&folder.join("summary.json"))
}

fn count(path: &Path) -> Option<u64> {
    let summary: Value = serde_json::from_slice(&files::read(path).ok()?).ok()?;
    find(&summary, "Ir")
}

/// The first number under a key, wherever it stands.
fn find(value: &Value, key: &str) -> Option<u64> {
    match value {
        Value::Object(entries) => {
            entries.iter().find_map(|(name, inner)| if name == key { number(inner) } else { find(inner, key) })
        }
        Value::Array(items) => items.iter().find_map(|item| find(item, key)),
        _ => None,
    }
}

fn number(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::Object(entries) => entries.values().find_map(number),
        Value::Array(items) => items.iter().find_map(number),
        _ => None,
    }
}

fn shown(nanoseconds: f64) -> String {
    match nanoseconds {
        short if short < 1_000.0 => format!("{short:.0} ns"),
        middle if middle < 1_000_000.0 => format!("{:.1} µs", middle / 1_000.0),
        long if long < 1_000_000_000.0 => format!("{:.1} ms", long / 1_000_000.0),
        proofs => format!("{:.2} s", proofs / 1_000_000_000.0),
    }
}
