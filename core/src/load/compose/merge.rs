//! Puts overlays behind a rule set: one document that says everything, made so that the order of the arguments shows nowhere.
//!
//! What can go wrong here was found before ([`super::alone`], [`super::together`]); a name that stands twice is taken once.

use alloc::{format, string::String, vec::Vec};

use super::origins::{Origins, places_of_facts};
use crate::{
    OverlayId,
    rule_set::{AddedCitation, Citation, Composed, Condition, Fact, Member, Overlay, RuleSet},
};

/// The rule set with the overlays, which stand in canonical order.
pub(super) fn merge(base: &RuleSet, overlays: &[&Overlay]) -> (RuleSet, Origins) {
    let mut merge = Merge { set: base.clone(), origins: Origins::default(), facts: places_of_facts(base) };
    merge.head(base, overlays);
    for (number, overlay) in overlays.iter().enumerate() {
        merge.overlay(number, overlay);
    }
    for (place, (overlay, there)) in core::mem::take(&mut merge.facts).into_iter().enumerate() {
        merge.origins.note(format!("/facts/{place}"), overlay, there);
    }
    (merge.set, merge.origins)
}

struct Merge {
    set: RuleSet,
    origins: Origins,
    /// Where each fact of the set was written.
    facts: Vec<(Option<usize>, String)>,
}

impl Merge {
    /// The days on which everything is in force, and what was composed.
    fn head(&mut self, base: &RuleSet, overlays: &[&Overlay]) {
        for overlay in overlays {
            let days = &mut self.set.in_force;
            // Days are written so that their order is that of the letters.
            if overlay.in_force.from > days.from {
                days.from.clone_from(&overlay.in_force.from);
            }
            if let Some(to) = &overlay.in_force.to
                && days.to.as_ref().is_none_or(|known| to < known)
            {
                days.to = Some(to.clone());
            }
            self.set.summary = format!("{} {}", self.set.summary, overlay.summary);
        }
        let id =
            |overlay: &&Overlay| OverlayId { id: overlay.id.clone(), version: overlay.version.clone(), digest: overlay.digest() };
        self.set.composed = Some(Composed { base: base.digest(), overlays: overlays.iter().map(id).collect() });
    }

    fn overlay(&mut self, number: usize, overlay: &Overlay) {
        self.once(number, "instruments", |set| &mut set.instruments, &overlay.instruments);
        self.once(number, "groups", |set| &mut set.groups, &overlay.groups);
        for (place, fact) in overlay.facts.iter().enumerate() {
            self.fact(number, place, fact);
        }
        self.members(number, overlay);
        self.questions(number, overlay);
        self.once(number, "urgency", |set| &mut set.urgency, &overlay.urgency);
        self.behind(number, "conduct", |set| &mut set.conduct, &overlay.conduct);
        self.behind(number, "situations", |set| &mut set.situations, &overlay.situations);
        self.behind(number, "rules", |set| &mut set.rules, &overlay.rules);
        self.behind(number, "contested", |set| &mut set.contested, &overlay.contested);
        for (place, added) in overlay.citations.iter().enumerate() {
            self.citation(number, place, added);
        }
        for (id, text) in &overlay.texts {
            if !self.set.texts.contains_key(id) {
                let path = crate::record::pointer("/texts", id);
                self.origins.note(path.clone(), Some(number), path);
                self.set.texts.insert(id.clone(), text.clone());
            }
        }
    }

    /// Puts a list behind that of the set.
    fn behind<T: Clone>(&mut self, number: usize, key: &str, list: fn(&mut RuleSet) -> &mut Vec<T>, added: &[T]) {
        for (place, entry) in added.iter().enumerate() {
            let list = list(&mut self.set);
            self.origins.note(format!("/{key}/{}", list.len()), Some(number), format!("/{key}/{place}"));
            list.push(entry.clone());
        }
    }

