//! `palermo rules test`: compiles a folder of YAML and runs every case that its rules show.

use std::{io::Write, path::Path};

use palermo::Standard;
use palermo_compile::{SourcePlace, cases};

use crate::{
    Answer,
    arguments::{RulesTest, TextOrJson},
    commands::json_line,
    failure::Failure,
    text::{cases::cases as told, page},
};

/// Runs the command.
///
/// # Errors
///
/// Where the folder does not compile, or the output cannot be written. A case that does not come out as it says is no failure:
/// it is the answer.
pub(super) fn run(arguments: &RulesTest, out: &mut dyn Write) -> Result<Answer, Failure> {
    let folder = &arguments.folder;
    let compiled =
        palermo_compile::compile_with_places(folder).map_err(|errors| Failure::Sources { folder: folder.clone(), errors })?;
    let refused = |errors| Failure::RuleSet { path: folder.clone(), errors };
    let standard = Standard::from_rule_set(&compiled.rule_set).map_err(refused)?;
    let report = cases::run(&compiled.rule_set, |_| true).map_err(refused)?;
    let report = report.placed(|rule, inside| compiled.place_in_rule(rule, inside).map(|place| below(folder, &place)));
    let text = match arguments.format {
        TextOrJson::Json => json_line(&report)?,
        TextOrJson::Text => told(&standard, &compiled.rule_set, &report, page::output_width()),
    };
    out.write_all(text.as_bytes()).map_err(Failure::output)?;
    Ok(if report.failures.is_empty() { Answer::Yes } else { Answer::No })
}

/// The place with the path that leads to its file from where the command was called, so that a terminal can open it.
fn below(folder: &Path, place: &SourcePlace) -> SourcePlace {
    SourcePlace { file: folder.join(&place.file).display().to_string(), line: place.line, column: place.column }
}
