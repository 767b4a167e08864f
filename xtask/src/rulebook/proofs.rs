//! The charter held against the rule sets of the book, and which rules serve which promise.

use std::collections::{BTreeMap, BTreeSet};

use palermo::rule_set::{Overlay, Rule, RuleSet};
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
    /// The overlays that are composed on the base.
    pub overlays: Vec<String>,
    /// Everything it decides by.
    pub set: RuleSet,
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
    /// Proves the charter of every rule set of the book: of the base, of the base with each overlay and with all, and of practices.
    pub(crate) fn of(chapters: &[Chapter]) -> Result<Self, String> {
        let charter = charter::newest()?;
        let mut proofs = Self { charter, standards: Vec::new(), practices: BTreeMap::new(), concerns: BTreeMap::new() };
        for chapter in chapters {
            if chapter.is_practice() {
                let held = proofs.held(chapter.folder.clone(), &Subject::new(&chapter.set))?;
                proofs.practices.insert(chapter.folder.clone(), held);
                continue;
            }
            let concerns = proofs.concerns(&chapter.set, chapter.overlay.as_slice());
            proofs.concerns.insert(chapter.folder.clone(), concerns);
            if chapter.overlay.is_none() {
                let held = proofs.held(chapter.folder.clone(), &Subject::new(&chapter.set))?;
                proofs.standards.push(held);
            }
        }
        let overlays: Vec<Overlay> = chapters.iter().filter_map(|chapter| chapter.overlay.clone()).collect();
        if let Some(base) = chapters.first().filter(|_| !overlays.is_empty()) {
            for overlay in &overlays {
                let held = proofs.composed(&base.set, std::slice::from_ref(overlay), format!("with {}", overlay.id))?;
                proofs.standards.push(held);
            }
            if overlays.len() > 1 {
                let held = proofs.composed(&base.set, &overlays, "with all overlays".to_string())?;
                proofs.standards.push(held);
            }
        }
        Ok(proofs)
    }

    fn held(&self, name: String, subject: &Subject<'_>) -> Result<Held, String> {
        let report = prove(&self.charter, subject, &Options::default(), &mut |_| {});
        let overlays = subject.overlays.iter().map(|named| named.id.clone()).collect();
        let report = report.map_err(|errors| format!("the charter and {name}: {errors}"))?;
        Ok(Held { name, overlays, set: subject.whole().clone(), report })
    }

    fn composed(&self, base: &RuleSet, overlays: &[Overlay], name: String) -> Result<Held, String> {
        let composed = base.compose(overlays).map_err(|errors| errors.to_string())?;
        let subject = Subject::composed(base, &composed, overlays);
        self.held(name, &subject)
    }

    fn concerns(&self, set: &RuleSet, overlays: &[Overlay]) -> Vec<Concerns> {
        let not_core: BTreeSet<String> =
            overlays.iter().flat_map(|overlay| &overlay.not_core).map(|entry| entry.conclusion.clone()).collect();
        self.charter.promises.iter().map(|promise| self.charter.concerns(promise, set, &not_core)).collect()
    }

    /// The promises that a rule serves.
    pub(crate) fn served_by<'p>(&'p self, chapter: &Chapter, rule: &Rule) -> Vec<&'p Promise> {
        let concerns = self.concerns.get(&chapter.folder).map(Vec::as_slice).unwrap_or_default();
        let served = self.charter.promises.iter().zip(concerns).filter(|(_, concerns)| concerns.served_by(rule));
        served.map(|(promise, _)| promise).collect()
    }
}

/// How a promise is called where there is little room.
pub(crate) fn short(promise: &Promise) -> &str {
    promise.number.as_deref().unwrap_or(&promise.name)
}
