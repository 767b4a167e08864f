//! `palermo rules diff`: what changes between two rule sets, in what is written and for whom.

use std::io::Write;

use palermo_verify::{Change, Diff, Story, diff_within};

use crate::{
    Answer,
    arguments::{RulesDiff, TextOrJson},
    commands::json_line,
    failure::Failure,
    subjects,
    text::{diff::Told, page},
};

/// Runs the command.
///
/// # Errors
///
/// Where a rule set cannot be read or is invalid, the two have facts of one name that differ, or the output cannot be written.
pub(super) fn run(arguments: &RulesDiff, out: &mut dyn Write) -> Result<Answer, Failure> {
    let (from, to) = subjects::two(&arguments.from, &arguments.to)?;
    from.is_sound()?;
    to.is_sound()?;
    let found = diff_within(from.whole(), to.whole(), arguments.node_limit)
        .map_err(|failure| Failure::Proof { of: format!("{} and {}", from.name, to.name), failure })?;
    let text = match arguments.format {
        TextOrJson::Json => json_line(&found)?,
        TextOrJson::Text => {
            let (before, after) = (Story::new(from.whole()), Story::new(to.whole()));
            Told { from: &from, to: &to, before: &before, after: &after, all: arguments.all }.diff(&found, page::output_width())
        }
    };
    out.write_all(text.as_bytes()).map_err(Failure::output)?;
    Ok(answer(&found))
}

/// Whether nobody loses anything.
fn answer(diff: &Diff) -> Answer {
    let is_undecided = diff.outputs().any(|output| output.change == Change::Undecided);
    if diff.somebody_loses() {
        Answer::No
    } else if is_undecided || diff.derived.iter().any(|derived| derived.is_undecided) {
        Answer::Undecided
    } else {
        Answer::Yes
    }
}
