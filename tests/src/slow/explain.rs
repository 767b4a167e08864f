//! Why a conclusion holds or what is missing: the rules that give it, and the rules behind the facts that those read.

use super::Set;
use super::catalogue::{Catalogue, Fact, FactType, Rule};
use super::clauses::{Clause, clauses};
use super::condition::Condition;
use super::derived::DERIVED;
use super::published::Published;
use super::record::Case;
use super::write::{list, object, string, strings};

/// The derivations of the catalogue and of explanations.
const DERIVATIONS: [(&str, &str); 4] = [
    ("explicit", "explicit"),
    ("inverse of a criticised finding", "inverse"),
    ("incorporated by reference", "reference"),
    ("design inference", "design"),
];

/// The values of every fact in the order in which they are written, and the clauses of every rule.
#[derive(Clone, Debug)]
pub struct Explainer {
    /// For each fact its values as places in the vocabulary, in the order in which explanations list them.
    written: Vec<Vec<usize>>,
    /// For each number the places at which some condition tells it from the one before.
    cuts: Vec<Vec<usize>>,
    /// For each rule its clauses; values as places in `written`.
    clauses: Vec<Vec<Clause>>,
}

impl Explainer {
    /// Makes the clauses of the catalogue's rules.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Self {
        let vocabulary = &catalogue.vocabulary;
        let inputs = catalogue.facts.len();
        let written: Vec<Vec<usize>> = (0..inputs + DERIVED.len())
            .map(|fact| {
                let every: Vec<usize> = (0..vocabulary.domain(fact).len()).collect();
                let words = (fact >= inputs).then(|| Published::newest().words_of_derived(vocabulary.name(fact))).flatten();
                words.map_or(every.clone(), |words| {
                    let listed: Vec<usize> = words.iter().map(|word| vocabulary.value(fact, word)).collect();
                    let others = every.into_iter().filter(|value| !listed.contains(value));
                    listed.iter().copied().chain(others).collect()
                })
            })
            .collect();
        let conditions: Vec<&Condition> = (catalogue.rules.iter().flat_map(|rule| [&rule.condition, &rule.breach]))
            .chain(catalogue.implied.iter().map(|implied| &implied.condition))
            .collect();
        let cuts = (0..inputs)
            .map(|fact| {
                let mut cuts: Vec<usize> = conditions.iter().flat_map(|condition| cuts_of(condition, fact)).collect();
                cuts.sort_unstable();
                cuts.dedup();
                cuts
            })
            .collect();
        let domains: Vec<Set> = written.iter().map(|values| Set::below(values.len())).collect();
        let clauses = catalogue.rules.iter().map(|rule| clauses(&reordered(&rule.condition, &written), &domains)).collect();
        Self { written, cuts, clauses }
    }
}

/// The numbers from which on a condition accepts a fact that it did not accept just below, or the other way round.
fn cuts_of(condition: &Condition, fact: usize) -> Vec<usize> {
    match condition {
        Condition::Literal { fact: named, accepted } if *named == fact => {
            (1..128).filter(|value| accepted.has(*value) != accepted.has(value - 1)).collect()
        }
        Condition::Always | Condition::Literal { .. } => Vec::new(),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().flat_map(|part| cuts_of(part, fact)).collect(),
        Condition::Not(part) => cuts_of(part, fact),
    }
}

/// The condition with values as places in the written order.
fn reordered(condition: &Condition, written: &[Vec<usize>]) -> Condition {
    let all = |parts: &[Condition]| parts.iter().map(|part| reordered(part, written)).collect();
    match condition {
        Condition::Always => Condition::Always,
        Condition::Literal { fact, accepted } => {
            let places = written[*fact].iter().enumerate();
            let accepted = places.filter(|(_, value)| accepted.has(**value)).map(|(place, _)| place).collect();
            Condition::Literal { fact: *fact, accepted }
        }
        Condition::All(parts) => Condition::All(all(parts)),
        Condition::Any(parts) => Condition::Any(all(parts)),
        Condition::Not(part) => Condition::Not(Box::new(reordered(part, written))),
    }
}

