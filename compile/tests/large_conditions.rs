//! A condition that would explode into thousands of clauses decides, asks and explains like its written form: the engine
//! against a direct evaluation of the condition over random records. And what is too large is refused by name.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

mod random;
mod sources;

use std::collections::BTreeMap;

use palermo::{
    About, FactValue, IntakeRecord, Standard,
    rule_set::{Accepts, Condition, RuleSet, Value, Values},
};
use palermo_compile::compile_files;
use random::Random;
use sources::Sources;

const RECORDS: usize = 20_000;

/// Large conditions, by the names of their rules. None has fewer than 64 clauses when it is multiplied out.
fn large() -> Vec<(&'static str, String)> {
    let pair = |left: &str, right: &str| format!("{{ all: [ {{ {left}: true }}, {{ {right}: [true, unknown] }} ] }}");
    let pairs = [
        pair("act_recruited", "means_force_or_threat"),
        pair("act_transported", "means_other_coercion"),
        pair("act_transferred", "means_abduction"),
        pair("act_harboured", "means_fraud_or_deception"),
        pair("act_received", "means_abuse_of_power"),
        pair("purpose_begging", "means_abuse_of_vulnerability"),
        pair("purpose_forced_labour", "means_payment_for_control"),
        pair("purpose_organ_removal", "ctrl_debt_used"),
    ];
    let any = format!("{{ any: [ {} ] }}", pairs.join(", "));
    // The same parts inside another group, with an age and a set.
    let nested = format!(
        "{{ any: [ {{ all: [ {any}, {{ age_years: {{ below: 18, or_unknown: true }} }} ] }}, \
         {{ all: [ {{ any_of: act, is: [false] }}, {{ any: [ {}, {{ all: [ {{ documents: [forged, none] }}, {{ return_wish: unknown }} ] }} ] }} ] }}, \
         {{ all: [ {{ protected: true }}, {{ all_of: control, is: [false, unknown] }}, {{ any: [ {}, {} ] }} ] }} ] }}",
        pairs[..5].join(", "),
        pairs[5],
        pairs[6],
    );
    // A few levels of all and any, each wide.
    let deep = (0..6).fold("{ testimony_wish: willing }".to_owned(), |inner, level| {
        format!("{{ any: [ {{ all: [ {inner}, {} ] }}, {}, {} ] }}", pairs[level], pairs[level + 1], pairs[(level + 4) % 8])
    });
    // All over many anys over alls.
    let all = format!(
        "{{ all: [ {{ any: [ {} ] }}, {{ any: [ {} ] }} ] }}",
        pairs.join(", "),
        pairs.iter().rev().map(|pair| pair.replace("true }", "false }")).collect::<Vec<_>>().join(", ")
    );
    vec![("large-any", any), ("large-nested", nested), ("large-deep", deep), ("large-all", all)]
}

fn with_large_rules() -> (RuleSet, Standard) {
    let mut sources = Sources::see_2002();
    for (name, when) in large() {
        sources = sources.add_rule(name, &when, &format!("obligation:{name}"));
    }
    let rule_set = compile_files(&sources.0).unwrap_or_else(|errors| panic!("{errors}"));
    let standard = Standard::from_rule_set(&rule_set).unwrap_or_else(|errors| panic!("{errors}"));
    (rule_set, standard)
}

// The direct evaluation

/// The values of a record's facts, and of the derived facts that the conditions here read.
struct Known<'r> {
    rule_set: &'r RuleSet,
    facts: &'r BTreeMap<String, FactValue>,
    protected: bool,
}

impl Known<'_> {
    fn holds(&self, condition: &Condition) -> bool {
        let set = |name: &str| {
            let set = self.rule_set.sets.iter().find(|set| set.name == name).expect("the set exists");
            set.members.iter().map(|member| member.fact.as_str())
        };
        match condition {
            Condition::Always => true,
            Condition::Otherwise => panic!("no large condition says otherwise"),
            Condition::All(parts) => parts.iter().all(|part| self.holds(part)),
            Condition::Any(parts) => parts.iter().any(|part| self.holds(part)),
            Condition::AnyOf { set: name, is } => set(name).any(|fact| self.is_one_of(fact, is)),
            Condition::AllOf { set: name, is } => set(name).all(|fact| self.is_one_of(fact, is)),
            Condition::Literal { fact, accepts } => match accepts {
                Accepts::OneOf(values) => self.is_one_of(fact, values),
                Accepts::Below { bound, or_unknown } => self.years(fact).map_or(*or_unknown, |years| years < *bound),
                Accepts::AtLeast { bound, or_unknown } => self.years(fact).map_or(*or_unknown, |years| years >= *bound),
            },
        }
    }

    fn years(&self, fact: &str) -> Option<u32> {
        match self.facts.get(fact) {
            Some(FactValue::Years(years)) => Some(*years),
            _ => None,
        }
    }

    fn is_one_of(&self, fact: &str, values: &[Value]) -> bool {
        let value = match self.facts.get(fact) {
            _ if fact == "protected" => Value::YesNo(self.protected),
            None | Some(FactValue::Unknown) => Value::Word("unknown".into()),
            Some(FactValue::YesNo(value)) => Value::YesNo(*value),
            Some(FactValue::Word(word)) => Value::Word(word.clone()),
            Some(FactValue::Years(_)) => panic!("{fact} is a number"),
        };
        values.contains(&value)
    }
}

