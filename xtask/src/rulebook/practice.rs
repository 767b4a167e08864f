//! A practice held to the charter: each promise that it breaks, with people of whom it breaks it.

use std::collections::BTreeSet;

use palermo::rule_set::Rule;
use palermo_cli::text::words::capitalised;
use palermo_verify::{
    Output, Story,
    report::{PromiseReport, Refutation, Verdict, WitnessRecord},
};

use super::{
    book::View,
    charter::verdict,
    markdown::{Page, anchor, code, count, escaped, linked, part},
    places::Kind,
    proofs::Held,
};

/// How many people are told of for one promise; the command line tells of all.
const TOLD: usize = 12;

/// The page of a practice.
pub(crate) fn page_path(folder: &str) -> String {
    format!("{folder}/charter.md")
}

impl View<'_> {
    /// What becomes of the promises by the practice.
    pub(crate) fn practice(&self, held: &Held) -> Page {
        let mut page = Page::new(page_path(&self.chapter.folder), "Held to the charter");
        if let Some(warning) = self.words().warning() {
            page.lead(&escaped(warning));
        }
        page.paragraph(
            "The practice is written as rules, so the charter can be held against it as against a standard. This page tells which \
             promises it breaks, and of whom. Each person is told of by a smallest record: no record with fewer known facts \
             breaks the promise in the same way. Nobody was asked and nobody is described: the records are found by the proof.",
        );
        let counts = &held.report.counts;
        page.paragraph(&escaped(&format!(
            "Of {}, refuted: {}, holding: {}, vacuous: {}, not about it: {}, about the engine: {}.",
            count(held.report.promises.len(), "promise", "promises"),
            counts.refuted,
            counts.holds,
            counts.vacuous,
            counts.not_applicable,
            counts.shown_by_tests
        )));
        let path = page.path.clone();
        for kind in [Verdict::Holds, Verdict::Vacuous, Verdict::Undecided] {
            let names = held
                .report
                .promises
                .iter()
                .filter(|promise| promise.verdict == kind)
                .map(|promise| linked(&escaped(&promise.name), self.book.places.link(&path, Kind::Promise, &promise.name)));
            let names = names.collect::<Vec<_>>().join(", ");
            if !names.is_empty() {
                page.paragraph(&part(&capitalised(verdict(kind)), &names));
            }
        }
        for promise in held.report.promises.iter().filter(|promise| promise.verdict == Verdict::Refuted) {
            self.broken(&mut page, promise);
        }
        page
    }

    fn broken(&self, page: &mut Page, promise: &PromiseReport) {
        let path = page.path.clone();
        let number = promise.number.as_ref().map(|number| format!("{number} ")).unwrap_or_default();
        page.heading(2, &escaped(&format!("{number}{}", promise.name)), &anchor(&promise.name));
        page.quote(&escaped(&promise.sentence));
        let in_charter = self.book.places.link(&path, Kind::Promise, &promise.name);
        page.paragraph(&linked("The promise in the charter", in_charter));
        let refutations: Vec<&Refutation> = promise.refutations().collect();
        let further: usize = promise.proofs.iter().map(|proof| proof.further).sum();
        let story = Story::new(&self.chapter.set);
        // What no rule gives is broken for everybody who should have it; one person would be no more telling than another.
        let (never, others): (Vec<&Refutation>, Vec<&Refutation>) =
            refutations.into_iter().partition(|refutation| self.is_never_given(refutation));
        let (written, told): (Vec<&Refutation>, Vec<&Refutation>) =
            others.into_iter().partition(|refutation| refutation.first.is_none());
        let mut items: Vec<(usize, String)> = Vec::new();
        for refutation in told.iter().take(TOLD) {
            items.extend(self.told_of(&path, &story, refutation));
        }
        page.list(items);
        page.list(
            written
                .iter()
                .take(TOLD)
                .map(|refutation| (0, escaped(&format!("{}: {}", capitalised(&refutation.says), refutation.parts.join(", "))))),
        );
        if !never.is_empty() {
            let outputs: BTreeSet<String> =
                never.iter().filter_map(|refutation| Some(self.called(refutation.output.as_ref()?))).collect();
            page.paragraph(&part(
                "What the practice never gives, and what it takes for no breach",
                &escaped(&outputs.into_iter().collect::<Vec<_>>().join("; ")),
            ));
        }
        let left = further + told.len().saturating_sub(TOLD) + written.len().saturating_sub(TOLD);
        if left > 0 {
            page.paragraph(&format!("And {} more; `palermo rules verify {} --all` tells of them.", left, self.chapter.folder));
        }
    }

    /// Whether the refutation is that no rule gives something at all.
    fn is_never_given(&self, refutation: &Refutation) -> bool {
        let Some(output) = refutation.output.as_ref().and_then(|output| output.parse::<Output>().ok()) else { return false };
        let gives = |rule: &Rule| match &output {
            Output::Violation(code) | Output::Implied(code) => rule.breach.as_ref().is_some_and(|breach| breach.code == *code),
            other => rule.then.contains(&other.to_string()),
        };
        refutation.second.is_none() && !self.chapter.set.rules.iter().any(gives)
    }

    /// What an output is called; a practice may have no word for what it never gives.
    fn called(&self, output: &str) -> String {
        let words = self.book.chapters.first().map_or(self.words(), |base| self.book.view(base).words());
        match output.parse() {
            Ok(Output::Violation(code) | Output::Implied(code)) => words.conduct(&code),
            _ => words.consequence(output),
        }
    }

    /// A person, or one person in two records, and what follows.
    fn told_of(&self, page: &str, story: &Story<'_>, refutation: &Refutation) -> Vec<(usize, String)> {
        let mut told = story.refutation(refutation).into_iter();
        let mut items: Vec<(usize, String)> = told.next().map(|person| (0, escaped(&person))).into_iter().collect();
        items.extend(told.map(|paragraph| (1, escaped(&paragraph))));
        if refutation.output.is_none() {
            items.push((1, escaped(&format!("{}.", capitalised(&refutation.says)))));
        }
        let records: Vec<&WitnessRecord> = [&refutation.first, &refutation.second].into_iter().flatten().collect();
        let rules = records.iter().filter_map(|record| self.by_rules(page, record.follows?, &record.rules));
        items.extend(rules.map(|rules| (1, rules)));
        let json: Vec<String> = records.into_iter().filter_map(as_json).map(|json| code(&json)).collect();
        items.push((1, format!("To decide again by {}: {}", code("palermo evaluate"), json.join(", and "))));
        items
    }

    fn by_rules(&self, page: &str, follows: bool, rules: &[String]) -> Option<String> {
        let linked = rules.iter().map(|id| linked(&code(id), self.book.places.link(page, Kind::Rule, id)));
        let linked = linked.collect::<Vec<_>>().join(", ");
        let how = if follows { "It follows by" } else { "Where it does not follow, these do not apply:" };
        (!rules.is_empty()).then(|| format!("{how} {linked}."))
    }
}

/// A record as `palermo evaluate` reads it.
fn as_json(witness: &WitnessRecord) -> Option<String> {
    serde_json::to_string(&witness.record).ok()
}
