//! `palermo questions`: what to ask next, and what an answer may change.

use std::io::Write;

use palermo::About;

use crate::{
    Answer,
    arguments::{AboutChoice, Questions, TextOrJson},
    failure::Failure,
    input,
    text::{page, questions},
};

/// Runs the command.
///
/// # Errors
///
/// Where the standard or the record cannot be read or is invalid, or the output cannot be written.
pub fn run(arguments: &Questions, out: &mut dyn Write) -> Result<Answer, Failure> {
    let standard = input::standard(&arguments.standard)?;
    let record = input::read_record(&standard, &arguments.file)?;
    let open = record.questions(match arguments.about {
        AboutChoice::Decision => About::Decision,
        AboutChoice::Status => About::Status,
    });
    let text = match arguments.format {
        TextOrJson::Json => {
            super::warn(&standard);
            super::json_line(&open)?
        }
        TextOrJson::Text => questions::questions(&standard, &open, page::output_width()),
    };
    out.write_all(text.as_bytes()).map_err(Failure::output)?;
    Ok(Answer::Yes)
}
