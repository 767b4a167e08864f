//! The order in which derived facts are resolved: each behind those that it reads.

use alloc::{collections::BTreeMap, string::ToString, vec::Vec};

use super::Compiler;
use crate::{
    load::LoadErrorCode,
    logic::{DerivedCode, Index},
};

impl Compiler<'_> {
    /// Sorts the derived facts so that each stands behind those that it reads, or reports the circle.
    pub(super) fn sorted(&mut self, derived: Vec<DerivedCode>) -> Option<Vec<DerivedCode>> {
        let reads = |code: &DerivedCode| -> Vec<Index> {
            let conditions = code.steps.iter().flat_map(|step| &step.conditions);
            let clauses = conditions.filter_map(|index| self.order.get(usize::from(*index))).flat_map(|known| &known.clauses);
            clauses.flat_map(BTreeMap::keys).copied().collect()
        };
        let mut waiting: Vec<(DerivedCode, Vec<Index>)> = derived
            .into_iter()
            .map(|code| {
                let reads = reads(&code);
                (code, reads)
            })
            .collect();
        let mut sorted = Vec::with_capacity(waiting.len());
        while !waiting.is_empty() {
            let unresolved: Vec<Index> = waiting.iter().map(|(code, _)| code.fact).collect();
            let ready = waiting.iter().position(|(_, reads)| !reads.iter().any(|fact| unresolved.contains(fact)));
            let Some(ready) = ready else {
                let names = |fact: &Index| self.names.facts.get(usize::from(*fact)).map(|fact| fact.name.to_string());
                let code = LoadErrorCode::Cycle { facts: circle(&waiting).iter().filter_map(names).collect() };
                self.error("/derived".into(), code);
                return None;
            };
            sorted.push(waiting.remove(ready).0);
        }
        Some(sorted)
    }
}

/// A circle among facts each of which reads another one that is unresolved: walk until one comes back.
fn circle(waiting: &[(DerivedCode, Vec<Index>)]) -> Vec<Index> {
    let next = |fact: Index| {
        let (_, reads) = waiting.iter().find(|(code, _)| code.fact == fact)?;
        reads.iter().copied().find(|read| waiting.iter().any(|(code, _)| code.fact == *read))
    };
    let mut walked: Vec<Index> = Vec::new();
    let mut current = waiting.first().map(|(code, _)| code.fact);
    while let Some(fact) = current {
        if let Some(start) = walked.iter().position(|known| *known == fact) {
            let mut circle = walked.split_off(start);
            circle.push(fact);
            return circle;
        }
        walked.push(fact);
        current = next(fact);
    }
    walked
}
