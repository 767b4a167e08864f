//! A record, or a pair of records, as a short story in plain words, made of the texts of a rule set.
//!
//! The words are those that a form shows: labels of facts, sentences of their values. What a text of the rule set does not
//! say is said in the words of the id itself, so that every record can be told.

use std::collections::BTreeSet;

use palermo::{
    ConclusionKind, FactValue, IntakeRecord,
    rule_set::{Accepts, Condition, Fact, Rule, RuleSet, Values},
    vocabulary::Standing,
};

use crate::{
    Facts, Output, Witness,
    report::{DecidedBy, Refutation, WitnessRecord},
};

/// Tells records in the words of a rule set.
#[derive(Clone, Debug)]
pub struct Story<'r> {
    rule_set: &'r RuleSet,
    /// The fact that says how old the person is, where there is one.
    age: Option<&'r str>,
}

impl<'r> Story<'r> {
    /// The words of a rule set.
    #[must_use]
    pub fn new(rule_set: &'r RuleSet) -> Self {
        Self { rule_set, age: age(rule_set) }
    }

    /// Whether the rule set says which fact is the age of the person.
    #[must_use]
    pub fn knows_age(&self) -> bool {
        self.age.is_some()
    }

    /// A witness: what is known of the person; of a pair, what both records say and then in what they differ.
    #[must_use]
    pub fn witness(&self, witness: &Witness) -> Vec<String> {
        match &witness.second {
            None => self.record(&witness.first),
            Some(second) => self.pair(&witness.first, second),
        }
    }

    /// What breaks a promise, paragraph by paragraph: the person whom it would meet, and what follows and should not, or does
    /// not and should. Nothing is told where no record is needed to see it.
    #[must_use]
    pub fn refutation(&self, refutation: &Refutation) -> Vec<String> {
        let Some(first) = &refutation.first else { return Vec::new() };
        let output = refutation.output.as_ref().and_then(|output| output.parse::<Output>().ok());
        let follows = |record: &WitnessRecord| Some(self.follows(output.as_ref()?, record.follows?));
        let Some(second) = &refutation.second else {
            let mut told = self.record(&first.record.facts);
            told.extend(self.conduct(&first.record));
            told.extend(follows(first).map(|follows| sentence(&follows)));
            return vec![told.join(" ")];
        };
        // One record, decided by the base and by what is composed on it; or two records, decided alike.
        let (mut person, places) = if first.by == second.by {
            let [both, first_alone, second_alone] = self.parts(&first.record.facts, &second.record.facts);
            (both, [first_alone.join(" "), second_alone.join(" ")])
        } else {
            let places = match first.by {
                DecidedBy::Against => ["By what it is held against", "By the rule set itself"],
                DecidedBy::Base | DecidedBy::Composed => ["By the base alone", "With what is composed on it"],
            };
            // Each record lacks the facts that what decides it does not have.
            let facts = first.record.facts.iter().chain(&second.record.facts);
            let facts = facts.map(|(name, value)| (name.clone(), value.clone())).collect();
            (self.record(&facts), places.map(str::to_string))
        };
        person.extend(self.conduct(&first.record));
        let mut told = vec![person.join(" ")];
        let by = first.by == second.by;
        told.extend(places.into_iter().zip([first, second]).map(|(place, record)| match follows(record) {
            Some(follows) if by => format!("{place} {}", sentence(&follows)),
            Some(follows) => format!("{place}, {follows}."),
            None => place,
        }));
        told
    }

    /// The conduct that a record holds.
    fn conduct(&self, record: &IntakeRecord) -> Option<String> {
        let codes = record.conduct.iter().map(|event| format!("“{}”", self.label(&format!("conduct:{}", event.code))));
        let codes = codes.collect::<Vec<_>>().join("; ");
        (!codes.is_empty()).then(|| format!("Recorded conduct: {codes}."))
    }

    /// What a record says of a person, sentence by sentence.
    #[must_use]
    pub fn record(&self, facts: &Facts) -> Vec<String> {
        if !facts.values().any(|value| *value != FactValue::Unknown) {
            return vec!["A person of whom nothing is known.".to_string()];
        }
        let mut told = self.told(facts);
        told.push("Nothing else is known.".to_string());
        told
    }

    /// What two records say of one person, and in what they differ.
    #[must_use]
    pub fn pair(&self, first: &Facts, second: &Facts) -> Vec<String> {
        self.parts(first, second).into_iter().flatten().collect()
    }

