//! What the tests of a runtime report.

use std::{fs, path::Path};

use serde::Deserialize;

use crate::files;

/// How a report begins in the output of a runtime's tests: one line, with JSON behind it.
const MARK: &str = "palermo-measured: ";

/// What was run and measured in one runtime.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Measured {
    /// What it ran in, with its version: `Node 20.20.2, import`.
    pub runtime: String,
    /// How many vectors came out as they should, of those that there are; both with the embedded and the loaded rule set.
    pub vectors: usize,
    /// Microseconds for a call that does nothing, for a decision from and to JSON text, and for one from and to the plain
    /// data of the runtime; medians over the three records of `tests/benches/records`.
    pub microseconds: Microseconds,
    /// Microseconds for a decision from and to JSON text in Rust itself, in the same run; filled in by the task.
    #[serde(default)]
    pub native_microseconds: Option<f64>,
    /// Milliseconds from nothing to the first decision, where it was measured.
    #[serde(default)]
    pub first_decision_milliseconds: Option<f64>,
    /// Growth of the process in bytes for each evaluation, over 50,000 of them after warm-up.
    pub bytes_per_evaluation: f64,
    /// The package that was installed; filled in by the task.
    #[serde(default)]
    pub package: String,
    /// Its size in bytes; filled in by the task.
    #[serde(default)]
    pub package_bytes: u64,
}

/// Microseconds for each call.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Microseconds {
    pub empty_call: f64,
    pub json_text: f64,
    pub plain_data: f64,
}

/// By how much a process may grow for each evaluation and still count as not growing: what a sampled size wavers by.
const FLAT: f64 = 64.0;

impl Measured {
    /// With the package that was installed, and its size.
    pub(crate) fn with_package(self, name: &str, file: &Path) -> Result<Self, String> {
        let size = fs::metadata(file).map_err(|error| format!("{} cannot be read: {error}", files::shown(file)))?.len();
        Ok(Self { package: name.to_string(), package_bytes: size, ..self })
    }

    /// What must not be: a vector that was passed over, memory that grows.
    pub(crate) fn wrong(&self, vectors: usize) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.vectors != vectors {
            wrong.push(format!("{}: {} vectors ran, and there are {vectors}", self.runtime, self.vectors));
        }
        if self.bytes_per_evaluation > FLAT {
            wrong.push(format!("{}: memory grows by {:.0} bytes an evaluation", self.runtime, self.bytes_per_evaluation));
        }
        wrong
    }
}

/// Finds the report in the output of a runtime's tests.
pub(crate) fn in_output(output: &str) -> Result<Measured, String> {
    let line = output.lines().find_map(|line| line.split_once(MARK)).ok_or("the tests reported no measurement")?.1;
    serde_json::from_str(line).map_err(|error| format!("the report of the tests cannot be read: {error}"))
}