/// The facts that a condition names, those of its sets included.
fn named(rule_set: &RuleSet, condition: &Condition, found: &mut Vec<String>) {
    match condition {
        Condition::Always | Condition::Otherwise => {}
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| named(rule_set, part, found)),
        Condition::AnyOf { set, .. } | Condition::AllOf { set, .. } => {
            let sets = rule_set.sets.iter().filter(|known| known.name == *set);
            found.extend(sets.flat_map(|set| &set.members).map(|member| member.fact.clone()));
        }
        Condition::Literal { fact, .. } => found.push(fact.clone()),
    }
}

// Random records

impl Random {
    fn record(&mut self, rule_set: &RuleSet) -> IntakeRecord {
        let mut record = IntakeRecord::default();
        let density = 1 + self.below(9);
        // Of the yes/no facts, mostly no: else every "any" holds.
        let yes = 1 + self.below(6);
        for fact in &rule_set.facts {
            if self.below(10) >= density {
                continue;
            }
            let value = match &fact.values {
                Values::YesNo => FactValue::YesNo(self.below(10) < yes),
                Values::Choice(words) => words.get(self.below(words.len())).expect("a list has words").as_str().into(),
                Values::Years { .. } => FactValue::Years(u32::try_from(10 + self.below(20)).expect("an age fits")),
            };
            record.facts.insert(fact.name.clone(), value);
        }
        record
    }
}

#[test]
fn large_conditions_decide_like_their_written_form() {
    let (rule_set, standard) = with_large_rules();
    let mut random = Random(0x5EED);
    let rules: Vec<_> = rule_set.rules.iter().filter(|rule| rule.id.starts_with("monitoring/large-")).collect();
    assert_eq!(rules.len(), 4);
    let mut fired = vec![0; rules.len()];
    for _ in 0..RECORDS {
        let record = random.record(&rule_set);
        let checked = standard.check(&record).unwrap_or_else(|errors| panic!("{errors}"));
        let outcome = checked.outcome();
        let all: Vec<&str> = outcome.fired_rules().collect();
        let protected = all.contains(&"assistance/shelter");
        let known = Known { rule_set: &rule_set, facts: &record.facts, protected };
        for (rule, fired) in rules.iter().zip(&mut fired) {
            let holds = known.holds(&rule.when);
            assert_eq!(all.contains(&rule.id.as_str()), holds, "{}: {record:?}", rule.id);
            *fired += usize::from(holds);
        }
    }
    for (rule, fired) in rules.iter().zip(fired) {
        assert!((RECORDS / 50..RECORDS * 49 / 50).contains(&fired), "{} fired {fired} times of {RECORDS}", rule.id);
    }
}

#[test]
fn other_rules_decide_as_without_the_large_ones() {
    let (rule_set, standard) = with_large_rules();
    let plain = compile_files(&Sources::see_2002().0).expect("see-2002 compiles");
    let plain = Standard::from_rule_set(&plain).expect("see-2002 loads");
    let mut random = Random(0xBA5E);
    for _ in 0..2_000 {
        let record = random.record(&rule_set);
        let (with, without) = (standard.check(&record).expect("a record"), plain.check(&record).expect("a record"));
        let (with, without) = (with.outcome(), without.outcome());
        assert_eq!(with.status(), without.status());
        let with = with.fired_rules().filter(|rule| !rule.starts_with("monitoring/large-"));
        assert!(with.eq(without.fired_rules()), "{record:?}");
    }
}

