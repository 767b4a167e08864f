//! Every case that a rule shows comes out as it says when the engine decides it, and where a case says that an unknown
//! decides, some value of it does turn the result round.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;

use palermo::{
    Certainty, ConductEvent, FactValue, IntakeRecord, Standard,
    rule_set::{Case, CaseFacts, Rule, RuleSet, Values},
};
use palermo_tests::workspace;

type Facts = BTreeMap<String, FactValue>;
/// What is looked at: whether the rule fires, or whether it is broken.
type Look = fn(&Cases, &Rule, &Facts, &str) -> bool;

struct Cases {
    rule_set: RuleSet,
    standard: Standard,
}

impl Cases {
    fn new() -> Self {
        let rule_set = palermo_compile::compile(&workspace::see_2002()).unwrap_or_else(|errors| panic!("{errors}"));
        let standard = Standard::from_rule_set(&rule_set).expect("the rule set loads");
        Self { rule_set, standard }
    }

    fn each(&self, mut look: impl FnMut(&Rule, &Case, &str)) {
        for rule in &self.rule_set.rules {
            for (number, case) in rule.cases.iter().enumerate() {
                look(rule, case, &format!("{}, case {}", rule.id, number + 1));
            }
        }
    }

    fn facts(&self, facts: &CaseFacts) -> Facts {
        match facts {
            CaseFacts::Situation(name) => {
                let situation = self.rule_set.situations.iter().find(|situation| situation.name == *name);
                situation.expect("the loader knows the situation").facts.clone()
            }
            CaseFacts::Facts(facts) => facts.clone(),
        }
    }

    /// Whether the rule fires on the facts of a case.
    fn fires(&self, rule: &Rule, facts: &Facts, place: &str) -> bool {
        let record = IntakeRecord { facts: facts.clone(), ..IntakeRecord::default() };
        let checked = self.standard.check(&record).unwrap_or_else(|errors| panic!("{place}: {errors}"));
        checked.outcome().fired_rules().any(|fired| fired == rule.id)
    }

    /// Whether the rule's code, recorded as established, is a violation on the facts of a case.
    fn is_broken(&self, rule: &Rule, facts: &Facts, place: &str) -> bool {
        let breach = rule.breach.as_ref().unwrap_or_else(|| panic!("{place}: no conduct breaks this rule"));
        let event = ConductEvent { code: breach.code.clone(), actor: None, certainty: Certainty::Established };
        let record = IntakeRecord { facts: facts.clone(), conduct: vec![event], ..IntakeRecord::default() };
        let decision = self.standard.evaluate(&record).unwrap_or_else(|errors| panic!("{place}: {errors}"));
        decision.violations.iter().any(|violation| violation.code == breach.code && violation.rule == rule.id)
    }

    /// The facts of a case, what is looked at, and what should come out.
    fn claim<'c>(&self, case: &'c Case) -> (Facts, Look, bool, &'c [String]) {
        let (facts, look, expected): (_, Look, _) = match case {
            Case { fires: Some(facts), .. } => (facts, Self::fires, true),
            Case { silent: Some(facts), .. } => (facts, Self::fires, false),
            Case { breached: Some(facts), .. } => (facts, Self::is_broken, true),
            Case { not_breached: Some(facts), .. } => (facts, Self::is_broken, false),
            _ => panic!("a case claims something"),
        };
        (self.facts(facts), look, expected, &case.unknown)
    }

    /// Every value of a fact but `unknown`.
    fn known_values(&self, name: &str) -> Vec<FactValue> {
        let fact = self.rule_set.facts.iter().find(|fact| fact.name == name).expect("the loader knows the fact");
        match &fact.values {
            Values::YesNo => vec![true.into(), false.into()],
            Values::Choice(words) => words.iter().map(|word| word.as_str().into()).collect(),
            Values::Years { from, to } => (*from..=*to).map(FactValue::from).collect(),
        }
    }

    /// Every way to give known values to some of the facts, the ways that give none included.
    fn completions(&self, facts: &Facts, open: &[String]) -> Vec<Facts> {
        let Some((name, others)) = open.split_first() else {
            return vec![facts.clone()];
        };
        let mut all = Vec::new();
        for rest in self.completions(facts, others) {
            all.push(rest.clone());
            for value in self.known_values(name) {
                let mut more = rest.clone();
                more.insert(name.clone(), value);
                all.push(more);
            }
        }
        all
    }
}

#[test]
fn every_case_comes_out_as_it_says() {
    let cases = Cases::new();
    let mut wrong = Vec::new();
    let mut count = 0;
    cases.each(|rule, case, place| {
        let (facts, look, expected, _) = cases.claim(case);
        count += 1;
        if look(&cases, rule, &facts, place) != expected {
            wrong.push(format!("{place}: {facts:?} does not come out as {expected}"));
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 500, "only {count} cases");
}

#[test]
fn where_an_unknown_is_said_to_decide_some_value_of_it_turns_the_result_round() {
    let cases = Cases::new();
    let mut wrong = Vec::new();
    let mut count = 0;
    cases.each(|rule, case, place| {
        let (facts, look, expected, unknown) = cases.claim(case);
        if unknown.is_empty() {
            return;
        }
        count += 1;
        for name in unknown {
            if !matches!(facts.get(name), None | Some(FactValue::Unknown)) {
                wrong.push(format!("{place}: {name} is given"));
            }
        }
        let decides = |open: &[String]| {
            cases.completions(&facts, open).iter().any(|completed| look(&cases, rule, completed, place) != expected)
        };
        if !decides(unknown) {
            wrong.push(format!("{place}: no value of {unknown:?} changes the result"));
        }
        // Each fact on the list has a part in it: with some values of the others, its own value matters.
        for name in unknown {
            let others: Vec<String> = unknown.iter().filter(|other| *other != name).cloned().collect();
            let matters = |rest: &Facts| {
                let completed = cases.completions(rest, std::slice::from_ref(name));
                let mut results = completed.iter().map(|facts| look(&cases, rule, facts, place));
                let first = results.next();
                results.any(|result| Some(result) != first)
            };
            if !cases.completions(&facts, &others).iter().any(matters) {
                wrong.push(format!("{place}: {name} decides nothing"));
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 60, "only {count} cases with an unknown that decides");
}