    /// What both records say, what the first one says, and what the second one does.
    fn parts(&self, first: &Facts, second: &Facts) -> [Vec<String>; 3] {
        let value = |facts: &Facts, name: &String| facts.get(name).cloned().unwrap_or(FactValue::Unknown);
        let (both, differing): (Vec<&Fact>, Vec<&Fact>) =
            self.facts().partition(|fact| value(first, &fact.name) == value(second, &fact.name));
        let both: Facts = both.iter().map(|fact| (fact.name.clone(), value(first, &fact.name))).collect();
        let mut told = self.record(&both);
        if let Some(last) = told.last_mut() {
            *last = format!("{}, but for this.", last.trim_end_matches('.'));
        }
        let alone = |which: &str, facts: &Facts| match differing.as_slice() {
            [fact] => vec![format!("In the {which} record: {}.", uncapitalised(&self.in_one(fact, &value(facts, &fact.name))))],
            differing => self.known_in(which, differing, facts),
        };
        [told, alone("first", first), alone("second", second)]
    }

    /// What one of two records knows of the facts in which they differ.
    fn known_in(&self, which: &str, differing: &[&Fact], facts: &Facts) -> Vec<String> {
        let mut known = Vec::new();
        let mut not_so = Vec::new();
        for fact in differing {
            match facts.get(&fact.name) {
                None | Some(FactValue::Unknown) => {}
                Some(FactValue::YesNo(true)) => known.push(uncapitalised(&label_of(fact))),
                Some(FactValue::YesNo(false)) => not_so.push(uncapitalised(&label_of(fact))),
                Some(value) => known.push(uncapitalised(&self.in_one(fact, value))),
            }
        }
        let told =
            [(format!("Known in the {which} record"), known), (format!("Known in the {which} record not to be so"), not_so)];
        let told: Vec<String> = told
            .into_iter()
            .filter(|(_, facts)| !facts.is_empty())
            .map(|(what, facts)| format!("{what}: {}.", facts.join("; ")))
            .collect();
        if told.is_empty() { vec![format!("In the {which} record none of this is known.")] } else { told }
    }

    /// That something follows, or that it does not, without the full stop.
    #[must_use]
    pub fn follows(&self, output: &Output, follows: bool) -> String {
        let not = if follows { "" } else { " not" };
        match output {
            Output::Conclusion(id) => {
                let kind = id.split_once(':').and_then(|(kind, _)| ConclusionKind::from_word(kind));
                // A practice owes nothing: it tells what was done.
                let is_done = self.rule_set.standing == Standing::ObservedPractice;
                let verb = match kind {
                    Some(ConclusionKind::Entitlement) if is_done => format!("is{not} given"),
                    Some(ConclusionKind::Obligation) if is_done => format!("is{not} done"),
                    Some(ConclusionKind::Refer) if is_done => format!("is{not} where the person is sent"),
                    Some(ConclusionKind::Entitlement) => format!("is{not} owed"),
                    Some(ConclusionKind::Obligation) => format!("is{not} due"),
                    Some(ConclusionKind::Refer) => format!("is{not} to be offered"),
                    Some(ConclusionKind::Prohibition) | None => if follows { "applies" } else { "does not apply" }.to_string(),
                };
                format!("“{}” {verb}", self.label(id))
            }
            Output::Status(value) => format!("the status is{not} “{}”", self.value("status", value)),
            Output::Derived { fact, value } => {
                format!("“{}” is{not} “{}”", self.label(&format!("derived:{fact}")), self.value(fact, value))
            }
            Output::Implied(code) => {
                let implied = if follows { "show" } else { "do not show" };
                format!(
                    "the facts themselves {implied} the conduct “{}”, which breaks a duty",
                    self.label(&format!("conduct:{code}"))
                )
            }
            Output::Violation(code) => {
                let breaks = if follows { "breaks a duty" } else { "breaks no duty" };
                format!("the conduct “{}” {breaks}", self.label(&format!("conduct:{code}")))
            }
        }
    }

    /// The known facts of a record, sentence by sentence.
    fn told(&self, facts: &Facts) -> Vec<String> {
        let age = self.age.and_then(|age| match facts.get(age) {
            Some(FactValue::Years(years)) => Some(years),
            _ => None,
        });
        let mut told = vec![age.map_or_else(|| "A person.".to_string(), |years| format!("A person of {years}."))];
        told.extend(self.each(facts, |value| matches!(value, FactValue::Years(_))));
        let labels = |wanted: bool| {
            let are = self.facts().filter(|fact| facts.get(&fact.name) == Some(&FactValue::YesNo(wanted)));
            are.map(|fact| uncapitalised(&label_of(fact))).collect::<Vec<_>>().join("; ")
        };
        for (what, labels) in [("Known", labels(true)), ("Known not to be so", labels(false))] {
            if !labels.is_empty() {
                told.push(format!("{what}: {labels}."));
            }
        }
        told.extend(self.each(facts, |value| matches!(value, FactValue::Word(_))));
        // A record can hold what this rule set does not know, where it is about two of them.
        let unknown = facts.iter().filter(|(name, _)| !self.facts().any(|fact| fact.name == **name));
        let unknown = unknown.filter(|(_, value)| **value != FactValue::Unknown);
        told.extend(unknown.map(|(name, value)| sentence(&format!("{}: {}", spoken(name), self.value(name, &name_of(value))))));
        told
    }

