//! A decision as numbers, for a binding that makes its own objects: every id and word stands for its place in a table, and the
//! tables cross the border once. Where objects are cheaper to make than to parse, this is the fastest way to them.
//!
//! A list is its length and its entries. The order is that of the canonical JSON:
//! reference (the characters) · status · status rules · act · means · purpose · child · child when trafficked ·
//! conclusions (conclusion, rules, bearers as bits) · violations (code, actor, certainty) ·
//! pending (code, actor, certainty, facts) · referrals (conclusion, rules) · questions (fact, facts, effects as bits) ·
//! shielded (fact, rules). An actor is one more than its place; zero is none.

use alloc::{string::String, vec::Vec};

use super::{About, Outcome, assemble::Findings, questions};
use crate::{
    json_writer::Writer,
    logic::{Index, at},
    record::Event,
    standard::Standard,
    vocabulary::{Actor, Bearer, Certainty, ChildStatus, Effect, ElementState, Known, Status},
};

/// Numbers in the making.
struct Numbers(Vec<u16>);

impl Numbers {
    fn list<T>(&mut self, items: impl Iterator<Item = T>, mut item: impl FnMut(&mut Self, T)) {
        let place = self.0.len();
        self.0.push(0);
        let mut length = 0;
        for entry in items {
            item(self, entry);
            length += 1;
        }
        if let Some(place) = self.0.get_mut(place) {
            *place = length;
        }
    }

    fn indices<'i>(&mut self, indices: impl Iterator<Item = &'i Index>) {
        self.list(indices, |numbers, index| numbers.0.push(*index));
    }

    fn event(&mut self, event: Event) {
        let actor = event.actor.map_or(0, |actor| actor as u16 + 1);
        self.0.extend([event.code, actor, event.certainty as u16]);
    }
}

/// The decision as numbers.
pub(crate) fn numbers(outcome: &Outcome<'_, '_>) -> Vec<u16> {
    let findings = Findings::new(outcome);
    let (logic, record) = (findings.logic(), findings.record());
    let mut numbers = Numbers(Vec::with_capacity(128 + findings.conclusions.len() * 6));
    let reference = record.reference;
    let characters = reference.as_ref().map_or("", |reference| reference.as_str());
    numbers.list(characters.bytes(), |numbers, byte| numbers.0.push(u16::from(byte)));
    numbers.0.push(outcome.status() as u16);
    let status_rules: Vec<Index> = findings.status_rules().collect();
    numbers.indices(status_rules.iter());
    let elements = outcome.elements();
    numbers.0.extend([elements.act as u16, elements.means as u16, elements.purpose as u16]);
    numbers.0.extend([outcome.child() as u16, findings.child_when_trafficked() as u16]);
    numbers.list(findings.conclusions.iter(), |numbers, found| {
        numbers.0.push(found.conclusion);
        numbers.indices(found.rules.iter());
        numbers.0.push(u16::from(found.bearers));
    });
    numbers.list(findings.judgement.violations.iter(), |numbers, event| numbers.event(*event));
    numbers.list(findings.judgement.pending.iter(), |numbers, (event, waits_for)| {
        numbers.event(*event);
        numbers.indices(waits_for.iter());
    });
    numbers.list(findings.referrals(), |numbers, found| {
        numbers.0.push(found.conclusion);
        numbers.indices(found.rules.iter());
    });
    numbers.list(questions(record, About::Decision).iter(), |numbers, question| {
        numbers.0.push(question.fact);
        numbers.list(question.after(record), |numbers, fact| numbers.0.push(fact));
        numbers.0.push(u16::from(question.effects));
    });
    numbers.list(findings.shielded(), |numbers, index| {
        numbers.0.push(index);
        numbers.indices(at(&logic.facts, index).into_iter().flat_map(|fact| &fact.irrelevant));
    });
    numbers.0
}

/// The tables behind the numbers, as JSON.
pub(crate) fn words_json(standard: &Standard) -> String {
    let logic = &standard.logic;
    let mut text = String::new();
    let mut writer = Writer { text: &mut text };
    writer.raw("{");
    writer.standard(logic);
    writer.raw(",\"rules\":");
    writer.strings_once(&mut logic.rules.iter().map(|rule| &*rule.id));
    writer.raw(",\"conclusions\":");
    writer.list(logic.conclusions.iter(), |writer, code| {
        writer.field("{\"id\":", &code.id);
        writer.field(",\"kind\":", code.kind.as_str());
        writer.field(",\"name\":", code.name());
        writer.raw("}");
    });
    writer.raw(",\"conduct\":");
    writer.list(logic.conduct.iter(), |writer, code| {
        writer.field("{\"code\":", &code.code);
        writer.field(",\"rule\":", at(&logic.rules, code.rule).map_or("", |rule| &rule.id));
        writer.raw("}");
    });
    writer.raw(",\"facts\":");
    writer.list(logic.facts.iter().take(usize::from(logic.visible)), |writer, fact| {
        writer.field("{\"fact\":", &fact.name);
        writer.field(",\"ask\":", fact.ask.as_str());
        writer.field(",\"sensitivity\":", fact.sensitivity.as_str());
        writer.raw("}");
    });
    macro_rules! lists {
        ($($key:literal: $word:ident),+) => {
            $(
                writer.raw(concat!(",\"", $key, "\":"));
                writer.strings_once(&mut $word::ALL.iter().map(|word| word.as_str()));
            )+
        };
    }
    lists!(
        "statuses": Status, "element_states": ElementState, "child_statuses": ChildStatus, "known": Known,
        "bearers": Bearer, "actors": Actor, "certainties": Certainty, "effects": Effect
    );
    writer.raw("}");
    text
}
