//! Finds what explains a conclusion: the rules that give it or could, the rules behind their facts, clause by clause.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{ExplainedClause, ExplainedRule, FactIs, FactNeeds, UnknownConclusion};
use crate::{
    evaluate::{Outcome, clause_meets, place},
    logic::{FactCode, Index, Logic, RuleBits, RuleCode, at},
    near::nearest,
    record::CheckedRecord,
    texts::Texts,
    vocabulary::Status,
};

/// What is explained, by index.
pub(super) struct Explained {
    pub conclusion: String,
    pub holds: bool,
    /// The rules that give it or could.
    pub rules: Vec<Index>,
    /// The rules behind the facts that those read, from near to far.
    pub because: Vec<Index>,
}

/// Walks from a conclusion back to the facts of a record.
pub(super) struct Explainer<'e> {
    pub logic: &'e Logic,
    pub texts: &'e Texts,
    outcome: &'e Outcome<'e, 'e>,
}

impl<'e> Explainer<'e> {
    pub(super) fn new(record: &'e CheckedRecord<'_>, outcome: &'e Outcome<'e, 'e>) -> Self {
        Self { logic: &record.standard.logic, texts: &record.standard.texts, outcome }
    }

    /// Finds the rules that explain a subject.
    pub(super) fn explained(&self, subject: &str) -> Result<Explained, UnknownConclusion> {
        let (conclusion, holds, rules) = self.subject(subject)?;
        let mut named = RuleBits::EMPTY;
        for rule in &rules {
            named.insert(*rule);
        }
        let mut waiting: Vec<Index> = rules.clone();
        let mut because = Vec::new();
        while !waiting.is_empty() {
            let mut found = Vec::new();
            for rule in waiting.iter().flat_map(|rule| self.behind(*rule)) {
                if !named.contains(rule) {
                    named.insert(rule);
                    found.push(rule);
                }
            }
            because.extend(&found);
            waiting = found;
        }
        Ok(Explained { conclusion, holds, rules, because })
    }

    pub(super) fn fires(&self, rule: Index) -> bool {
        self.outcome.fired.contains(rule)
    }

    /// What is explained, whether it holds, and the rules that give it or could.
    fn subject(&self, subject: &str) -> Result<(String, bool, Vec<Index>), UnknownConclusion> {
        if subject == "status" {
            return Ok(self.status());
        }
        if let Some(value) = subject.strip_prefix("status:") {
            let fact = at(&self.logic.facts, self.logic.decision.status.fact);
            if let Some(value) = fact.and_then(|fact| fact.place_of_word(value)) {
                let holds = place(self.logic, &self.outcome.bits, self.logic.decision.status.fact) == Some(value);
                let rules = self.giving(self.logic.decision.status.fact, |given| u32::from(given) == value);
                return Ok((subject.to_string(), holds, self.fired_or_all(rules, holds)));
            }
        }
        let known = (0..).zip(&self.logic.conclusions).find(|(_, code)| *code.id == *subject);
        let Some((index, _)) = known else {
            let ids = self.logic.conclusions.iter().map(|code| &*code.id).chain(["status"]);
            let statuses = Status::ALL.iter().map(|status| format!("status:{status}")).collect::<Vec<_>>();
            let ids = ids.chain(statuses.iter().map(String::as_str));
            return Err(UnknownConclusion { nearest: nearest(subject, ids).map(Into::into) });
        };
        let giving = (0..).zip(&self.logic.rules).filter(|(_, rule)| rule.conclusions.contains(&index)).map(|(rule, _)| rule);
        let rules: Vec<Index> = giving.collect();
        let holds = rules.iter().any(|rule| self.fires(*rule));
        Ok((subject.to_string(), holds, self.fired_or_all(rules, holds)))
    }

    /// The status with the rules that gave it, and the rules of statuses that would go before it.
    fn status(&self) -> (String, bool, Vec<Index>) {
        let fact = self.logic.decision.status.fact;
        let current = place(self.logic, &self.outcome.bits, fact);
        let mut rules: Vec<Index> =
            self.giving(fact, |given| Some(u32::from(given)) == current).into_iter().filter(|rule| self.fires(*rule)).collect();
        let steps = self.logic.derived.iter().filter(|derived| derived.fact == fact).flat_map(|derived| &derived.steps);
        for step in steps.take_while(|step| Some(u32::from(step.place)) != current) {
            rules.extend(self.giving(fact, |given| given == step.place));
        }
        (format!("status:{}", self.outcome.status()), true, rules)
    }

    fn giving(&self, fact: Index, wanted: impl Fn(u8) -> bool) -> Vec<Index> {
        let gives = |rule: &RuleCode| rule.gives.iter().any(|(given, place)| *given == fact && wanted(*place));
        (0..).zip(&self.logic.rules).filter(|(_, rule)| gives(rule)).map(|(index, _)| index).collect()
    }

    fn fired_or_all(&self, rules: Vec<Index>, holds: bool) -> Vec<Index> {
        if holds { rules.into_iter().filter(|rule| self.fires(*rule)).collect() } else { rules }
    }

    /// The clauses of a rule, each as the acceptable bits of facts.
    fn clauses(&self, rule: Index) -> Vec<Index> {
        let condition = at(&self.logic.rules, rule).and_then(|rule| at(&self.logic.conditions, rule.condition));
        condition.map(|condition| condition.clauses.of(&self.logic.clause_lists).to_vec()).unwrap_or_default()
    }

