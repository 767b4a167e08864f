//! What came of holding a rule set to its charter, in words: each promise with its verdict, and for a broken one the person
//! whom it would meet.

use std::collections::BTreeSet;

use palermo::rule_set::RuleSet;
use palermo_verify::{
    Story,
    report::{DecidedBy, Named, PromiseReport, Proof, Refutation, Report, Verdict, WitnessRecord},
};

use super::{
    page::{Page, TOGETHER},
    words::{capitalised, counted, warning_of},
};
use crate::replay::Replay;

/// How many parts of a list are named, unless everything is asked for.
const NAMED: usize = 6;

/// What is told, and how much of it.
pub struct Told<'t> {
    /// The rule set.
    pub rule_set: &'t RuleSet,
    /// The words of the rule set.
    pub story: &'t Story<'t>,
    /// The words of what it is held against: what was changed can also be its words.
    pub against: Option<&'t Story<'t>>,
    /// How a witness is decided again.
    pub replay: &'t Replay,
    /// Whether the rules are those that were published under their names, where that is known.
    pub is_published: Option<bool>,
    /// Whether every refutation is told, and not only the first of each promise.
    pub all: bool,
}

impl Told<'_> {
    /// The report on a charter.
    #[must_use]
    pub fn report(&self, report: &Report, width: usize) -> String {
        let mut page = Page::new(width);
        page.text(0, &names(&report.rule_set, &report.overlays));
        if let Some(warning) = warning_of(self.rule_set) {
            page.text(0, warning);
        }
        self.held_against(&mut page, report);
        page.text(0, &format!("held to the promises of {} {}", report.charter.id, report.charter.version));
        for promise in &report.promises {
            self.promise(&mut page, promise);
        }
        summary(&mut page, report);
        page.into_text()
    }

    /// What the rule set is held against, and whether anybody can decide by it at all.
    fn held_against(&self, page: &mut Page, report: &Report) {
        let against = report.against.as_ref().map(|against| (against.rule_set.to_string(), against.of_same_name));
        match (self.is_published, &against) {
            (Some(true), _) => page.text(0, "as published, byte for byte"),
            (Some(false), Some((published, true))) => {
                page.text(0, &format!("NOT AS PUBLISHED: the published {published} says something else."));
                page.text(0, "held against the published one: nothing that it gives may be lost");
            }
            (Some(false), Some((published, false))) => {
                page.text(0, &format!("held against {published}, which is published: nothing that it gives may be lost"));
            }
            (_, Some((name, _))) => page.text(0, &format!("held against {name}: nothing that it gives may be lost")),
            (_, None) => {}
        }
        if !report.errors.is_empty() {
            let errors = counted(report.errors.len(), "error");
            page.text(0, &format!("NOBODY CAN DECIDE BY THIS RULE SET: {errors}"));
            report.errors.iter().for_each(|error| page.item(2, error));
        }
    }

    fn promise(&self, page: &mut Page, promise: &PromiseReport) {
        page.blank();
        let number = promise.number.as_ref().map(|number| format!(" ({})", number.replace(' ', &TOGETHER.to_string())));
        page.text(0, &format!("{}{}: {}", promise.name, number.unwrap_or_default(), verdict(promise.verdict)));
        page.text(2, &promise.sentence);
        let mut told = BTreeSet::new();
        for remark in promise.proofs.iter().flat_map(|proof| &proof.remarks).filter(|remark| told.insert(*remark)) {
            page.item(2, remark);
        }
        for proof in &promise.proofs {
            self.proof(page, promise, proof);
        }
        let broken: Vec<(usize, &Refutation)> = promise.refutations().enumerate().collect();
        let further = promise.proofs.iter().map(|proof| proof.further).sum::<usize>();
        // The person of whom least has to be known is told first.
        let first = broken.iter().min_by_key(|(_, refutation)| known(refutation)).map(|(number, _)| *number);
        let (told, rest): (Vec<_>, Vec<_>) = broken.into_iter().partition(|(number, _)| self.all || Some(*number) == first);
        for (number, refutation) in told {
            self.refutation(page, &promise.name, number, refutation);
        }
        let rest: Vec<&Refutation> = rest.into_iter().map(|(_, refutation)| refutation).collect();
        if rest.len() + further > 0 {
            page.part(2, "Also broken", &also(&rest, further));
        }
    }

    fn proof(&self, page: &mut Page, promise: &PromiseReport, proof: &Proof) {
        if promise.verdict == Verdict::Vacuous {
            list(page, "Why", &proof.vacuous, self.all);
        } else if self.all {
            list(page, "Nothing to prove", &proof.vacuous, true);
        }
        let tests: Vec<String> = proof.tests.iter().map(|test| format!("{} ({})", test.test, test.file)).collect();
        list(page, "Shown by", &tests, true);
    }

    fn refutation(&self, page: &mut Page, promise: &str, number: usize, refutation: &Refutation) {
        page.item(2, &subject(refutation));
        let is_against = refutation.first.as_ref().is_some_and(|first| first.by == DecidedBy::Against);
        let story = self.against.filter(|_| is_against).unwrap_or(self.story);
        for paragraph in story.refutation(refutation) {
            page.text(4, &paragraph);
        }
        if !refutation.parts.is_empty() {
            page.part(4, "What breaks it", &refutation.parts.join("; "));
        }
        rules(page, refutation);
        let commands = self.replay.commands(promise, number, refutation);
        if !commands.is_empty() {
            page.text(4, "Decide it again:");
        }
        // They are copied as they stand.
        page.extend(commands.into_iter().map(|command| format!("      {command}")));
    }
}

