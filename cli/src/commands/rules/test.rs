//! `palermo rules test`: compiles a folder of YAML and runs every case that its rules show.

use std::{io::Write, path::Path};

use palermo::{
    Standard,
    load::LoadErrors,
    rule_set::{Rule, RuleSet},
};
use palermo_compile::{
    SourcePlace,
    cases::{self, CaseReport},
};

use crate::{
    Answer,
    arguments::{RulesTest, TextOrJson},
    commands::json_line,
    failure::Failure,
    overlays,
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
    let (rule_set, report) = if palermo_compile::is_overlay(folder) {
        of_overlay(folder, arguments.standard.as_deref())?
    } else {
        of_rule_set(folder)?
    };
    let text = match arguments.format {
        TextOrJson::Json => json_line(&report)?,
        TextOrJson::Text => {
            let standard = Standard::from_rule_set(&rule_set).map_err(refused(folder))?;
            told(&standard, &rule_set, &report, page::output_width())
        }
    };
    out.write_all(text.as_bytes()).map_err(Failure::output)?;
    Ok(if report.failures.is_empty() { Answer::Yes } else { Answer::No })
}

fn refused(folder: &Path) -> impl Fn(LoadErrors) -> Failure + use<'_> {
    |errors| Failure::RuleSet { path: folder.to_path_buf(), errors }
}

fn of_rule_set(folder: &Path) -> Result<(RuleSet, CaseReport), Failure> {
    let compiled = palermo_compile::compile_with_places(folder)
        .map_err(|errors| Failure::Sources { folder: folder.to_path_buf(), errors })?;
    let report = cases::run(&compiled.rule_set, |_| true).map_err(refused(folder))?;
    let report = report.placed(|rule, inside| compiled.place_in_rule(rule, inside).map(|place| below(folder, &place)));
    Ok((compiled.rule_set, report))
}

/// The cases of an overlay are those of its own rules; they come out by the rule set with the overlay.
fn of_overlay(folder: &Path, base: Option<&Path>) -> Result<(RuleSet, CaseReport), Failure> {
    let base = overlays::base_of(folder, base)?;
    let compiled = palermo_compile::compile_overlay_with_places(folder, &base)
        .map_err(|errors| Failure::Sources { folder: folder.to_path_buf(), errors })?;
    let own = |rule: &Rule| compiled.overlay.rules.iter().any(|own| own.id == rule.id);
    let report = cases::run(&compiled.composed, own).map_err(refused(folder))?;
    let report = report.placed(|rule, inside| compiled.place_in_rule(rule, inside).map(|place| below(folder, &place)));
    Ok((compiled.composed, report))
}

/// The place with the path that leads to its file from where the command was called, so that a terminal can open it.
fn below(folder: &Path, place: &SourcePlace) -> SourcePlace {
    SourcePlace { file: folder.join(&place.file).display().to_string(), line: place.line, column: place.column }
}