#[test]
fn an_explanation_of_a_large_rule_names_facts_of_its_condition_with_their_values() {
    let (rule_set, standard) = with_large_rules();
    let mut random = Random(0xFACE);
    let (mut met, mut missing, mut parts) = (0, 0, 0);
    for _ in 0..500 {
        let record = random.record(&rule_set);
        let checked = standard.check(&record).expect("a record");
        let fired: Vec<&str> = checked.outcome().fired_rules().collect();
        let protected = fired.contains(&"assistance/shelter");
        for (name, _) in large() {
            let explanation = checked.explain(&format!("obligation:{name}")).expect("the conclusion exists");
            let [explained] = explanation.rules.as_slice() else { panic!("{explanation:?}") };
            let rule = rule_set.rules.iter().find(|rule| rule.id == explained.rule).expect("the rule exists");
            assert_eq!(explanation.holds, fired.contains(&rule.id.as_str()));
            assert_eq!(explained.fires, explanation.holds);
            assert_eq!(explained.clauses.iter().all(|clause| clause.met), explanation.holds, "{explained:?}");
            let mut facts = Vec::new();
            named(&rule_set, &rule.when, &mut facts);
            for clause in &explained.clauses {
                let whole = |part: &Vec<palermo::ExplainedClause>| part.iter().all(|clause| clause.met);
                assert_eq!(clause.met, !clause.by.is_empty() || clause.parts.iter().any(whole), "{clause:?}");
                assert_eq!(clause.met, clause.needs.is_empty() && clause.parts.iter().all(whole), "{clause:?}");
                parts += clause.parts.len();
                for by in clause.known() {
                    met += 1;
                    assert!(facts.contains(&by.fact), "{} does not name {}", rule.id, by.fact);
                    let value = match record.facts.get(&by.fact) {
                        _ if by.fact == "protected" => (if protected { "yes" } else { "no" }).to_owned(),
                        None | Some(FactValue::Unknown) => "unknown".to_owned(),
                        Some(FactValue::YesNo(value)) => (if *value { "yes" } else { "no" }).to_owned(),
                        Some(FactValue::Word(word)) => word.clone(),
                        Some(FactValue::Years(_)) => continue,
                    };
                    assert_eq!(by.value, value, "{}", by.fact);
                }
                for needs in clause.missing() {
                    missing += 1;
                    assert!(facts.contains(&needs.fact), "{} does not name {}", rule.id, needs.fact);
                    assert!(!needs.values.is_empty());
                }
            }
        }
    }
    assert!(met > 1_000 && missing > 1_000, "{met} facts met a clause, {missing} were missing");
    assert!(parts > 100, "only {parts} parts of long conditions were shown");
}

/// The value that an explanation says would do.
fn needed(rule_set: &RuleSet, fact: &str, value: &str) -> Option<FactValue> {
    let known = rule_set.facts.iter().find(|known| known.name == fact)?;
    Some(match (&known.values, value) {
        (_, "unknown") => FactValue::Unknown,
        (Values::YesNo, value) => FactValue::YesNo(value == "yes"),
        (Values::Choice(_), word) => word.into(),
        (Values::Years { .. }, span) => FactValue::Years(span.split('-').next()?.parse().ok()?),
    })
}

#[test]
fn any_one_value_that_an_explanation_says_is_needed_meets_its_clause() {
    let (rule_set, standard) = with_large_rules();
    let mut random = Random(0x0DD);
    let mut tried = 0;
    for _ in 0..60 {
        let record = random.record(&rule_set);
        let checked = standard.check(&record).expect("a record");
        for (name, _) in large() {
            let conclusion = format!("obligation:{name}");
            let explanation = checked.explain(&conclusion).expect("the conclusion exists");
            let clauses = explanation.rules.iter().flat_map(|rule| &rule.clauses).enumerate();
            let Some((number, clause)) = clauses.filter(|(_, clause)| !clause.met).last() else { continue };
            for needs in &clause.needs {
                let Some(value) = needs.values.first().and_then(|value| needed(&rule_set, &needs.fact, value)) else { continue };
                tried += 1;
                let mut mended = record.clone();
                mended.facts.insert(needs.fact.clone(), value);
                let mended = standard.check(&mended).expect("a record").explain(&conclusion).expect("the conclusion exists");
                let met = mended.rules.iter().flat_map(|rule| &rule.clauses).nth(number).map(|clause| clause.met);
                assert_eq!(met, Some(true), "{name}, clause {number}: {needs:?} does not meet it\n{record:?}");
            }
        }
    }
    assert!(tried > 100, "only {tried} values were tried");
}

