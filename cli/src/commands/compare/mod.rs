//! `palermo compare`: what was gained and what was lost between two records or decisions of one case, and why.
//!
//! `side` reads either, `difference` says what differs, `because` finds the facts that explain it, `words` writes it
//! for people.

mod because;
mod difference;
mod side;
mod words;

use std::io::{self, Write};

use self::{difference::Difference, side::Side};
use crate::{
    Answer,
    arguments::{Compare, TextOrJson},
    failure::Failure,
    input,
    text::page,
};

/// Runs the command.
///
/// # Errors
///
/// What kept it from being done.
pub fn run(arguments: &Compare, out: &mut dyn Write) -> Result<Answer, Failure> {
    let standard = input::standard(&arguments.standard)?;
    let old = Side::read(&standard, &arguments.old)?;
    let new = Side::read(&standard, &arguments.new)?;
    let mut difference = Difference::between(&old, &new);
    match arguments.format {
        TextOrJson::Text => {
            let text = words::text(&standard, &old, &new, &difference, page::output_width());
            out.write_all(text.as_bytes()).map_err(Failure::output)?;
        }
        TextOrJson::Json => {
            difference.warnings = words::warnings(&old, &new);
            for warning in &difference.warnings {
                // Whether anybody hears this does not matter to what was done.
                writeln!(io::stderr(), "Warning: {warning}").ok();
            }
            let json = serde_json::to_string(&difference).map_err(|error| Failure::output(error.into()))?;
            writeln!(out, "{json}").map_err(Failure::output)?;
        }
    }
    Ok(if difference.lost_protection() { Answer::No } else { Answer::Yes })
}
