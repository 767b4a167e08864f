//! The tables of conditions in the making: terms, clauses and trees, each clause laid down once.

use alloc::{collections::BTreeMap, vec, vec::Vec};

use super::Compiled;
use crate::{
    load::condition::{Clause, Expr},
    logic::{ConditionCode, FactBits, FactCode, Index, Node, Span, Term},
};

/// The tables of conditions in the making.
#[derive(Default)]
pub(super) struct Tables {
    pub terms: Vec<Term>,
    pub clauses: Vec<Span>,
    pub clause_lists: Vec<Index>,
    pub nodes: Vec<Node>,
    pub conditions: Vec<ConditionCode>,
    known_clauses: BTreeMap<Vec<Term>, Index>,
}

fn span(start: usize, length: usize) -> Span {
    Span { start: u32::try_from(start).unwrap_or(u32::MAX), length: u32::try_from(length).unwrap_or(u32::MAX) }
}

impl Tables {
    pub(super) fn condition(&mut self, compiled: &Compiled, facts: &[FactCode]) {
        let lists: Vec<Index> = compiled.clauses.iter().map(|clause| self.clause(clause, facts)).collect();
        let clauses = span(self.clause_lists.len(), lists.len());
        self.clause_lists.extend(lists);
        let tree = self.tree(&compiled.expr, facts);
        let mut names = FactBits::EMPTY;
        named(&compiled.expr, &mut names);
        self.conditions.push(ConditionCode { clauses, tree, names, effects: compiled.effects, is_a_rules: compiled.is_a_rules });
    }

    fn clause(&mut self, clause: &Clause, facts: &[FactCode]) -> Index {
        let mut words: BTreeMap<u8, u64> = BTreeMap::new();
        for (index, mask) in clause {
            let Some(fact) = facts.get(usize::from(*index)) else {
                continue;
            };
            *words.entry(fact.word).or_default() |= mask;
        }
        let terms: Vec<Term> = words.into_iter().map(|(word, mask)| Term { word, mask }).collect();
        if let Some(index) = self.known_clauses.get(&terms) {
            return *index;
        }
        let index = Index::try_from(self.clauses.len()).unwrap_or(Index::MAX);
        self.clauses.push(span(self.terms.len(), terms.len()));
        self.terms.extend(&terms);
        self.known_clauses.insert(terms, index);
        index
    }

    /// Lays a tree out so that children stand together and behind their parent.
    fn tree(&mut self, expr: &Expr, facts: &[FactCode]) -> Span {
        let root = self.nodes.len();
        self.nodes.push(Node::Always);
        let mut waiting = vec![(root, expr)];
        while let Some((place, expr)) = waiting.pop() {
            let node = match expr {
                Expr::Always => Node::Always,
                Expr::Literal { fact, mask } => {
                    let (word, domain) = facts.get(usize::from(*fact)).map_or((0, 0), |code| (code.word, code.domain()));
                    Node::Literal { fact: *fact, word, domain, mask: *mask }
                }
                Expr::All(parts) | Expr::Any(parts) => {
                    let start = self.nodes.len();
                    self.nodes.extend(parts.iter().map(|_| Node::Always));
                    waiting.extend(parts.iter().enumerate().map(|(number, part)| (start + number, part)));
                    let parts = span(start, parts.len());
                    if matches!(expr, Expr::All(_)) { Node::All(parts) } else { Node::Any(parts) }
                }
            };
            if let Some(slot) = self.nodes.get_mut(place) {
                *slot = node;
            }
        }
        span(root, self.nodes.len() - root)
    }
}

fn named(expr: &Expr, names: &mut FactBits) {
    match expr {
        Expr::Always => {}
        Expr::All(parts) | Expr::Any(parts) => parts.iter().for_each(|part| named(part, names)),
        Expr::Literal { fact, .. } => names.insert(*fact),
    }
}
