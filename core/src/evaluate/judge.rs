//! Holds conduct against the rules: what broke a duty, and what does not yet.

use alloc::{vec, vec::Vec};

use super::{Analysis, Outcome, Tri, Violation};
use crate::{
    logic::{ConductTable, Index, Logic, at},
    record::{CheckedRecord, Event},
    vocabulary::Certainty,
};

/// What was found of the conduct in a record, by index.
pub(crate) struct Judgement {
    /// Breaches: recorded events in catalogue order of the rule, then implied ones.
    pub violations: Vec<Event>,
    /// Events that are no breach yet, with the facts that their breach condition waits for.
    pub pending: Vec<(Event, Vec<Index>)>,
}

impl Judgement {
    /// The violations as plain data.
    pub(crate) fn violations_as_data(&self, logic: &Logic) -> Vec<Violation> {
        let violation = |event: &Event| {
            let code = at(&logic.conduct, event.code)?;
            Some(Violation {
                code: code.code.as_ref().into(),
                rule: at(&logic.rules, code.rule)?.id.as_ref().into(),
                actor: event.actor,
                certainty: event.certainty,
            })
        };
        self.violations.iter().filter_map(violation).collect()
    }
}

/// What is to be said of one event.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Violation,
    /// Planned, and a breach as soon as it happens.
    Ahead,
    /// No breach by what is known.
    NotYet,
    /// Nothing: it is ruled out.
    Nothing,
}

fn verdict(outcome: &Outcome<'_, '_>, event: Event, conduct: &ConductTable) -> Verdict {
    match (event.certainty, outcome.condition(conduct.breach)) {
        (Certainty::RuledOut, _) => Verdict::Nothing,
        (Certainty::Established | Certainty::Alleged, true) => Verdict::Violation,
        (Certainty::Planned, true) => Verdict::Ahead,
        (_, false) => Verdict::NotYet,
    }
}

/// Judges the conduct in a record.
pub(crate) fn judge(outcome: &Outcome<'_, '_>) -> Judgement {
    let record = outcome.record;
    let logic = &record.standard.logic;
    let mut judgement = Judgement { violations: Vec::new(), pending: Vec::new() };
    if !record.events.is_empty() {
        let mut analysis = None;
        for event in in_catalogue_order(record) {
            let Some(conduct) = at(&logic.conduct, event.code) else { continue };
            match verdict(outcome, event, conduct) {
                Verdict::Violation => judgement.violations.push(event),
                Verdict::Ahead => judgement.pending.push((event, Vec::new())),
                Verdict::NotYet => {
                    let analysis = analysis.get_or_insert_with(|| Analysis::new(record, true));
                    if analysis.condition(conduct.breach) == Tri::Open {
                        judgement.pending.push((event, waits_for(outcome, analysis, conduct)));
                    }
                }
                Verdict::Nothing => {}
            }
        }
    }
    for code in &logic.implied {
        if let Some(event) = implied(outcome, *code) {
            judgement.violations.push(event);
        }
    }
    judgement
}

/// The events in catalogue order of the rules that they break; inside a rule the record's order stays. Rules are few and
/// events may be many, so they are counted out and not compared.
fn in_catalogue_order(record: &CheckedRecord<'_>) -> Vec<Event> {
    let logic = &record.standard.logic;
    let rule = |event: &Event| at(&logic.conduct, event.code).map_or(0, |conduct| usize::from(conduct.rule));
    let mut starts = vec![0_usize; logic.rules.len() + 1];
    for event in &record.events {
        if let Some(next) = starts.get_mut(rule(event) + 1) {
            *next += 1;
        }
    }
    let mut before = 0;
    for start in &mut starts {
        before += *start;
        *start = before;
    }
    let mut sorted = record.events.clone();
    for event in &record.events {
        if let Some(start) = starts.get_mut(rule(event)) {
            if let Some(place) = sorted.get_mut(*start) {
                *place = *event;
            }
            *start += 1;
        }
    }
    sorted
}

/// The facts that a breach condition itself reads and that are not settled.
fn waits_for(outcome: &Outcome<'_, '_>, analysis: &Analysis<'_>, conduct: &ConductTable) -> Vec<Index> {
    at(&outcome.record.standard.logic.conditions, conduct.breach)
        .map(|condition| condition.names.iter().filter(|fact| analysis.is_open(*fact)).collect())
        .unwrap_or_default()
}

/// The breach that procedure facts imply, unless the record speaks of the same conduct as established or as ruled out.
fn implied(outcome: &Outcome<'_, '_>, code: Index) -> Option<Event> {
    let record = outcome.record;
    let conduct = at(&record.standard.logic.conduct, code)?;
    let is_implied = outcome.condition(conduct.implied_when?) && outcome.condition(conduct.breach);
    let spoken_of = record
        .events
        .iter()
        .any(|event| event.code == code && matches!(event.certainty, Certainty::Established | Certainty::RuledOut));
    (is_implied && !spoken_of).then_some(Event { code, actor: None, certainty: Certainty::Established })
}
