//! `palermo explain`: why a conclusion holds, or what is missing.

use std::io::Write;

use crate::{
    Answer,
    arguments::{Explain, TextOrJson},
    failure::Failure,
    input,
    text::{explanation, page},
};

/// Runs the command.
///
/// # Errors
///
/// Where the standard or the record cannot be read or is invalid, the standard has no such conclusion, or the output cannot
/// be written.
pub fn run(arguments: &Explain, out: &mut dyn Write) -> Result<Answer, Failure> {
    let standard = input::standard(&arguments.standard)?;
    let record = input::read_record(&standard, &arguments.file)?;
    let explained = record.explain(&arguments.conclusion).map_err(|unknown| Failure::NotFound {
        what: "the standard has no such conclusion".to_string(),
        help: unknown.nearest().map_or_else(
            || "use an id such as those of the decision (`palermo evaluate FILE --all` shows them), or `status`".to_string(),
            |nearest| format!("did you mean `{nearest}`?"),
        ),
    })?;
    let text = match arguments.format {
        TextOrJson::Json => {
            super::warn(&standard);
            super::json_line(&explained)?
        }
        TextOrJson::Text => explanation::explanation(&standard, &explained, page::output_width()),
    };
    out.write_all(text.as_bytes()).map_err(Failure::output)?;
    Ok(Answer::Yes)
}
