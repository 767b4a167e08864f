//! The open analysis: which conditions the unknown facts leave open, and which of those facts could settle them.
//!
//! An open input fact can have every value of its domain. A derived fact has the values that its rules and its default can
//! still give, by its priority; a rule that certainly fires ends the list. A condition is yes, no or open by three-valued
//! all and any over its written form, and an open one depends on the open facts in its open parts, through the rules of
//! the derived facts that stand there. This is sound: however the open facts are completed, a fact on which nothing open
//! depends never matters. It may name a fact that could not matter after all.

use alloc::{vec, vec::Vec};

use crate::{
    logic::{BitSet, FactBits, Index, Logic, Node, at},
    record::CheckedRecord,
};

/// What is certain of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tri {
    No,
    Open,
    Yes,
}

/// The open analysis of one record.
pub(crate) struct Analysis<'l> {
    logic: &'l Logic,
    /// The values that each fact can still have.
    possible: BitSet,
    /// The open input facts on which each open derived or hidden fact depends, from the first derived fact on.
    derived: Vec<FactBits>,
    /// The state of each condition and the open facts on which it depends while it is open.
    conditions: Vec<(Tri, FactBits)>,
}

impl<'l> Analysis<'l> {
    /// Analyses a record; `declined_is_open` says whether a declined fact could still become known.
    pub(crate) fn new(record: &CheckedRecord<'l>, declined_is_open: bool) -> Self {
        let logic = &record.standard.logic;
        let mut possible = record.bits;
        for (fact, index) in logic.facts.iter().zip(0..logic.inputs) {
            let settled = record.given.contains(index) || (!declined_is_open && record.declined.contains(index));
            if !settled {
                possible.replace(fact.word, fact.domain(), fact.domain());
            }
        }
        let derived = vec![FactBits::EMPTY; logic.facts.len().saturating_sub(usize::from(logic.inputs))];
        let mut analysis = Self { logic, possible, derived, conditions: Vec::new() };
        for derived in &logic.derived {
            analysis.derive(derived);
        }
        analysis.conditions = logic.conditions.iter().map(|condition| analysis.node(condition.root)).collect();
        analysis
    }

    fn derive(&mut self, derived: &crate::logic::DerivedCode) {
        let Some(fact) = at(&self.logic.facts, derived.fact) else {
            return;
        };
        let mut values = 0;
        let mut depends = FactBits::EMPTY;
        let mut certain = false;
        for step in &derived.steps {
            let mut step_depends = FactBits::EMPTY;
            let mut state = Tri::No;
            for condition in &step.conditions {
                match at(&self.logic.conditions, *condition).map_or((Tri::No, FactBits::EMPTY), |code| self.node(code.root)) {
                    (Tri::Yes, _) => {
                        state = Tri::Yes;
                        break;
                    }
                    (Tri::Open, on) => {
                        state = Tri::Open;
                        step_depends.union(&on);
                    }
                    (Tri::No, _) => {}
                }
            }
            if state != Tri::No {
                values |= fact.bit(u32::from(step.place));
            }
            if state == Tri::Open {
                depends.union(&step_depends);
            }
            if state == Tri::Yes {
                certain = true;
                break;
            }
        }
        if !certain {
            values |= fact.bit(u32::from(derived.default));
        }
        self.possible.replace(fact.word, fact.domain(), values);
        if let Some(slot) = self.derived.get_mut(usize::from(derived.fact.saturating_sub(self.logic.inputs))) {
            *slot = depends;
        }
    }

    /// The state of a node and, where it is open, the open facts on which it depends.
    fn node(&self, node: u32) -> (Tri, FactBits) {
        match self.logic.nodes.get(node as usize) {
            Some(Node::Always) => (Tri::Yes, FactBits::EMPTY),
            Some(Node::Literal { fact, mask }) => self.literal(*fact, *mask),
            Some(Node::All(parts)) => self.parts(parts.start, parts.length, Tri::No),
            Some(Node::Any(parts)) => self.parts(parts.start, parts.length, Tri::Yes),
            None => (Tri::No, FactBits::EMPTY),
        }
    }

    /// A group of nodes that one node in the state `decisive` decides.
    fn parts(&self, start: u32, length: u32, decisive: Tri) -> (Tri, FactBits) {
        let mut depends = FactBits::EMPTY;
        let mut open = false;
        for node in start..start.saturating_add(length) {
            match self.node(node) {
                (state, _) if state == decisive => return (decisive, FactBits::EMPTY),
                (Tri::Open, on) => {
                    open = true;
                    depends.union(&on);
                }
                _ => {}
            }
        }
        match (open, decisive) {
            (true, _) => (Tri::Open, depends),
            (false, Tri::No) => (Tri::Yes, FactBits::EMPTY),
            (false, _) => (Tri::No, FactBits::EMPTY),
        }
    }

    fn literal(&self, index: Index, mask: u64) -> (Tri, FactBits) {
        let Some(fact) = at(&self.logic.facts, index) else {
            return (Tri::No, FactBits::EMPTY);
        };
        let possible = self.possible.word(fact.word) & fact.domain();
        if possible & mask == 0 {
            (Tri::No, FactBits::EMPTY)
        } else if possible & !mask == 0 {
            (Tri::Yes, FactBits::EMPTY)
        } else {
            (Tri::Open, self.depends_on(index))
        }
    }

    /// The open input facts on which an open fact depends: itself, or what its rules depend on.
    fn depends_on(&self, index: Index) -> FactBits {
        if let Some(derived) = index.checked_sub(self.logic.inputs) {
            return self.derived.get(usize::from(derived)).copied().unwrap_or(FactBits::EMPTY);
        }
        let mut itself = FactBits::EMPTY;
        itself.insert(index);
        itself
    }

    /// The state of a condition and, where it is open, the open facts on which it depends.
    pub(crate) fn condition(&self, condition: Index) -> (Tri, FactBits) {
        at(&self.conditions, condition).copied().unwrap_or((Tri::No, FactBits::EMPTY))
    }

    /// Each condition with its state and the open facts on which it depends.
    pub(crate) fn conditions(&self) -> &[(Tri, FactBits)] {
        &self.conditions
    }

    /// Whether a fact can still have more than one value.
    pub(crate) fn is_open(&self, index: Index) -> bool {
        at(&self.logic.facts, index).is_some_and(|fact| (self.possible.word(fact.word) & fact.domain()).count_ones() > 1)
    }

    /// The open facts on which an open derived fact depends; none where it is settled.
    pub(crate) fn open_fact_depends_on(&self, index: Index) -> FactBits {
        if self.is_open(index) { self.depends_on(index) } else { FactBits::EMPTY }
    }
}
