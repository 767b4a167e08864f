//! Puts a decision together: the lists by index, from which the plain data and the JSON are both made.

use alloc::{string::String, vec, vec::Vec};

use super::{
    About, Conclusion, Decision, Judgement, Outcome, OverlayId, Pending, Question, Referral, Shielded, StandardId, judge,
    outcome::word, questions, questions::OpenQuestion,
};
use crate::{
    logic::{Index, Logic, RuleCode, at},
    record::{CheckedRecord, Event},
    vocabulary::Known,
};

/// A conclusion with the rules that gave it, by index.
pub(super) struct Found {
    pub conclusion: Index,
    pub rules: Vec<Index>,
    pub bearers: u8,
}

/// Everything that a decision says, by index.
pub(super) struct Findings<'o, 'r, 's> {
    pub outcome: &'o Outcome<'r, 's>,
    pub conclusions: Vec<Found>,
    pub judgement: Judgement,
}

impl<'o, 'r, 's> Findings<'o, 'r, 's> {
    pub(super) fn new(outcome: &'o Outcome<'r, 's>) -> Self {
        Self { outcome, conclusions: conclusions(outcome), judgement: judge(outcome) }
    }

    pub(super) fn logic(&self) -> &'s Logic {
        &self.outcome.record.standard.logic
    }

    pub(super) fn record(&self) -> &'r CheckedRecord<'s> {
        self.outcome.record
    }

    pub(super) fn child_when_trafficked(&self) -> Known {
        let key = &self.logic().decision.child_when_trafficked;
        word(self.logic(), &self.outcome.bits, key.fact, &key.words).unwrap_or(Known::Unknown)
    }

    /// The fired rules that gave the value that the status has.
    pub(super) fn status_rules(&self) -> impl Iterator<Item = Index> + '_ {
        let logic = self.logic();
        let status = logic.decision.status.fact;
        let place = super::outcome::place(logic, &self.outcome.bits, status);
        self.outcome.fired.iter().filter(move |rule| {
            let gives = at(&logic.rules, *rule).into_iter().flat_map(|rule| &rule.gives);
            gives.into_iter().any(|(fact, given)| *fact == status && Some(u32::from(*given)) == place)
        })
    }

    /// The destinations that were concluded, the most urgent first.
    pub(super) fn referrals(&self) -> impl Iterator<Item = &Found> {
        self.logic().urgency.iter().filter_map(|to| self.conclusions.iter().find(|found| found.conclusion == *to))
    }

    /// Shielded facts that are given and that no fired rule names.
    pub(super) fn shielded(&self) -> impl Iterator<Item = Index> + '_ {
        let logic = self.logic();
        let given = self.record().given;
        (0..logic.inputs).filter(move |index| {
            given.contains(*index) && at(&logic.facts, *index).is_some_and(|fact| fact.shield) && !self.named(*index)
        })
    }

    fn named(&self, fact: Index) -> bool {
        self.outcome
            .holds
            .iter()
            .filter_map(|condition| at(&self.logic().conditions, condition))
            // A condition that only breaches or derived steps use belongs to no rule and has no say here.
            .any(|condition| condition.is_a_rules && condition.names.contains(fact))
    }
}

/// The conclusions of the fired rules, each once, in the order in which the rules give them.
fn conclusions(outcome: &Outcome<'_, '_>) -> Vec<Found> {
    let logic = &outcome.record.standard.logic;
    let mut found: Vec<Found> = Vec::with_capacity(logic.conclusions.len());
    let mut places: Vec<Option<usize>> = vec![None; logic.conclusions.len()];
    for (index, rule) in outcome.fired.iter().filter_map(|index| Some((index, at(&logic.rules, index)?))) {
        for conclusion in &rule.conclusions {
            let Some(place) = places.get_mut(usize::from(*conclusion)) else {
                continue;
            };
            if let Some(earlier) = place.and_then(|place| found.get_mut(place)) {
                earlier.rules.push(index);
                earlier.bearers |= rule.bearers;
            } else {
                *place = Some(found.len());
                found.push(Found { conclusion: *conclusion, rules: vec![index], bearers: rule.bearers });
            }
        }
    }
    found
}

