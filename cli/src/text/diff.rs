//! What changes between two rule sets, in words: who loses something, who gains it, and which rules are written differently.

use palermo::{Certainty, ConductEvent, IntakeRecord};
use palermo_verify::{Change, Diff, Facts, Output, OutputChange, Shown, Story};

use super::{
    page::Page,
    words::{capitalised, counted, warning_of},
};
use crate::{replay, subjects::Composed};

/// How many rules of a list are named, unless everything is asked for.
const NAMED: usize = 12;

/// What is told, and how much of it.
pub struct Told<'t> {
    /// The first rule set.
    pub from: &'t Composed,
    /// The second rule set.
    pub to: &'t Composed,
    /// The words of the first rule set.
    pub before: &'t Story<'t>,
    /// The words of the second rule set.
    pub after: &'t Story<'t>,
    /// Whether conduct and derived facts are told too, and how each record is decided again.
    pub all: bool,
}

impl Told<'_> {
    /// What changes between two rule sets.
    #[must_use]
    pub fn diff(&self, diff: &Diff, width: usize) -> String {
        let mut page = Page::new(width);
        page.text(0, &format!("From {} to {}", diff.from, diff.to));
        for named in [self.from, self.to] {
            if let Some(warning) = warning_of(named.whole()) {
                page.part(0, &named.whole().id, warning);
            }
        }
        self.outputs(&mut page, "For people", &diff.conclusions, true);
        self.status(&mut page, diff);
        let conduct = [("Conduct that breaks a duty", &diff.violations), ("Conduct that recorded facts imply", &diff.implied)];
        for (heading, changes) in conduct {
            self.outputs(&mut page, heading, changes, self.all);
        }
        self.written(&mut page, diff);
        summary(&mut page, diff);
        page.into_text()
    }

    /// What is lost, gained, or both, each with a smallest record.
    fn outputs(&self, page: &mut Page, heading: &str, changes: &[OutputChange], each: bool) {
        for (change, what) in [
            (Change::Lost, "lost by some and gained by nobody"),
            (Change::Both, "lost by some and gained by others"),
            (Change::Gained, "gained by some and lost by nobody"),
            (Change::Undecided, "undecided: a limit was reached"),
        ] {
            let found: Vec<&OutputChange> = changes.iter().filter(|output| output.change == change).collect();
            if found.is_empty() {
                continue;
            }
            page.heading(&format!("{heading}: {what} ({})", found.len()));
            if !each && change != Change::Undecided {
                page.text(2, "`--all` tells them one by one.");
                continue;
            }
            for output in found {
                self.output(page, output);
            }
        }
    }

    fn output(&self, page: &mut Page, change: &OutputChange) {
        // A rule set that never gives it may have no words for it.
        let story = if change.lost.is_some() { self.before } else { self.after };
        page.item(2, &format!("{} [{}]", capitalised(&story.follows(&change.output, true)), change.output));
        if let Some(shown) = &change.lost {
            self.shown(page, "Lost by", &change.output, shown, "before");
        }
        if let Some(shown) = &change.gained {
            self.shown(page, "Gained by", &change.output, shown, "after");
        }
    }

    fn shown(&self, page: &mut Page, by: &str, output: &Output, shown: &Shown, when: &str) {
        page.part(4, by, &self.person(&shown.facts));
        if !shown.rules.is_empty() {
            page.part(4, &format!("Rules that make it so {when}"), &shown.rules.join(", "));
        }
        if self.all {
            self.again(page, &shown.facts, Some(output));
        }
    }

    /// A record in the words of the rule set that knows more of the facts, or whether one of them is the age.
    fn person(&self, facts: &Facts) -> String {
        let known =
            |named: &Composed| facts.keys().filter(|name| named.whole().facts.iter().any(|fact| fact.name == **name)).count();
        let (before, after) = ((known(self.from), self.before.knows_age()), (known(self.to), self.after.knows_age()));
        if after > before { self.after } else { self.before }.record(facts).join(" ")
    }

    /// How to decide a record again, by both rule sets.
    fn again(&self, page: &mut Page, facts: &Facts, output: Option<&Output>) {
        let conduct = match output {
            Some(Output::Violation(code)) => {
                vec![ConductEvent { code: code.clone(), actor: None, certainty: Certainty::Established }]
            }
            _ => Vec::new(),
        };
        for named in [self.from, self.to] {
            // A rule set takes only what it knows.
            let known = |name: &str| named.whole().facts.iter().any(|fact| fact.name == name);
            let codes = |code: &str| named.whole().conduct.iter().any(|known| known.code == code);
            let facts = facts.iter().filter(|(name, _)| known(name)).map(|(name, value)| (name.clone(), value.clone())).collect();
            let conduct = conduct.iter().filter(|event| codes(&event.code)).cloned().collect();
            let record = IntakeRecord { facts, conduct, ..IntakeRecord::default() };
            page.extend([format!("      {}", replay::command(&record, &named.arguments))]);
        }
    }

    fn status(&self, page: &mut Page, diff: &Diff) {
        for derived in diff.derived.iter().filter(|derived| derived.is_status || self.all) {
            if derived.moves.is_empty() && !derived.is_undecided {
                continue;
            }
            let heading =
                if derived.is_status { "The status".to_string() } else { format!("The derived fact `{}`", derived.fact) };
            page.heading(&format!("{heading} ({})", derived.moves.len()));
            for step in &derived.moves {
                let value = |story: &Story<'_>, value: &Option<String>| {
                    value.as_ref().map_or_else(|| "none".to_string(), |value| format!("“{}”", story.value(&derived.fact, value)))
                };
                page.item(2, &format!("From {} to {}", value(self.before, &step.from), value(self.after, &step.to)));
                page.text(4, &self.person(&step.facts));
                if self.all {
                    self.again(page, &step.facts, None);
                }
            }
            if derived.is_undecided {
                page.text(2, "Undecided whether it changes in further ways: a limit was reached.");
            }
        }
    }

    fn written(&self, page: &mut Page, diff: &Diff) {
        let facts = [("only before", &diff.facts.only_from), ("only after", &diff.facts.only_to)];
        for (when, names) in facts.into_iter().filter(|(_, names)| !names.is_empty()) {
            page.heading(&format!("Facts {when} ({})", names.len()));
            page.text(2, &names.join(", "));
        }
        if !diff.facts.changed.is_empty() {
            page.heading(&format!("Facts that are described differently ({})", diff.facts.changed.len()));
            for changed in &diff.facts.changed {
                page.item(2, &format!("{}: {}", changed.id, changed.parts.join(", ")));
            }
        }
        for (when, rules) in [("removed", &diff.rules.removed), ("added", &diff.rules.added)] {
            if !rules.is_empty() {
                page.heading(&format!("Rules {when} ({})", rules.len()));
                let shown = if self.all { rules.len() } else { NAMED.min(rules.len()) };
                page.text(2, &rules.get(..shown).unwrap_or_default().join(", "));
                if shown < rules.len() {
                    page.text(2, &format!("and {} more; `--all` names them.", rules.len() - shown));
                }
            }
        }
        if !diff.rules.changed.is_empty() {
            page.heading(&format!("Rules that change ({})", diff.rules.changed.len()));
        }
        for changed in &diff.rules.changed {
            let applies = match changed.fires {
                Change::Same => "it applies to the same records",
                Change::Gained => "it applies to more records",
                Change::Lost => "it applies to fewer records",
                Change::Both => "it applies to other records",
                Change::Undecided => "undecided to which records it applies: a limit was reached",
            };
            let parts = if changed.parts.is_empty() { "what it reads".to_string() } else { changed.parts.join(", ") };
            page.item(2, &format!("{}: {parts}; {applies}", changed.rule));
            if self.all {
                for (by, facts) in [("No longer applies to", &changed.lost), ("Now applies to", &changed.gained)] {
                    if let Some(facts) = facts {
                        page.part(4, by, &self.person(facts));
                    }
                }
            }
        }
    }
}

fn summary(page: &mut Page, diff: &Diff) {
    page.blank();
    let count = |wanted: Change| diff.conclusions.iter().filter(|output| output.change == wanted).count();
    page.text(0, &format!("{}:", counted(diff.conclusions.len(), "conclusion")));
    let counts = [
        (count(Change::Same), "the same for every possible record"),
        (count(Change::Gained), "only gained"),
        (count(Change::Lost), "only lost"),
        (count(Change::Both), "gained by some and lost by others"),
        (count(Change::Undecided), "undecided"),
    ];
    page.counts(&counts);
    if diff.is_same() {
        page.text(0, "The same follows from both, for every possible record.");
    } else if diff.only_gains() {
        page.text(0, "Nobody loses anything.");
    } else if diff.somebody_loses() {
        page.text(0, "Somebody loses something.");
    }
}