/// The explanation of a conclusion, of `status`, or of `status:` and a status, as canonical JSON.
#[must_use]
pub fn explanation(explainer: &Explainer, case: &Case<'_>, subject: &str) -> String {
    Why { explainer, case, catalogue: case.catalogue }.explanation(subject)
}

struct Why<'w> {
    explainer: &'w Explainer,
    case: &'w Case<'w>,
    catalogue: &'w Catalogue,
}

impl Why<'_> {
    fn explanation(&self, subject: &str) -> String {
        let (conclusion, holds, rules) = if subject == "status" { self.status() } else { self.conclusion(subject) };
        let mut behind: Vec<usize> = Vec::new();
        let mut nearest = rules.clone();
        while !nearest.is_empty() {
            let mut farther: Vec<usize> = Vec::new();
            for rule in nearest.into_iter().flat_map(|rule| self.behind(rule)) {
                if ![&rules, &behind, &farther].into_iter().any(|known| known.contains(&rule)) {
                    farther.push(rule);
                }
            }
            behind.extend(&farther);
            nearest = farther;
        }
        object([
            ("reference", self.case.reference.as_deref().map(string)),
            ("standard", Some(Published::newest().standard())),
            ("conclusion", Some(string(&conclusion))),
            ("holds", Some(holds.to_string())),
            ("rules", Some(list(rules.iter().map(|rule| self.rule(*rule))))),
            ("because", Some(list(behind.iter().map(|rule| self.rule(*rule))))),
        ])
    }

    /// The status that the person has with the rules that gave it, and every rule of a status that would go before it.
    fn status(&self) -> (String, bool, Vec<usize>) {
        let has = self.case.word("status");
        let stronger = DERIVED.iter().find(|derived| derived.name == "status").expect("the status is derived").by_priority;
        let mut rules = self.fired(self.giving(|id| id == format!("status:{has}")));
        for status in stronger.iter().take_while(|status| **status != has) {
            rules.extend(self.giving(|id| id == format!("status:{status}")));
        }
        (format!("status:{has}"), true, rules)
    }

    /// Any other subject: the rules that gave it, or all that could.
    fn conclusion(&self, subject: &str) -> (String, bool, Vec<usize>) {
        let could = self.giving(|id| id == subject);
        assert!(!could.is_empty(), "no rule gives {subject}");
        let gave = self.fired(could.clone());
        let holds = match subject.strip_prefix("status:") {
            Some(status) => self.case.word("status") == status,
            None => !gave.is_empty(),
        };
        (subject.to_owned(), holds, if holds { gave } else { could })
    }

    /// The rules that have such a consequence.
    fn giving(&self, wanted: impl Fn(&str) -> bool) -> Vec<usize> {
        let gives = |rule: &Rule| rule.consequences.iter().any(|consequence| wanted(&consequence.id));
        (0..).zip(&self.catalogue.rules).filter(|(_, rule)| gives(rule)).map(|(place, _)| place).collect()
    }

    fn fired(&self, rules: Vec<usize>) -> Vec<usize> {
        rules.into_iter().filter(|rule| self.fires(*rule)).collect()
    }

    fn fires(&self, rule: usize) -> bool {
        self.catalogue.rules[rule].condition.holds(&self.case.values)
    }

    /// The place of a fact's value in the written order.
    fn value(&self, fact: usize) -> usize {
        let value = self.case.values[fact];
        self.explainer.written[fact].iter().position(|known| *known == value).expect("every value is written")
    }

    fn is_met(&self, clause: &Clause) -> bool {
        clause.iter().any(|(fact, accepted)| accepted.has(self.value(*fact)))
    }

    /// The rules behind the derived facts of a rule: those that gave a value which meets a clause, and those that could give
    /// one where a clause is not met.
    fn behind(&self, rule: usize) -> Vec<usize> {
        let mut rules = Vec::new();
        for clause in &self.explainer.clauses[rule] {
            let met = self.is_met(clause);
            for (fact, accepted) in clause.iter().filter(|(fact, _)| **fact >= self.catalogue.facts.len()) {
                if met && !accepted.has(self.value(*fact)) {
                    continue;
                }
                let written = &self.explainer.written[*fact];
                let gives = |rule: &Rule| {
                    rule.gives
                        .is_some_and(|(given, value)| given == *fact && accepted.members().any(|place| written[place] == value))
                };
                for (place, _) in self.catalogue.rules.iter().enumerate().filter(|(_, rule)| gives(rule)) {
                    if !met || self.fires(place) {
                        rules.push(place);
                    }
                }
            }
        }
        rules
    }

    fn rule(&self, place: usize) -> String {
        let rule = &self.catalogue.rules[place];
        let published = Published::newest();
        let texts = published.rule(&rule.id);
        let derivation = DERIVATIONS.iter().find(|(catalogue, _)| *catalogue == rule.derivation).expect("a known derivation").1;
        let contested = published.contested(&rule.id);
        object([
            ("rule", Some(string(&rule.id))),
            ("gives", Some(strings(rule.consequences.iter().map(|consequence| &consequence.id)))),
            ("fires", Some(self.fires(place).to_string())),
            ("sentence", Some(texts["sentence"].to_string())),
            ("derivation", Some(string(derivation))),
            ("source", Some(texts["source"].to_string())),
            ("contested", (!contested.is_empty()).then(|| strings(contested))),
            ("clauses", Some(list(self.explainer.clauses[place].iter().map(|clause| self.clause(clause))))),
        ])
    }

    fn clause(&self, clause: &Clause) -> String {
        let met = self.is_met(clause);
        let name = |fact: usize| string(self.catalogue.vocabulary.name(fact));
        let meets = clause.iter().filter(|(fact, accepted)| accepted.has(self.value(**fact)));
        let by = meets.map(|(fact, _)| object([("fact", Some(name(*fact))), ("value", Some(string(&self.own_word(*fact))))]));
        let needs = clause.iter().map(|(fact, accepted)| {
            object([("fact", Some(name(*fact))), ("values", Some(strings(self.words(*fact, *accepted))))])
        });
        object([("met", Some(met.to_string())), ("by", met.then(|| list(by))), ("needs", (!met).then(|| list(needs)))])
    }

    /// The value of a fact: a word, or the span of years in which no condition tells one year from another.
    fn own_word(&self, fact: usize) -> String {
        let value = self.value(fact);
        let Some(input) = self.catalogue.facts.get(fact).filter(|input| input.data_type == FactType::Integer) else {
            return self.word(fact, value);
        };
        if value == input.unknown() {
            return self.word(fact, value);
        }
        let cuts = &self.explainer.cuts[fact];
        let from = cuts.iter().copied().filter(|cut| *cut <= value).max().unwrap_or(0);
        let to = cuts.iter().copied().filter(|cut| *cut > value).min().unwrap_or(input.unknown()) - 1;
        format!("{}-{}", self.word(fact, from), self.word(fact, to))
    }

    /// The accepted values of a fact; years that follow each other are one span.
    fn words(&self, fact: usize, accepted: Set) -> Vec<String> {
        let input = self.catalogue.facts.get(fact).filter(|input| input.data_type == FactType::Integer);
        let Some(unknown) = input.map(Fact::unknown) else {
            return accepted.members().map(|value| self.word(fact, value)).collect();
        };
        let years = |value: usize| value < unknown && accepted.has(value);
        let starts = (0..unknown).filter(|value| years(*value) && !(*value > 0 && years(value - 1)));
        let mut words: Vec<String> = starts
            .map(|start| {
                let end = (start..unknown).take_while(|value| years(*value)).last().expect("a span has an end");
                format!("{}-{}", self.word(fact, start), self.word(fact, end))
            })
            .collect();
        if accepted.has(unknown) {
            words.push(self.word(fact, unknown));
        }
        words
    }

    fn word(&self, fact: usize, value: usize) -> String {
        self.catalogue.vocabulary.domain(fact)[self.explainer.written[fact][value]].clone()
    }
}