    /// Puts a list behind that of the set, without what stands there already.
    fn once<T: Clone + PartialEq>(&mut self, number: usize, key: &str, list: fn(&mut RuleSet) -> &mut Vec<T>, added: &[T]) {
        for (place, entry) in added.iter().enumerate() {
            let list = list(&mut self.set);
            if !list.contains(entry) {
                self.origins.note(format!("/{key}/{}", list.len()), Some(number), format!("/{key}/{place}"));
                list.push(entry.clone());
            }
        }
    }

    /// A fact stands behind those of its group. One that another overlay has brought gets further sources.
    fn fact(&mut self, number: usize, place: usize, fact: &Fact) {
        if let Some(known) = self.set.facts.iter_mut().find(|known| known.name == fact.name) {
            let further: Vec<Citation> = fact.source.iter().filter(|cited| !known.source.contains(cited)).cloned().collect();
            known.source.extend(further);
            let further: Vec<String> = fact.known_by.iter().filter(|who| !known.known_by.contains(who)).cloned().collect();
            known.known_by.extend(further);
            known.sensitivity = known.sensitivity.max(fact.sensitivity);
            return;
        }
        let groups = &self.set.groups;
        let place_of = |group: &str| groups.iter().position(|known| known == group);
        let group = place_of(&fact.group);
        let behind = self.set.facts.iter().rposition(|known| place_of(&known.group) <= group).map_or(0, |last| last + 1);
        self.set.facts.insert(behind, fact.clone());
        self.facts.insert(behind, (Some(number), format!("/facts/{place}")));
    }

    fn members(&mut self, number: usize, overlay: &Overlay) {
        for (list, added) in overlay.members.iter().enumerate() {
            let Some(set) = self.set.sets.iter().position(|set| set.name == added.set) else {
                continue;
            };
            let Some(members) = self.set.sets.get_mut(set).map(|set| &mut set.members) else {
                continue;
            };
            for (place, member) in added.members.iter().enumerate() {
                if let Some(known) = members.iter_mut().find(|known| known.fact == member.fact) {
                    known.when = either(known.when.take(), member.when.clone());
                    continue;
                }
                let here = format!("/sets/{set}/members/{}", members.len());
                self.origins.note(here, Some(number), format!("/members/{list}/members/{place}"));
                members.push(Member::clone(member));
            }
        }
    }

    fn questions(&mut self, number: usize, overlay: &Overlay) {
        for (list, added) in overlay.interview.iter().enumerate() {
            let Some(stage) = self.set.interview.iter().position(|known| known.stage == added.stage) else {
                continue;
            };
            let Some(ask) = self.set.interview.get_mut(stage).map(|stage| &mut stage.ask) else {
                continue;
            };
            for (place, fact) in added.ask.iter().enumerate() {
                if ask.contains(fact) {
                    continue;
                }
                let here = format!("/interview/{stage}/ask/{}", ask.len());
                self.origins.note(here, Some(number), format!("/interview/{list}/ask/{place}"));
                ask.push(fact.clone());
            }
        }
    }

    fn citation(&mut self, number: usize, place: usize, added: &AddedCitation) {
        let Some(index) = self.set.rules.iter().position(|rule| rule.id == added.rule) else {
            return;
        };
        let Some(rule) = self.set.rules.get_mut(index) else {
            return;
        };
        let here = format!("/rules/{index}/source/{}", rule.source.len());
        self.origins.note(here, Some(number), format!("/citations/{place}/cite"));
        rule.source.push(added.cite.clone());
        if let (Some(reading), Citation::Article { instrument, article, .. }) = (&added.reading, &added.cite) {
            let before = rule.reading.take().map_or_else(String::new, |before| before + " ");
            rule.reading = Some(format!("{before}{instrument}, {article}: {reading}"));
        }
    }
}

/// When one of two members takes part; a member without a condition always does.
fn either(one: Option<Condition>, other: Option<Condition>) -> Option<Condition> {
    let (one, other) = (one?, other?);
    Some(if one == other { one } else { Condition::Any(Vec::from([one, other])) })
}