pub(crate) fn standard_id(logic: &Logic) -> StandardId {
    StandardId {
        id: logic.id.as_ref().into(),
        version: logic.version.as_ref().into(),
        digest: logic.digest.as_ref().into(),
        overlays: logic
            .overlays
            .iter()
            .map(|overlay| OverlayId {
                id: overlay.id.as_ref().into(),
                version: overlay.version.as_ref().into(),
                digest: overlay.digest.as_ref().into(),
            })
            .collect(),
    }
}

pub(crate) fn question(record: &CheckedRecord<'_>, question: &OpenQuestion<'_>) -> Option<Question> {
    let fact = record.fact(question.fact)?;
    Some(Question {
        fact: fact.name.as_ref().into(),
        ask: fact.ask,
        sensitivity: fact.sensitivity,
        after: question.after(record).map(|fact| record.standard.fact_name(fact).into()).collect(),
        may_change: question.effects().collect(),
    })
}

/// The decision as plain data.
pub(crate) fn decision(outcome: &Outcome<'_, '_>) -> Decision {
    let findings = Findings::new(outcome);
    let (logic, record) = (findings.logic(), findings.record());
    let rule = |index: &Index| at(&logic.rules, *index).map(|rule| String::from(&*rule.id));
    let fact = |index: &Index| String::from(record.standard.fact_name(*index));
    let event = |event: Event| at(&logic.conduct, event.code).and_then(|code| Some((code.code.as_ref(), rule(&code.rule)?)));
    Decision {
        reference: record.reference,
        standard: standard_id(logic),
        status: outcome.status(),
        status_rules: findings.status_rules().filter_map(|index| rule(&index)).collect(),
        elements: outcome.elements(),
        child: outcome.child(),
        child_when_trafficked: findings.child_when_trafficked(),
        conclusions: findings
            .conclusions
            .iter()
            .filter_map(|found| {
                let code = at(&logic.conclusions, found.conclusion)?;
                Some(Conclusion {
                    id: code.id.as_ref().into(),
                    kind: code.kind,
                    rules: found.rules.iter().filter_map(rule).collect(),
                    bearers: RuleCode::bearers(found.bearers).collect(),
                })
            })
            .collect(),
        violations: findings.judgement.violations_as_data(logic),
        pending: findings
            .judgement
            .pending
            .iter()
            .filter_map(|(pending, waits_for)| {
                let (code, rule) = event(*pending)?;
                Some(Pending {
                    code: code.into(),
                    rule,
                    actor: pending.actor,
                    certainty: pending.certainty,
                    waits_for: waits_for.iter().map(fact).collect(),
                })
            })
            .collect(),
        referrals: findings
            .referrals()
            .filter_map(|found| {
                let to = at(&logic.conclusions, found.conclusion)?.name().into();
                Some(Referral { to, rules: found.rules.iter().filter_map(rule).collect() })
            })
            .collect(),
        questions: questions(record, About::Decision).iter().filter_map(|open| question(record, open)).collect(),
        shielded: findings
            .shielded()
            .filter_map(|index| {
                let code = at(&logic.facts, index)?;
                Some(Shielded { fact: fact(&index), rules: code.irrelevant.iter().filter_map(rule).collect() })
            })
            .collect(),
    }
}

/// The ids of the conclusions, in catalogue order.
pub(super) fn conclusion_ids<'s>(outcome: &Outcome<'_, 's>) -> Vec<&'s str> {
    let logic = &outcome.record.standard.logic;
    conclusions(outcome).iter().filter_map(|found| at(&logic.conclusions, found.conclusion)).map(|code| &*code.id).collect()
}

/// The short form as plain data.
pub(crate) fn compact(outcome: &Outcome<'_, '_>) -> super::CompactDecision {
    super::CompactDecision {
        reference: outcome.record.reference,
        status: outcome.status(),
        conclusions: conclusion_ids(outcome).into_iter().map(Into::into).collect(),
        violations: judge(outcome).violations_as_data(&outcome.record.standard.logic),
    }
}
