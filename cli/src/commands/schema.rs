//! `palermo schema`: the JSON Schema of a document.

use std::io::Write;

use palermo::schema;

use crate::{Answer, arguments::Schema, failure::Failure, input};

/// Runs the command.
///
/// # Errors
///
/// Where there is no such document, or the schema cannot be written.
pub fn run(arguments: &Schema, out: &mut dyn Write) -> Result<Answer, Failure> {
    let standard = input::standard(&arguments.standard)?;
    let found = schema::schema(&arguments.name, &standard).or_else(|| palermo_verify::schema::schema(&arguments.name));
    let Some(schema) = found else {
        return Err(Failure::NotFound {
            what: "there is no such schema".to_string(),
            help: format!("name one of {}, {}", schema::NAMES.join(", "), palermo_verify::schema::NAMES.join(", ")),
        });
    };
    writeln!(out, "{schema:#}").map_err(Failure::output)?;
    Ok(Answer::Yes)
}
