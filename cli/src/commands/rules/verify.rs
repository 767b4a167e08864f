//! `palermo rules verify`: proves the promises of the charter for every possible record, or shows a record that breaks one.

use std::{
    collections::BTreeSet,
    io::{self, IsTerminal, Write},
};

use palermo_verify::{
    Options, Progress, Story, prove,
    report::{Report, Verdict},
};

use crate::{
    Answer,
    arguments::{RulesVerify, TextOrJson},
    charters::{self, Chosen},
    commands::json_line,
    failure::Failure,
    replay::Replay,
    subjects::{self, Composed, Published},
    text::{page, verify::Told},
};

/// Runs the command.
///
/// # Errors
///
/// Where a rule set or a charter cannot be read or is invalid, there is no such promise, or the output cannot be written. A
/// promise that is broken is no failure: it is the answer.
pub(super) fn run(arguments: &RulesVerify, out: &mut dyn Write) -> Result<Answer, Failure> {
    let composed = subjects::composed(&arguments.rules, &arguments.overlay)?;
    let (against, is_published) = against(arguments, &composed)?;
    let replay = Replay {
        base: composed.base_arguments.clone(),
        composed: composed.arguments.clone(),
        against: against.as_ref().map(|against| against.arguments.clone()).unwrap_or_default(),
        folder: arguments.write_witnesses.clone(),
    };
    replay.prepare()?;
    let charters = charters::chosen(&arguments.charter, arguments.only_own)?;
    let only = promises(&charters, &arguments.promise)?;
    let subject = match &against {
        Some(against) => composed.subject().held_against(against.whole()),
        None => composed.subject(),
    };
    let options = Options {
        only,
        refutations: if arguments.all { usize::MAX } else { Options::default().refutations },
        nodes: arguments.node_limit,
    };
    let mut bar = Bar::new();
    let mut reports = Vec::new();
    for chosen in &charters {
        let charter = &chosen.charter;
        if !options.only.is_empty() && !charter.promises.iter().any(|promise| options.only.contains(&promise.name)) {
            continue;
        }
        let report = prove(charter, &subject, &options, &mut |progress| bar.advance(progress));
        reports.push(report.map_err(|errors| chosen.refused(&errors))?);
    }
    bar.finish();
    replay.write(&reports)?;
    for (number, report) in reports.iter().enumerate() {
        let text = match arguments.format {
            TextOrJson::Json => json_line(report)?,
            TextOrJson::Text => {
                let (rule_set, story) = (subject.whole(), Story::new(subject.whole()));
                let words = against.as_ref().map(|against| Story::new(against.whole()));
                let told =
                    Told { rule_set, story: &story, against: words.as_ref(), replay: &replay, is_published, all: arguments.all };
                let between = if number > 0 { "\n" } else { "" };
                format!("{between}{}", told.report(report, page::output_width()))
            }
        };
        out.write_all(text.as_bytes()).map_err(Failure::output)?;
    }
    Ok(answer(&reports))
}

/// What the rule set is held against, and whether it is what was published: not known where somebody names what it is held against.
fn against(arguments: &RulesVerify, own: &Composed) -> Result<(Option<Composed>, Option<bool>), Failure> {
    match arguments.against.as_deref() {
        Some(none) if none.as_os_str() == "none" => Ok((None, None)),
        Some(name) => {
            let against = subjects::composed(name, &[])?;
            against.is_sound()?;
            Ok((Some(against), None))
        }
        None => Ok(match subjects::published(own)? {
            Published::Same => (None, Some(true)),
            Published::Other(published) => (Some(*published), Some(false)),
            Published::Unknown => (None, None),
        }),
    }
}

/// The promises that were asked for, by their names or numbers; none where all are meant.
fn promises(charters: &[Chosen], asked: &[String]) -> Result<BTreeSet<String>, Failure> {
    let known: Vec<_> = charters.iter().flat_map(|chosen| &chosen.charter.promises).collect();
    let find = |asked: &String| {
        let is_asked = |name: &str| name.eq_ignore_ascii_case(asked);
        let found = known.iter().find(|promise| is_asked(&promise.name) || promise.number.as_deref().is_some_and(is_asked));
        found.map(|promise| promise.name.clone()).ok_or_else(|| {
            let names = known.iter().map(|promise| promise.name.as_str());
            let near = names.map(|name| (strsim::osa_distance(asked, name), name)).min();
            let help = near.filter(|(distance, name)| *distance <= 3.max(name.len() / 4)).map_or_else(
                || "without `--promise`, every promise is listed by its name".to_string(),
                |(_, name)| format!("did you mean `{name}`?"),
            );
            Failure::NotFound { what: "no charter has a promise of this name".to_string(), help }
        })
    };
    asked.iter().map(find).collect()
}

fn answer(reports: &[Report]) -> Answer {
    let has = |wanted| reports.iter().flat_map(|report| &report.promises).any(|promise| promise.verdict == wanted);
    if has(Verdict::Refuted) {
        Answer::No
    } else if reports.iter().any(|report| !report.errors.is_empty()) {
        Answer::Invalid
    } else if has(Verdict::Undecided) {
        Answer::Undecided
    } else {
        Answer::Yes
    }
}

/// Shows which promise is being proved, where somebody watches.
struct Bar(Option<indicatif::ProgressBar>);

impl Bar {
    fn new() -> Self {
        if !io::stderr().is_terminal() {
            return Self(None);
        }
        let bar = indicatif::ProgressBar::new(0);
        // A template that does not parse leaves the bar with its own style.
        if let Ok(style) = indicatif::ProgressStyle::with_template("{bar:30} {pos} of {len} promises, {msg}") {
            bar.set_style(style);
        }
        Self(Some(bar))
    }

    fn advance(&mut self, progress: Progress<'_>) {
        if let Some(bar) = &self.0 {
            bar.set_length(progress.of as u64);
            bar.set_position(progress.done as u64);
            bar.set_message(progress.promise.name.clone());
        }
    }

    fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
