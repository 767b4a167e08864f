//! `palermo validate`: what is wrong with a record, what is probably not meant so, and what nobody should collect.

use std::io::Write;

use palermo::ValidationReport;

use crate::{
    Answer,
    arguments::{TextOrJson, Validate},
    failure::Failure,
    input,
    text::{page, report},
};

/// Runs the command.
///
/// # Errors
///
/// Where the standard is invalid, a file cannot be read, or the output cannot be written. An invalid record is no failure:
/// it is the answer.
pub fn run(arguments: &Validate, out: &mut dyn Write) -> Result<Answer, Failure> {
    let standard = input::standard(&arguments.standard)?;
    let bytes = input::read_record_bytes(&arguments.file)?;
    let found = match standard.read_json_bytes(&bytes) {
        Ok(record) => record.report(),
        Err(errors) => ValidationReport { errors: errors.problems(), ..ValidationReport::default() },
    };
    let text = match arguments.format {
        TextOrJson::Json => super::json_line(&found)?,
        TextOrJson::Text => report::report(&found, page::output_width()),
    };
    out.write_all(text.as_bytes()).map_err(Failure::output)?;
    Ok(if found.errors.is_empty() { Answer::Yes } else { Answer::No })
}
