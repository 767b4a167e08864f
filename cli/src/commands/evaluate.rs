//! `palermo evaluate`

use std::io::Write;

use crate::{
    Answer,
    arguments::{Evaluate, Format},
    failure::Failure,
    input, stream,
    text::{everything, first_screen, page},
};

/// Runs the command.
///
/// # Errors
///
/// Where the standard or the record cannot be read or is invalid, or the output cannot be written.
pub fn run(arguments: &Evaluate, out: &mut dyn Write) -> Result<Answer, Failure> {
    if arguments.compact && arguments.format == Format::Text {
        return Err(Failure::Usage {
            what: "there is no short form of the text".to_string(),
            help: "use `--compact` with `--format json` or `--format ndjson`".to_string(),
        });
    }
    let standard = input::standard(&arguments.standard)?;
    if arguments.format != Format::Text {
        super::warn(&standard);
    }
    if arguments.format == Format::Ndjson {
        return stream::run(&standard, &arguments.file, arguments.compact, out);
    }
    let record = input::read_record(&standard, &arguments.file)?;
    let text = match arguments.format {
        Format::Json | Format::Ndjson if arguments.compact => record.compact_json() + "\n",
        Format::Json | Format::Ndjson => record.decision_json() + "\n",
        Format::Text if arguments.all => everything::everything(&standard, &record.decision(), page::output_width()),
        Format::Text => first_screen::first_screen(&standard, &record.decision()),
    };
    out.write_all(text.as_bytes()).map_err(Failure::output)?;
    Ok(Answer::Yes)
}