    /// The facts of a clause, hidden ones too, with the bits that it accepts of each.
    fn accepted(&self, clause: Index) -> Vec<(Index, u64)> {
        let Some(clause) = at(&self.logic.clauses, clause) else { return Vec::new() };
        let terms = clause.of(&self.logic.terms);
        let accepted = |fact: &FactCode| {
            terms.iter().filter(|term| term.word == fact.word).fold(0, |mask, term| mask | term.mask & fact.domain())
        };
        let facts = (0..).zip(&self.logic.facts).map(|(index, fact)| (index, accepted(fact)));
        facts.filter(|(_, accepted)| *accepted != 0).collect()
    }

    /// The visible facts of a clause.
    fn facts(&self, clause: Index) -> Vec<(Index, u64)> {
        self.accepted(clause).into_iter().filter(|(fact, _)| *fact < self.logic.visible).collect()
    }

    /// The parts of a clause that became facts of their own, each as the clauses of its condition.
    fn parts(&self, clause: Index) -> Vec<Vec<Index>> {
        let hidden = self.accepted(clause).into_iter().filter(|(fact, _)| *fact >= self.logic.visible);
        let clauses = |fact: Index| {
            let derived = self.logic.derived.iter().filter(move |derived| derived.fact == fact);
            let conditions = derived.flat_map(|derived| &derived.steps).flat_map(|step| &step.conditions);
            let conditions = conditions.filter_map(|index| at(&self.logic.conditions, *index));
            conditions.flat_map(|condition| condition.clauses.of(&self.logic.clause_lists)).copied().collect()
        };
        hidden.map(|(fact, _)| clauses(fact)).collect()
    }

    /// The clauses of a rule, and those of the parts in them.
    fn all_clauses(&self, rule: Index) -> Vec<Index> {
        let mut all = self.clauses(rule);
        let mut looked_at = 0;
        while let Some(clause) = all.get(looked_at).copied() {
            all.extend(self.parts(clause).into_iter().flatten());
            looked_at += 1;
        }
        all
    }

    fn has(&self, index: Index, accepted: u64) -> bool {
        at(&self.logic.facts, index).is_some_and(|fact| self.outcome.bits.word(fact.word) & accepted != 0)
    }

    /// The rules behind the derived facts that decide a rule: those that gave a value, or could give one that is missing.
    fn behind(&self, rule: Index) -> Vec<Index> {
        let mut rules = Vec::new();
        for clause in self.all_clauses(rule) {
            let met = clause_meets(self.logic, &self.outcome.bits, clause);
            for (fact, accepted) in self.facts(clause).into_iter().filter(|(fact, _)| *fact >= self.logic.inputs) {
                if met != self.has(fact, accepted) {
                    continue;
                }
                let Some(code) = at(&self.logic.facts, fact) else {
                    continue;
                };
                let wanted = self.giving(fact, |given| code.bit(u32::from(given)) & accepted != 0);
                rules.extend(wanted.into_iter().filter(|rule| !met || self.fires(*rule)));
            }
        }
        rules
    }

    /// A rule as plain data.
    pub(super) fn rule(&self, index: Index) -> Option<ExplainedRule> {
        let code = at(&self.logic.rules, index)?;
        let head = self.texts.rule_head(usize::from(index))?;
        Some(ExplainedRule {
            rule: code.id.to_string(),
            gives: serde_json::from_str(head.then).ok()?,
            fires: self.fires(index),
            sentence: serde_json::from_str(head.sentence).ok()?,
            derivation: serde_json::from_str(head.derivation).ok()?,
            source: serde_json::from_str(head.source).ok()?,
            contested: self.texts.contested(usize::from(index)).map(Into::into).collect(),
            clauses: self.explained_clauses(index).collect(),
        })
    }

    /// The clauses of a rule: the facts that met each, or what is missing.
    pub(super) fn explained_clauses(&self, rule: Index) -> impl Iterator<Item = ExplainedClause> + '_ {
        self.clauses(rule).into_iter().map(|clause| self.clause(clause))
    }

    fn clause(&self, clause: Index) -> ExplainedClause {
        let met = clause_meets(self.logic, &self.outcome.bits, clause);
        let explained = |clauses: Vec<Index>| clauses.into_iter().map(|clause| self.clause(clause)).collect::<Vec<_>>();
        // Of a clause that is met, only the parts that meet it are shown.
        let tells = |part: &Vec<ExplainedClause>| !met || part.iter().all(|clause| clause.met);
        let mut explained = ExplainedClause {
            met,
            by: Vec::new(),
            needs: Vec::new(),
            parts: self.parts(clause).into_iter().map(explained).filter(tells).collect(),
        };
        for (index, accepted) in self.facts(clause) {
            let Some(fact) = at(&self.logic.facts, index) else { continue };
            if !met {
                explained.needs.push(FactNeeds { fact: fact.name.to_string(), values: fact.value_names(accepted) });
            } else if self.has(index, accepted)
                && let Some(place) = place(self.logic, &self.outcome.bits, index)
                && let Some(value) = fact.value_names(fact.bit(place)).pop()
            {
                explained.by.push(FactIs { fact: fact.name.to_string(), value });
            }
        }
        explained
    }
}