/// A rule set with its overlays, and their versions.
fn names(rule_set: &Named, overlays: &[Named]) -> String {
    let names = std::iter::once(rule_set).chain(overlays);
    names.map(ToString::to_string).collect::<Vec<_>>().join(" with ")
}

/// The verdict in words.
fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Refuted => "REFUTED",
        Verdict::Vacuous => "vacuous, kept because what it speaks of never happens",
        Verdict::Undecided => "UNDECIDED",
        Verdict::NotApplicable => "not about this rule set",
        Verdict::ShownByTests => "about the program, shown by tests",
    }
}

/// How much is known in the records of a refutation; where it needs no record, nothing.
fn known(refutation: &Refutation) -> usize {
    [&refutation.first, &refutation.second].into_iter().flatten().map(|record| record.record.facts.len()).sum()
}

/// The rules behind what follows, and those that would give what does not.
fn rules(page: &mut Page, refutation: &Refutation) {
    let (first, second) = (refutation.first.as_ref(), refutation.second.as_ref());
    let two = second.is_some();
    let of_one_record = two && first.map(|record| record.by) != second.map(|record| record.by);
    let is_against = first.is_some_and(|first| first.by == DecidedBy::Against);
    for (which, record) in [("first", &refutation.first), ("second", &refutation.second)] {
        let Some(WitnessRecord { follows: Some(follows), rules, by, .. }) = record else { continue };
        let place = match by {
            _ if !two => String::new(),
            DecidedBy::Base if of_one_record => " by the base".to_string(),
            DecidedBy::Against if of_one_record => " by what it is held against".to_string(),
            DecidedBy::Composed if is_against => " by the rule set itself".to_string(),
            DecidedBy::Composed if of_one_record => " by what is composed on it".to_string(),
            _ => format!(" in the {which}"),
        };
        match (follows, rules.as_slice()) {
            (true, rules) => page.part(4, &format!("Rules that make it so{place}"), &rules.join(", ")),
            (false, []) => page.text(4, &format!("No rule makes it so{place}.")),
            (false, rules) => {
                page.part(4, &format!("Rules that would make it so{place}, and do not apply"), &rules.join(", "));
            }
        }
    }
}

/// What is broken, and by which facts.
fn subject(refutation: &Refutation) -> String {
    match (&refutation.output, refutation.differ.as_slice()) {
        (Some(output), [fact]) => format!("{output} by `{fact}`"),
        (Some(output), [_, ..]) => format!("{output} by {}", counted(refutation.differ.len(), "fact")),
        (Some(output), []) => output.clone(),
        (None, _) => capitalised(&refutation.says),
    }
}

/// Further refutations, with those of one output together.
fn also(rest: &[&Refutation], further: usize) -> String {
    let shown = rest.get(..NAMED).unwrap_or(rest);
    let mut by_output: Vec<(String, Vec<String>)> = Vec::new();
    for refutation in shown {
        let (output, fact) = match (&refutation.output, refutation.differ.as_slice()) {
            (Some(output), [fact]) => (output.clone(), Some(format!("`{fact}`"))),
            _ => (subject(refutation), None),
        };
        match by_output.iter_mut().find(|(known, _)| *known == output) {
            Some((_, facts)) => facts.extend(fact),
            None => by_output.push((output, fact.into_iter().collect())),
        }
    }
    let told = by_output.into_iter().map(|(output, facts)| match facts.as_slice() {
        [] => output,
        facts => format!("{output} by {}", facts.join(", ")),
    });
    let mut told: Vec<String> = told.collect();
    let left = rest.len() - shown.len() + further;
    if left > 0 {
        told.push(format!("and {left}{TOGETHER}more"));
    }
    told.join("; ")
}

fn list(page: &mut Page, name: &str, parts: &[String], all: bool) {
    if parts.is_empty() {
        return;
    }
    let shown = if all { parts.len() } else { NAMED.min(parts.len()) };
    let left = parts.len() - shown;
    let left = if left == 0 { String::new() } else { format!("; and {left}{TOGETHER}more") };
    page.part(2, name, &format!("{}{left}", parts.get(..shown).unwrap_or_default().join("; ")));
}

fn summary(page: &mut Page, report: &Report) {
    if !report.not_core.is_empty() {
        page.heading("Entitlements of overlays that are no core assistance, and why the overlay says so");
        for entry in &report.not_core {
            page.item(2, &format!("{} ({}): {}", entry.conclusion, entry.overlay, entry.reason));
        }
    }
    let counts = &report.counts;
    page.blank();
    let parts = [
        (counts.holds, "proved for every possible record"),
        (counts.refuted, "refuted"),
        (counts.undecided, "undecided"),
        (counts.vacuous, "vacuous"),
        (counts.shown_by_tests, "about the program, shown by tests"),
        (counts.not_applicable, "not about this rule set"),
    ];
    let promises = counted(report.promises.len(), "promise");
    page.text(0, &format!("{promises}:"));
    page.counts(&parts);
    for (verdict, name) in [(Verdict::Refuted, "Refuted"), (Verdict::Undecided, "Undecided")] {
        let names: Vec<&str> =
            report.promises.iter().filter(|promise| promise.verdict == verdict).map(|promise| promise.name.as_str()).collect();
        if !names.is_empty() {
            page.part(0, name, &names.join(", "));
        }
    }
}
