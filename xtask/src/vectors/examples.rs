//! A vector for every worked example.

use std::fs;

use palermo_tests::workspace;

use super::{Expected, Vector};
use crate::files;

/// What is explained of the examples, by turns, so that most of it holds in some and not in others.
const SUBJECTS: [&str; 6] = [
    "status",
    "entitlement:shelter",
    "refer:child-protection-service",
    "status:not_established",
    "obligation:offer-screening",
    "status:identified",
];

pub(super) fn vectors(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let folder = workspace::examples();
    let entries = fs::read_dir(&folder).map_err(|error| format!("examples cannot be read: {error}"))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter_map(|name| Some(name.strip_suffix(".json")?.to_string())).collect();
    names.sort();
    let subjects = SUBJECTS.iter().cycle();
    let vector = |(name, subject): (&String, &&str)| {
        let text = files::read_text(&folder.join(format!("{name}.json")))?;
        let about = format!("The worked example {name}; examples/README.md tells its story.");
        expected.vector(format!("example/{name}"), about, &["example"], text, subject)
    };
    names.iter().zip(subjects).map(vector).collect()
}
