//! The conformance vectors in `tests/vectors`: records and broken texts with what every binding has to make of them.
//!
//! What is expected of a record comes from the slow evaluator, what is expected of a broken text is written beside it; the
//! engine is not asked. `tests/tests/vectors.rs` holds the engine against the files.

mod conduct;
mod decisive;
mod examples;
mod expected;
mod flags;
mod format;
mod ids;
mod record;
mod refused;
mod reports;
mod rules;
mod statuses;

use std::collections::BTreeSet;

use palermo_tests::slow::SlowEvaluator;

use self::{
    expected::Expected,
    format::{File, Part, Text, Vector},
};
use crate::{Outcome, derived::Derived, files};

/// Where the files stand.
const FOLDER: &str = "tests/vectors";

/// Makes every file of vectors, and the list of their ids.
pub(crate) fn vectors() -> Result<Vec<Derived>, String> {
    let slow = SlowEvaluator::new();
    let expected = Expected { slow: &slow };
    let files = [
        File { name: "examples", about: "The worked examples of the folder examples.", vectors: examples::vectors(&expected)? },
        File {
            name: "rules",
            about: "For every rule about a case a small record that fires it, with the explanation of a conclusion that it \
                    gives or stands behind.",
            vectors: without_repetition(rules::vectors(&expected)?),
        },
        File {
            name: "statuses",
            about: "Every status with every status as a child, every state of the three elements, and every answer to whether \
                    the person was a child when trafficked, as far as they can occur together.",
            vectors: without_repetition(statuses::vectors(&expected)?),
        },
        File {
            name: "conduct",
            about: "Every conduct code as a violation where it can be one, planned, ruled out, waiting for facts, and implied \
                    by the facts.",
            vectors: conduct::vectors(&expected)?,
        },
        File {
            name: "reports",
            about: "Valid records in every way of writing, and records about which there is a warning or advice.",
            vectors: reports::vectors(&expected)?,
        },
        File {
            name: "decisive",
            about: "For every literal of every condition a smallest record in which it alone decides, once met and once missed, \
                    as far as it can.",
            vectors: decisive::vectors(&expected)?,
        },
        File { name: "refused", about: "Texts that are no record, with every error.", vectors: refused::vectors()? },
    ];
    let mut derived = vec![ids::list(&files)?];
    for file in &files {
        derived.push(Derived::new(format!("{FOLDER}/{}.json", file.name), format::text(file)?));
    }
    Ok(derived)
}

/// How many vectors there are in all files.
pub(crate) fn count() -> Result<usize, String> {
    let folder = files::root().join(FOLDER);
    let unreadable = |error| format!("{FOLDER} cannot be read: {error}");
    let mut all = 0;
    for entry in std::fs::read_dir(&folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let file: serde_json::Value = serde_json::from_slice(&files::read(&path)?).map_err(|error| error.to_string())?;
            // The schema that stands beside them has none.
            all += file.get("vectors").and_then(serde_json::Value::as_array).map_or(0, Vec::len);
        }
    }
    Ok(all)
}

/// Of vectors with one record, the first has everything and the others their explanation alone.
fn without_repetition(vectors: Vec<Vector>) -> Vec<Vector> {
    let mut seen = BTreeSet::new();
    let once = |vector: Vector| match &vector.record {
        Text::Whole(text) if !seen.insert(text.clone()) => vector.with_only(&[Part::Explanation]),
        _ => vector,
    };
    vectors.into_iter().map(once).collect()
}

/// Writes the files anew and says how many vectors there are.
pub(crate) fn write() -> Outcome {
    for file in vectors()? {
        files::write(&files::root().join(&file.path), &file.bytes)?;
        println!("wrote {} ({} KB)", file.path.display(), file.bytes.len() / 1000);
    }
    Ok(())
}

/// Says what is wrong with the list of ids.
pub(crate) fn check() -> Result<Vec<String>, String> {
    ids::check()
}
