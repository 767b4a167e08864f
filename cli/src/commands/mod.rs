//! What the commands do, one module each.

pub mod check;
pub mod compare;
pub mod evaluate;
pub mod explain;
pub mod generated;
pub mod import;
pub mod questions;
pub mod rules;
pub mod schema;
pub mod validate;

use std::io::{self, Write};

use palermo::Standard;
use serde::Serialize;

use crate::{failure::Failure, text::words::Words};

/// A document as one line of JSON.
fn json_line(document: &impl Serialize) -> Result<String, Failure> {
    let json = serde_json::to_string(document).map_err(|error| Failure::output(error.into()))?;
    Ok(json + "\n")
}

/// Says on standard error that the rules are no standard, where they are none and the output is for programs.
fn warn(standard: &Standard) {
    if let Some(warning) = Words::new(standard).warning() {
        // A closed standard error is no failure.
        writeln!(io::stderr(), "{warning}").ok();
    }
}