#[test]
fn what_a_large_rule_does_not_ask_does_not_matter_to_it() {
    let (rule_set, standard) = with_large_rules();
    let mut random = Random(0xA5C);
    let mut dropped = 0;
    for _ in 0..600 {
        let record = random.record(&rule_set);
        let asked: Vec<String> = standard
            .check(&record)
            .expect("a record")
            .questions(About::Decision)
            .into_iter()
            .map(|question| question.fact)
            .collect();
        let answers = random.record(&rule_set).facts;
        let open = answers.into_iter().filter(|(fact, _)| !record.facts.contains_key(fact));
        let (mut full, mut only_asked) = (record.clone(), record.clone());
        for (fact, value) in open {
            if asked.contains(&fact) {
                only_asked.facts.insert(fact.clone(), value.clone());
            } else {
                dropped += 1;
            }
            full.facts.insert(fact, value);
        }
        let ids = |record: &IntakeRecord| standard.evaluate_compact(record).expect("a record").conclusions;
        assert_eq!(ids(&full), ids(&only_asked), "{record:?}");
    }
    assert!(dropped > 1_000, "only {dropped} answers were dropped");
}

// Limits

/// A fact of a test, as it stands in a file of facts.
fn fact(name: &str, values: &str) -> String {
    format!(
        "{name}:\n  label: A fact\n  meaning: A fact of a test.\n  values: {values}\n  question: Is it so?\n  help: Say it.\n  ask: never\n  \
         sensitivity: low\n  known_by: [anybody]\n  shield: false\n  source: [{{ by_reference: none }}]\n"
    )
}

fn with_facts(facts: impl Iterator<Item = String>) -> Sources {
    Sources::see_2002()
        .edit("standard.yaml", "procedure, need]", "procedure, need, extra]")
        .add("facts/extra.yaml", &facts.collect::<String>())
}

#[test]
fn as_many_facts_as_fit_are_fine_and_more_are_refused_by_number() {
    // 82 facts and 9 derived ones are there.
    let with = |extra: usize| compile_files(&with_facts((0..extra).map(|number| fact(&format!("extra_{number}"), "yes_no"))).0);
    if let Err(errors) = with(200) {
        panic!("{errors}");
    }
    let errors = with(294).expect_err("385 facts are too many").to_string();
    assert!(errors.contains("more than 384 facts"), "{errors}");
    let errors = with(5_000).expect_err("5,000 facts are too many").to_string();
    assert!(errors.contains("more than 384 facts"), "{errors}");
}

#[test]
fn more_facts_than_can_be_counted_are_refused_by_number_and_for_no_other_reason() {
    let errors = with_facts((0..70_000).map(|number| fact(&format!("extra_{number}"), "yes_no"))).errors();
    assert!(errors.contains("more than 384 facts"), "{}", errors.lines().take(3).collect::<Vec<_>>().join("\n"));
}

#[test]
fn more_values_than_fit_are_refused() {
    let list = |count: usize| format!("[{}]", (0..count).map(|number| format!("v{number}")).collect::<Vec<_>>().join(", "));
    assert!(compile_files(&with_facts([fact("extra", &list(62))].into_iter()).0).is_ok());
    let errors = with_facts([fact("extra", &list(63))].into_iter()).errors();
    assert!(errors.contains("1 to 62 words"), "{errors}");
    let errors = with_facts((0..40).map(|number| fact(&format!("extra_{number}"), &list(40)))).errors();
    assert!(errors.contains("more than 16 words of values"), "{errors}");
    let bounds: Vec<String> = (1..=70).map(|bound| format!("{{ age_years: {{ below: {bound} }} }}")).collect();
    let errors =
        Sources::see_2002().add_rule("bounds", &format!("{{ any: [ {} ] }}", bounds.join(", ")), "obligation:some").errors();
    assert!(errors.contains("more than 64 values of a fact"), "{errors}");
}

#[test]
fn more_rules_than_fit_are_refused() {
    let mut sources = Sources::see_2002();
    for number in 0..820 {
        sources = sources.add_rule(&format!("extra-{number}"), "always", "obligation:something");
    }
    let errors = sources.errors();
    assert!(errors.contains("more than 1024 rules"), "{errors}");
}

#[test]
fn a_condition_of_thousands_of_hidden_parts_is_refused_and_not_computed_for_hours() {
    let names = ["act_recruited", "act_transported", "act_transferred", "act_harboured", "act_received", "purpose_begging"];
    let mut parts = Vec::new();
    for left in names {
        for right in names {
            for third in ["means_abduction", "means_other_coercion", "ctrl_confined", "ctrl_debt_used"] {
                for value in ["true", "false", "unknown", "[true, unknown]"] {
                    parts.push(format!("{{ all: [ {{ {left}: true }}, {{ {right}: false }}, {{ {third}: {value} }} ] }}"));
                }
            }
        }
    }
    let errors =
        Sources::see_2002().add_rule("huge", &format!("{{ any: [ {} ] }}", parts.join(", ")), "obligation:some").errors();
    assert!(errors.contains("more than 384 facts, hidden ones included"), "{errors}");
}
