//! `palermo rules lint`: what in a rule set can never happen, says nothing new, or asks for what nobody needs.

use std::io::Write;

use palermo_verify::{Finding, Lint, Story, lint};

use crate::{
    Answer,
    arguments::{RulesLint, TextOrJson},
    commands::json_line,
    failure::Failure,
    subjects,
    text::{lint::Told, page},
};

/// Runs the command.
///
/// # Errors
///
/// Where the rule set cannot be read or is invalid, there is no such lint, or the output cannot be written. A finding is no
/// failure.
pub(super) fn run(arguments: &RulesLint, out: &mut dyn Write) -> Result<Answer, Failure> {
    let denied = denied(&arguments.deny)?;
    let composed = subjects::composed(&arguments.rules, &arguments.overlay)?;
    composed.is_sound()?;
    let looked = |rule_set| lint(rule_set).map_err(|failure| Failure::Proof { of: composed.name.clone(), failure });
    let mut report = looked(composed.whole())?;
    let found = report.findings.len();
    if composed.has_overlays() {
        // Whoever writes an overlay can only mend what it brings.
        let of_base = looked(&composed.base)?;
        let is_new = |finding: &Finding| {
            !of_base.findings.iter().any(|known| (known.lint, &known.sentence) == (finding.lint, &finding.sentence))
        };
        report.findings.retain(is_new);
    }
    let without = found - report.findings.len();
    let text = match arguments.format {
        TextOrJson::Json => json_line(&report)?,
        TextOrJson::Text => {
            Told { composed: &composed, story: &Story::new(composed.whole()), without }.lint(&report, page::output_width())
        }
    };
    out.write_all(text.as_bytes()).map_err(Failure::output)?;
    let is_denied = report.findings.iter().any(|finding| denied.contains(&finding.lint));
    let may_be_denied = report.undecided.iter().any(|lint| denied.contains(lint));
    Ok(match (is_denied, may_be_denied) {
        (true, _) => Answer::No,
        (false, true) => Answer::Undecided,
        (false, false) => Answer::Yes,
    })
}

/// The lints of which nothing may be found.
fn denied(names: &[String]) -> Result<Vec<Lint>, Failure> {
    if names.iter().any(|name| name == "all") {
        return Ok(Lint::ALL.to_vec());
    }
    let find = |name: &String| {
        Lint::ALL.into_iter().find(|lint| lint.as_str() == name).ok_or_else(|| Failure::NotFound {
            what: "there is no such lint".to_string(),
            help: format!("name one of {}, or all", Lint::ALL.map(Lint::as_str).join(", ")),
        })
    };
    names.iter().map(find).collect()
}
