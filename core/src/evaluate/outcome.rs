//! Two-valued evaluation: the derived facts by their priority, then the rules that fire.

use alloc::{string::String, vec::Vec};
use core::fmt;

use crate::{
    logic::{BitSet, Index, KeyCode, Logic, RuleBits, at},
    record::CheckedRecord,
    vocabulary::{ChildStatus, ElementState, Status},
};

/// What follows from a record, as bits: the cheapest form, for filters and counts over many records.
///
/// ```
/// # #[cfg(feature = "see-2002")] {
/// use palermo::{Standard, Status};
///
/// let standard = Standard::see_2002();
/// let record = standard.read_json(r#"{"facts":{"immediate_danger":true}}"#)?;
/// let outcome = record.outcome();
/// assert_eq!(outcome.status(), Status::Undetermined);
/// assert!(outcome.fired_rules().any(|rule| rule == "protection/urgent-safety"));
/// assert_eq!(outcome.value("status").as_deref(), Some("undetermined"));
/// assert_eq!(outcome.value("age_years").as_deref(), Some("unknown"));
/// # }
/// # Ok::<(), palermo::RecordErrors>(())
/// ```
#[derive(Clone)]
pub struct Outcome<'r, 's> {
    pub(crate) record: &'r CheckedRecord<'s>,
    /// One bit on for each fact, derived and hidden ones included.
    pub(crate) bits: BitSet,
    /// The conditions that hold.
    pub(crate) holds: RuleBits,
    /// The rules that fire.
    pub(crate) fired: RuleBits,
}

impl fmt::Debug for Outcome<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcome").field("status", &self.status()).finish_non_exhaustive()
    }
}

impl<'s> Outcome<'_, 's> {
    /// The status of the person.
    #[must_use]
    pub fn status(&self) -> Status {
        let logic = &self.record.standard.logic;
        word(logic, &self.bits, logic.decision.status.fact, &logic.decision.status.words).unwrap_or(Status::Undetermined)
    }

    /// The ids of the rules that fire, in catalogue order.
    pub fn fired_rules(&self) -> impl Iterator<Item = &'s str> + '_ {
        let logic = &self.record.standard.logic;
        self.fired.iter().filter_map(|rule| at(&logic.rules, rule)).map(|rule| &*rule.id)
    }

    /// What is known of the three elements of the definition.
    #[must_use]
    pub fn elements(&self) -> super::Elements {
        let logic = &self.record.standard.logic;
        let element = |key: &KeyCode<ElementState>| word(logic, &self.bits, key.fact, &key.words).unwrap_or(ElementState::Open);
        let keys = &logic.decision;
        super::Elements { act: element(&keys.act), means: element(&keys.means), purpose: element(&keys.purpose) }
    }

    /// Whether the person is treated as a child today.
    #[must_use]
    pub fn child(&self) -> ChildStatus {
        let logic = &self.record.standard.logic;
        let key = &logic.decision.child;
        word(logic, &self.bits, key.fact, &key.words).unwrap_or(ChildStatus::Unknown)
    }

    /// The value of a fact, input or derived, as explanations write it: `yes`, `no`, `unknown`, a word, or a span of years
    /// such as `0-17`. None where the standard has no such fact.
    #[must_use]
    pub fn value(&self, fact: &str) -> Option<String> {
        let logic = &self.record.standard.logic;
        let facts = (0..logic.visible).zip(&logic.facts);
        let (index, code) = facts.into_iter().find(|(_, code)| *code.name == *fact)?;
        code.value_names(code.bit(place(logic, &self.bits, index)?)).pop()
    }

    /// The recorded or implied acts that broke a duty.
    #[must_use]
    pub fn violations(&self) -> Vec<super::Violation> {
        super::judge(self).violations_as_data(&self.record.standard.logic)
    }

    /// How many recorded or implied acts broke a duty, without naming them.
    #[must_use]
    pub fn violation_count(&self) -> usize {
        super::judge(self).violations.len()
    }

    pub(crate) fn condition(&self, condition: Index) -> bool {
        self.holds.contains(condition)
    }
}

/// Evaluates a record.
pub(crate) fn outcome<'r, 's>(record: &'r CheckedRecord<'s>) -> Outcome<'r, 's> {
    let logic = &record.standard.logic;
    let mut bits = record.bits;
    for derived in &logic.derived {
        let place = derived
            .steps
            .iter()
            .find(|step| step.conditions.iter().any(|condition| holds(logic, &bits, *condition)))
            .map_or(derived.default, |step| step.place);
        if let Some(fact) = at(&logic.facts, derived.fact) {
            bits.replace(fact.word, fact.domain(), fact.bit(u32::from(place)));
        }
    }
    let mut holding = RuleBits::EMPTY;
    for index in (0..).take(logic.conditions.len()) {
        if holds(logic, &bits, index) {
            holding.insert(index);
        }
    }
    let mut fired = RuleBits::EMPTY;
    for (rule, index) in logic.rules.iter().zip(0..) {
        if holding.contains(rule.condition) {
            fired.insert(index);
        }
    }
    Outcome { record, bits, holds: holding, fired }
}

/// Whether every clause of a condition meets the record.
fn holds(logic: &Logic, bits: &BitSet, condition: Index) -> bool {
    at(&logic.conditions, condition).is_some_and(|condition| {
        condition.clauses.of(&logic.clause_lists).iter().all(|clause| clause_meets(logic, bits, *clause))
    })
}

pub(crate) fn clause_meets(logic: &Logic, bits: &BitSet, clause: Index) -> bool {
    at(&logic.clauses, clause)
        .is_some_and(|clause| clause.of(&logic.terms).iter().any(|term| bits.word(term.word) & term.mask != 0))
}

/// The place of the value that a fact has.
pub(crate) fn place(logic: &Logic, bits: &BitSet, fact: Index) -> Option<u32> {
    let fact = at(&logic.facts, fact)?;
    (bits.word(fact.word) & fact.domain()).trailing_zeros().checked_sub(u32::from(fact.shift))
}

/// The word of the decision for the value that a derived fact has.
pub(crate) fn word<Word: Copy>(logic: &Logic, bits: &BitSet, fact: Index, words: &[Word]) -> Option<Word> {
    words.get(place(logic, bits, fact)? as usize).copied()
}
