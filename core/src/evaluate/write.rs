//! Writes a decision straight as canonical JSON: the same bytes as serialising the plain data, without making it.
//!
//! Ids, names and words are checked when a rule set is loaded: they are lower-case ASCII with a few marks, so none of them
//! needs escaping.

use alloc::{string::String, vec::Vec};

use super::{
    About, Outcome,
    assemble::{Findings, conclusion_ids},
    judge, questions,
};
use crate::{
    json_writer::Writer,
    logic::{Index, Logic, RuleCode, at},
    record::{CheckedRecord, Event},
    vocabulary::{Bearer, Effect},
};

fn rule_ids<'a>(logic: &'a Logic, rules: &'a [Index]) -> impl Iterator<Item = &'a str> {
    rules.iter().filter_map(|rule| at(&logic.rules, *rule)).map(|rule| &*rule.id)
}

fn event(writer: &mut Writer<'_>, logic: &Logic, event: Event) {
    let Some(code) = at(&logic.conduct, event.code) else {
        return;
    };
    writer.field("{\"code\":", &code.code);
    writer.field(",\"rule\":", at(&logic.rules, code.rule).map_or("", |rule| &rule.id));
    if let Some(actor) = event.actor {
        writer.field(",\"actor\":", actor.as_str());
    }
    writer.field(",\"certainty\":", event.certainty.as_str());
}

/// Appends the whole decision.
pub(crate) fn write_decision(outcome: &Outcome<'_, '_>, text: &mut String) {
    let findings = Findings::new(outcome);
    let (logic, record) = (findings.logic(), findings.record());
    let standard = record.standard;
    text.reserve(1024 + findings.conclusions.len() * 192);
    let mut writer = Writer { text };
    writer.open(outcome.record.reference);
    writer.standard(logic);
    writer.field(",\"status\":", outcome.status().as_str());
    writer.raw(",\"status_rules\":");
    writer.strings(findings.status_rules().filter_map(|rule| at(&logic.rules, rule)).map(|rule| &*rule.id));
    let elements = outcome.elements();
    writer.field(",\"elements\":{\"act\":", elements.act.as_str());
    writer.field(",\"means\":", elements.means.as_str());
    writer.field(",\"purpose\":", elements.purpose.as_str());
    writer.field("},\"child\":", outcome.child().as_str());
    writer.field(",\"child_when_trafficked\":", findings.child_when_trafficked().as_str());
    writer.raw(",\"conclusions\":");
    writer.list(findings.conclusions.iter(), |writer, found| {
        let Some(code) = at(&logic.conclusions, found.conclusion) else {
            return;
        };
        writer.field("{\"id\":", &code.id);
        writer.field(",\"kind\":", code.kind.as_str());
        writer.raw(",\"rules\":");
        writer.strings(rule_ids(logic, &found.rules));
        writer.raw(",\"bearers\":");
        writer.strings(RuleCode::bearers(found.bearers).map(Bearer::as_str));
        writer.raw("}");
    });
    writer.raw(",\"violations\":");
    writer.list(findings.judgement.violations.iter(), |writer, violation| {
        event(writer, logic, *violation);
        writer.raw("}");
    });
    writer.raw(",\"pending\":");
    writer.list(findings.judgement.pending.iter(), |writer, (pending, waits_for)| {
        event(writer, logic, *pending);
        writer.raw(",\"waits_for\":");
        writer.strings(waits_for.iter().map(|fact| standard.fact_name(*fact)));
        writer.raw("}");
    });
    writer.raw(",\"referrals\":");
    writer.list(findings.referrals(), |writer, found| {
        writer.field("{\"to\":", at(&logic.conclusions, found.conclusion).map_or("", |code| code.name()));
        writer.raw(",\"rules\":");
        writer.strings(rule_ids(logic, &found.rules));
        writer.raw("}");
    });
    writer.raw(",\"questions\":");
    questions_list(&mut writer, record, About::Decision);
    writer.raw(",\"shielded\":");
    writer.list(findings.shielded(), |writer, index| {
        let Some(fact) = at(&logic.facts, index) else {
            return;
        };
        writer.field("{\"fact\":", &fact.name);
        writer.raw(",\"rules\":");
        writer.strings(rule_ids(logic, &fact.irrelevant));
        writer.raw("}");
    });
    writer.raw("}");
}

/// Appends the short form.
pub(crate) fn write_compact(outcome: &Outcome<'_, '_>, text: &mut String) {
    let logic = &outcome.record.standard.logic;
    let ids = conclusion_ids(outcome);
    text.reserve(256 + ids.len() * 48);
    let mut writer = Writer { text };
    writer.open(outcome.record.reference);
    writer.field("\"status\":", outcome.status().as_str());
    writer.raw(",\"conclusions\":");
    writer.strings(ids.into_iter());
    writer.raw(",\"violations\":");
    writer.list(judge(outcome).violations.iter(), |writer, violation| {
        event(writer, logic, *violation);
        writer.raw("}");
    });
    writer.raw("}");
}

/// Appends the open questions.
pub(crate) fn write_questions(record: &CheckedRecord<'_>, about: About, text: &mut String) {
    questions_list(&mut Writer { text }, record, about);
}

fn questions_list(writer: &mut Writer<'_>, record: &CheckedRecord<'_>, about: About) {
    writer.list(questions(record, about).iter(), |writer, question| {
        let Some(fact) = record.fact(question.fact) else {
            return;
        };
        writer.field("{\"fact\":", &fact.name);
        writer.field(",\"ask\":", fact.ask.as_str());
        writer.field(",\"sensitivity\":", fact.sensitivity.as_str());
        let after: Vec<Index> = question.after(record).collect();
        if !after.is_empty() {
            writer.raw(",\"after\":");
            writer.strings(after.iter().map(|fact| record.standard.fact_name(*fact)));
        }
        writer.raw(",\"may_change\":");
        writer.strings(question.effects().map(Effect::as_str));
        writer.raw("}");
    });
}
