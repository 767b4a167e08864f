//! The charter held against the rule sets of the book, and which rules serve which promise.

use std::collections::{BTreeMap, BTreeSet};

use palermo::rule_set::RuleSet;
use palermo_verify::{
    Options, Subject,
    charter::{Charter, Concerns, Promise},
    prove,
    report::{PromiseReport, Report},
};

use super::book::Chapter;
use crate::charter;

/// A rule set held to the charter.
pub(crate) struct Held {
    /// What it is called.
    pub name: String,
    /// What came of it.
    pub report: Report,
}

impl Held {
    /// What came of a promise.
    pub(crate) fn of(&self, promise: &str) -> Option<&PromiseReport> {
        self.report.promises.iter().find(|report| report.name == promise)
    }
}

/// The charter and everything that is held to it.
pub(crate) struct Proofs {
    /// The charter.
    pub charter: Charter,
    /// The standards.
    pub standards: Vec<Held>,
    /// The practices, by their folders.
    pub practices: BTreeMap<String, Held>,
    /// What each promise speaks about, in the order of the charter, by the folder of the chapter.
    concerns: BTreeMap<String, Vec<Concerns>>,
}

impl Proofs {
    /// Proves the charter of every rule set of the book.
    pub(crate) fn of(chapters: &[Chapter]) -> Result<Self, String> {
        let charter = charter::newest()?;
        let mut proofs = Self { charter, standards: Vec::new(), practices: BTreeMap::new(), concerns: BTreeMap::new() };
        for chapter in chapters {
            let held = proofs.held(chapter.folder.clone(), &Subject::new(&chapter.set))?;
            if chapter.is_practice() {
                proofs.practices.insert(chapter.folder.clone(), held);
            } else {
                proofs.standards.push(held);
                let concerns = proofs.concerns(&chapter.set);
                proofs.concerns.insert(chapter.folder.clone(), concerns);
            }
        }
        Ok(proofs)
    }

    fn held(&self, name: String, subject: &Subject<'_>) -> Result<Held, String> {
        let report = prove(&self.charter, subject, &Options::default(), &mut |_| {});
        Ok(Held { report: report.map_err(|errors| format!("the charter and {name}: {errors}"))?, name })
    }

    fn concerns(&self, set: &RuleSet) -> Vec<Concerns> {
        let none = BTreeSet::new();
        self.charter.promises.iter().map(|promise| self.charter.concerns(promise, set, &none)).collect()
    }

    /// The promises that a rule serves.
    pub(crate) fn served_by<'p>(&'p self, chapter: &Chapter, rule: &palermo::rule_set::Rule) -> Vec<&'p Promise> {
        let concerns = self.concerns.get(&chapter.folder).map(Vec::as_slice).unwrap_or_default();
        let served = self.charter.promises.iter().zip(concerns).filter(|(_, concerns)| concerns.served_by(rule));
        served.map(|(promise, _)| promise).collect()
    }
}

/// How a promise is called where there is little room.
pub(crate) fn short(promise: &Promise) -> &str {
    promise.number.as_deref().unwrap_or(&promise.name)
}
