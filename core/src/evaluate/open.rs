//! The open analysis: which conditions the unknown facts leave open, and which of those facts could settle them.
//!
//! An open input fact can have every value of its domain. A derived fact has the values that its rules and its default can
//! still give, by its priority; a rule that certainly fires ends the list. A condition is yes, no or open by three-valued
//! all and any over its written form, and an open one depends on the open facts in its open parts, through the rules of
//! the derived facts that stand there. This is sound: however the open facts are completed, a fact on which nothing open
//! depends never matters. It may name a fact that could not matter after all.

use alloc::{vec, vec::Vec};

use crate::{
    logic::{BitSet, DerivedCode, FactBits, Index, Logic, Node, Span, at},
    record::CheckedRecord,
};

/// What is certain of a condition; the order is that of certainty, so that "and" is the least and "or" the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tri {
    No,
    Open,
    Yes,
}

impl Tri {
    /// Three-valued "and".
    fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Three-valued "or".
    fn or(self, other: Self) -> Self {
        self.max(other)
    }
}

/// The open analysis of one record.
pub(crate) struct Analysis<'l> {
    logic: &'l Logic,
    /// The values that each fact can still have.
    possible: BitSet,
    /// The open input facts on which each open derived or hidden fact depends, from the first derived fact on.
    derived: Vec<FactBits>,
    /// The state of each node, once the condition to which it belongs has been looked at.
    states: Vec<Tri>,
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
        let mut analysis = Self { logic, possible, derived, states: vec![Tri::No; logic.nodes.len()] };
        for derived in &logic.derived {
            analysis.derive(derived);
        }
        for condition in &logic.conditions {
            analysis.settle(condition.tree);
        }
        analysis
    }

    fn derive(&mut self, derived: &DerivedCode) {
        let logic = self.logic;
        let Some(fact) = at(&logic.facts, derived.fact) else { return };
        let mut values = 0;
        let mut depends = FactBits::EMPTY;
        let mut certain = false;
        for step in &derived.steps {
            let trees = || step.conditions.iter().filter_map(|index| at(&logic.conditions, *index)).map(|code| code.tree);
            let state = trees().map(|tree| self.settle(tree)).fold(Tri::No, Tri::or);
            if state != Tri::No {
                values |= fact.bit(u32::from(step.place));
            }
            if state == Tri::Yes {
                certain = true;
                break;
            }
            for tree in trees() {
                self.collect(tree.start, &mut depends);
            }
        }
        if !certain {
            values |= fact.bit(u32::from(derived.default));
        }
        self.possible.replace(fact.word, fact.domain(), values);
        if let Some(slot) = self.derived.get_mut(usize::from(derived.fact.saturating_sub(logic.inputs))) {
            *slot = depends;
        }
    }

    /// Settles the nodes of a tree, children before their parents, and gives the state of the root.
    fn settle(&mut self, tree: Span) -> Tri {
        let mut root = Tri::No;
        for (offset, node) in tree.of(&self.logic.nodes).iter().enumerate().rev() {
            root = match node {
                Node::Always => Tri::Yes,
                Node::Literal { word, domain, mask, .. } => {
                    let possible = self.possible.word(*word) & domain;
                    match (possible & mask == 0, possible & !mask == 0) {
                        (true, _) => Tri::No,
                        (false, true) => Tri::Yes,
                        (false, false) => Tri::Open,
                    }
                }
                Node::All(parts) => parts.of(&self.states).iter().copied().fold(Tri::Yes, Tri::and),
                Node::Any(parts) => parts.of(&self.states).iter().copied().fold(Tri::No, Tri::or),
            };
            if let Some(state) = self.states.get_mut(tree.start as usize + offset) {
                *state = root;
            }
        }
        root
    }

    fn state(&self, node: u32) -> Tri {
        self.states.get(node as usize).copied().unwrap_or(Tri::No)
    }

    /// Adds the open facts on which a node depends, if it is open.
    fn collect(&self, node: u32, depends: &mut FactBits) {
        if self.state(node) != Tri::Open {
            return;
        }
        match self.logic.nodes.get(node as usize) {
            Some(Node::Literal { fact, .. }) => self.add_open(*fact, depends),
            Some(Node::All(parts) | Node::Any(parts)) => {
                (parts.start..parts.start.saturating_add(parts.length)).for_each(|part| self.collect(part, depends));
            }
            Some(Node::Always) | None => {}
        }
    }

    /// Adds the open input facts on which an open fact depends: itself, or what its rules depend on.
    fn add_open(&self, index: Index, depends: &mut FactBits) {
        match index.checked_sub(self.logic.inputs) {
            None => depends.insert(index),
            Some(derived) => {
                if let Some(on) = self.derived.get(usize::from(derived)) {
                    depends.union(on);
                }
            }
        }
    }

    /// The state of a condition.
    pub(crate) fn condition(&self, condition: Index) -> Tri {
        at(&self.logic.conditions, condition).map_or(Tri::No, |code| self.state(code.tree.start))
    }

    /// Adds the open facts on which a condition depends, if it is open.
    pub(crate) fn condition_depends_on(&self, condition: Index, depends: &mut FactBits) {
        if let Some(code) = at(&self.logic.conditions, condition) {
            self.collect(code.tree.start, depends);
        }
    }

    /// Whether a fact can still have more than one value.
    pub(crate) fn is_open(&self, index: Index) -> bool {
        at(&self.logic.facts, index).is_some_and(|fact| (self.possible.word(fact.word) & fact.domain()).count_ones() > 1)
    }

    /// Adds the open facts on which a fact depends, if it is open.
    pub(crate) fn fact_depends_on(&self, index: Index, depends: &mut FactBits) {
        if self.is_open(index) {
            self.add_open(index, depends);
        }
    }
}