    /// Facts with values of one kind, each a sentence; the age stands at the beginning.
    fn each(&self, facts: &Facts, of_kind: impl Fn(&FactValue) -> bool) -> Vec<String> {
        let others = self.facts().filter(|fact| self.age != Some(fact.name.as_str()));
        let told = others.filter_map(|fact| {
            let value = facts.get(&fact.name).filter(|value| of_kind(value))?;
            Some(sentence(&self.in_one(fact, value)))
        });
        told.collect()
    }

    /// A fact and its value, without the full stop.
    fn in_one(&self, fact: &Fact, value: &FactValue) -> String {
        let name = name_of(value);
        if let FactValue::Years(_) = value {
            return format!("{}: {name}", label_of(fact));
        }
        let id = format!("value:{}={name}", fact.name);
        match self.rule_set.texts.get(&id).map(|text| one_line(&text.sentence)).filter(|sentence| !sentence.is_empty()) {
            Some(sentence) => without_remark(sentence.trim_end_matches('.')).to_string(),
            None => format!("{}: {}", label_of(fact), uncapitalised(&self.value(&fact.name, &name))),
        }
    }

    fn facts(&self) -> impl Iterator<Item = &'r Fact> + use<'r> {
        self.rule_set.facts.iter()
    }

    fn known_label(&self, id: &str) -> Option<String> {
        self.rule_set.texts.get(id).map(|text| one_line(&text.label)).filter(|label| !label.is_empty())
    }

    fn label(&self, id: &str) -> String {
        self.known_label(id).unwrap_or_else(|| spoken(id))
    }

    /// A value of a fact, input or derived, by its name.
    #[must_use]
    pub fn value(&self, fact: &str, value: &str) -> String {
        let of_fact = self.known_label(&format!("value:{fact}={value}")).or_else(|| self.known_label(&format!("{fact}:{value}")));
        of_fact.or_else(|| self.known_label(&format!("answer:{value}"))).unwrap_or_else(|| spoken(value))
    }
}

/// The fact that says how old the person is: the first number of years that the rules read by which a decision says whether
/// the person is a child.
fn age(rule_set: &RuleSet) -> Option<&str> {
    let gives = format!("fact:{}=", rule_set.decision.child.fact);
    let giving = |rule: &&Rule| rule.then.iter().any(|id| id.starts_with(&gives));
    let mut read = BTreeSet::new();
    rule_set.rules.iter().filter(giving).for_each(|rule| years_read(&rule.when, &mut read));
    let of_years = |fact: &&Fact| matches!(fact.values, Values::Years { .. }) && read.contains(fact.name.as_str());
    rule_set.facts.iter().find(of_years).map(|fact| fact.name.as_str())
}

fn years_read<'c>(condition: &'c Condition, read: &mut BTreeSet<&'c str>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| years_read(part, read)),
        Condition::Literal { fact, accepts: Accepts::Below { .. } | Accepts::AtLeast { .. } } => {
            read.insert(fact);
        }
        _ => {}
    }
}

/// The name of a value: `yes`, `no`, `unknown`, a number or a word.
fn name_of(value: &FactValue) -> String {
    match value {
        FactValue::Unknown => "unknown".to_string(),
        FactValue::YesNo(yes) => if *yes { "yes" } else { "no" }.to_string(),
        FactValue::Years(years) => years.to_string(),
        FactValue::Word(word) => word.clone(),
    }
}

fn label_of(fact: &Fact) -> String {
    let label = one_line(&fact.label);
    if label.is_empty() { spoken(&fact.name) } else { label }
}

/// The text as a sentence.
fn sentence(text: &str) -> String {
    let mut letters = text.trim_end_matches('.').chars();
    let first = letters.next().map(char::to_uppercase);
    format!("{}.", first.into_iter().flatten().chain(letters).collect::<String>())
}

/// The sentence without what it adds about the standard, which is not known of the person: `, which changes nothing`.
fn without_remark(sentence: &str) -> &str {
    [", which ", ", and "]
        .iter()
        .filter_map(|remark| sentence.find(remark))
        .min()
        .map_or(sentence, |end| sentence.get(..end).unwrap_or(sentence))
}

/// Text in one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of an id: `entitlement:safe-space` is read as "safe space".
fn spoken(id: &str) -> String {
    let last = id.rsplit(':').find(|part| !part.is_empty()).unwrap_or(id);
    one_line(&last.replace(['-', '_', '=', '/'], " "))
}

/// The text with a small letter at its beginning, unless its first word is an abbreviation.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || (first, second) == ('A', ' ') => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_string(),
    }
}
