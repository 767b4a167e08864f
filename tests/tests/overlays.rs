//! Overlays only add: whatever they are composed with, in whatever order, nobody loses a conclusion by them, and everything that
//! can be done with a standard can be done with a composed one.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

use std::{collections::BTreeSet, sync::LazyLock};

use palermo::{
    About, Date, Decision, ErrorCode, Standard, Status,
    load::LoadErrors,
    rule_set::{AddedMembers, AddedQuestions, Citation, Fact, InForce, Instrument, Member, Overlay, Rule, RuleSet, Values},
    vocabulary::{Confidence, Stage, Standing},
};
use palermo_tests::workspace;
use proptest::{prelude::*, sample::select};
use serde_json::{Map, Value, json};

static BASE: LazyLock<RuleSet> =
    LazyLock::new(|| palermo_compile::compile(&workspace::see_2002()).unwrap_or_else(|errors| panic!("{errors}")));

static SHIPPED: LazyLock<Vec<Overlay>> = LazyLock::new(|| {
    let overlay = |id: &&str| {
        palermo_compile::compile_overlay(&workspace::overlay(id), &BASE).unwrap_or_else(|errors| panic!("{id}: {errors}"))
    };
    workspace::OVERLAYS.iter().map(overlay).collect()
});

static BASE_STANDARD: LazyLock<Standard> = LazyLock::new(|| Standard::from_rule_set(&BASE).expect("the base compiles"));
static COMPOSED: LazyLock<Standard> = LazyLock::new(|| Standard::compose(&BASE, &SHIPPED).expect("the overlays can be composed"));

/// An overlay with nothing in it.
fn empty(id: &str) -> Overlay {
    Overlay {
        format: 1,
        id: id.into(),
        kind: BASE.kind,
        version: "0.1.0".into(),
        extends: BASE.id.clone(),
        title: "An overlay of a test".into(),
        summary: "An overlay of a test.".into(),
        in_force: InForce { from: "2010-01-01".into(), to: None },
        instruments: vec![Instrument {
            id: "some-law".into(),
            title: "Some law".into(),
            publisher: "Some parliament".into(),
            published: "2009".into(),
        }],
        groups: Vec::new(),
        facts: Vec::new(),
        members: Vec::new(),
        interview: Vec::new(),
        urgency: Vec::new(),
        conduct: Vec::new(),
        situations: Vec::new(),
        rules: Vec::new(),
        citations: Vec::new(),
        not_core: Vec::new(),
        contested: Vec::new(),
        texts: std::collections::BTreeMap::new(),
    }
}

fn cited() -> Vec<Citation> {
    vec![Citation::Article { instrument: "some-law".into(), article: "art. 1".into(), confidence: Confidence::Unverified }]
}

/// A fact like a fact of the base, with another name.
fn fact_like(base: &str, name: &str) -> Fact {
    let known = BASE.facts.iter().find(|fact| fact.name == base).expect("the base has the fact");
    Fact { name: name.into(), source: cited(), ..known.clone() }
}

/// An overlay with a purpose of its own.
fn purpose(id: &str, name: &str) -> Overlay {
    Overlay {
        facts: vec![fact_like("purpose_begging", name)],
        members: vec![AddedMembers { set: "purpose".into(), members: vec![Member { fact: name.into(), when: None }] }],
        interview: vec![AddedQuestions { stage: Stage::Situation, ask: vec![name.into()] }],
        ..empty(id)
    }
}

fn refused(made: Result<Standard, LoadErrors>) -> Vec<String> {
    let errors = made.map(|standard| standard.id().to_owned()).expect_err("it is refused");
    let named = |problem: palermo::Problem| format!("{} {} {}", problem.document.unwrap_or_default(), problem.path, problem.code);
    errors.problems().into_iter().map(named).collect()
}

fn composed(overlays: &[Overlay]) -> Standard {
    Standard::compose(&BASE, overlays).unwrap_or_else(|errors| panic!("{errors}"))
}

// Records

fn words(fact: &Fact) -> Vec<Value> {
    match &fact.values {
        Values::YesNo => vec![json!(true), json!(false)],
        Values::Choice(words) => words.iter().map(|word| json!(word)).collect(),
        Values::Years { from, to } => [*from, 11, 12, 17, 18, 24, 25, *to].iter().map(|years| json!(years)).collect(),
    }
}

/// Records over the facts and conduct codes of a rule set: few facts or many, never all.
fn records(facts: &[Fact], codes: Vec<String>) -> impl Strategy<Value = Value> {
    let values: Vec<(String, Value)> =
        facts.iter().flat_map(|fact| words(fact).into_iter().map(|value| (fact.name.clone(), value))).collect();
    let event = (select(codes), select(vec!["established", "alleged", "planned", "ruled_out"]))
        .prop_map(|(code, certainty)| json!({ "code": code, "certainty": certainty }));
    (prop::collection::vec(select(values), 0..60), prop::collection::vec(event, 0..4)).prop_map(|(facts, conduct)| {
        let facts: Map<String, Value> = facts.into_iter().collect();
        json!({ "facts": facts, "conduct": conduct })
    })
}

fn all_facts() -> Vec<Fact> {
    BASE.facts.iter().chain(SHIPPED.iter().flat_map(|overlay| &overlay.facts)).cloned().collect()
}

fn base_codes() -> Vec<String> {
    BASE.conduct.iter().map(|code| code.code.clone()).collect()
}

/// The record without what only overlays know.
fn of_base(record: &Value) -> Value {
    let mut record = record.clone();
    if let Some(facts) = record["facts"].as_object_mut() {
        facts.retain(|name, _| BASE.facts.iter().any(|fact| fact.name == *name));
    }
    record
}

fn decide(standard: &Standard, record: &Value) -> Decision {
    standard.read_json(&record.to_string()).unwrap_or_else(|errors| panic!("{errors}")).decision()
}

/// From the least to the most protected.
fn rank(status: Status) -> usize {
    [Status::NotEstablished, Status::Undetermined, Status::Presumed, Status::Identified]
        .iter()
        .position(|known| *known == status)
        .expect("every status has its place")
}

fn loses_nothing(base: &Decision, composed: &Decision) {
    assert!(rank(base.status) <= rank(composed.status), "{} became {}", base.status, composed.status);
    let ids = |decision: &Decision| decision.conclusions.iter().map(|known| known.id.clone()).collect::<BTreeSet<_>>();
    assert!(ids(base).is_subset(&ids(composed)), "{:?}", ids(base).difference(&ids(composed)));
    for conclusion in &base.conclusions {
        let again = composed.conclusions.iter().find(|known| known.id == conclusion.id).expect("it is there");
        assert!(conclusion.rules.iter().all(|rule| again.rules.contains(rule)), "{}", conclusion.id);
    }
    for violation in &base.violations {
        assert!(composed.violations.contains(violation), "{}", violation.code);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn nobody_loses_a_conclusion_by_the_shipped_overlays(record in records(&all_facts(), base_codes())) {
        let base = decide(&BASE_STANDARD, &of_base(&record));
        loses_nothing(&base, &decide(&COMPOSED, &record));
        // Nor by an overlay whose facts nobody asked about.
        loses_nothing(&base, &decide(&COMPOSED, &of_base(&record)));
    }

    #[test]
    fn plain_data_and_json_are_the_same_bytes(record in records(&all_facts(), base_codes())) {
        let read = COMPOSED.read_json(&record.to_string()).expect("the record fits");
        let plain = serde_json::to_string(&read.decision()).expect("a decision is JSON");
        prop_assert_eq!(plain, read.decision_json());
    }
}

// Order

#[test]
fn the_order_in_which_overlays_are_named_shows_nowhere() {
    let third = purpose("another-2004", "purpose_forced_marriage");
    let fourth = purpose("other-2004", "purpose_forced_marriage");
    let all = [SHIPPED[0].clone(), SHIPPED[1].clone(), third, fourth];
    let expected = BASE.compose(&all).expect("they can be composed");
    let text = expected.to_canonical_json();
    let names: Vec<&str> = expected.composed.iter().flat_map(|made| &made.overlays).map(|overlay| overlay.id.as_str()).collect();
    // By the day on which each came into force, then by its id.
    assert_eq!(names, ["palermo-2000", "coe-2005", "another-2004", "other-2004"]);
    for first in 0..4 {
        for second in 0..4 {
            for third in 0..4 {
                let mut order = vec![first, second, third];
                order.dedup();
                let rest: Vec<usize> = (0..4).filter(|number| !order.contains(number)).collect();
                order.extend(rest);
                if order.len() != 4 || order.iter().collect::<BTreeSet<_>>().len() != 4 {
                    continue;
                }
                let named: Vec<Overlay> = order.iter().map(|number| all[*number].clone()).collect();
                assert_eq!(BASE.compose(&named).expect("they can be composed").to_canonical_json(), text);
            }
        }
    }
    let (there, back) = (composed(&SHIPPED), composed(&[SHIPPED[1].clone(), SHIPPED[0].clone()]));
    let record = r#"{"facts":{"ind_third_party_control":true,"special_needs":true}}"#;
    assert_eq!(there.evaluate_json(record), back.evaluate_json(record));
}

// Identity

#[test]
fn a_decision_names_the_base_and_every_overlay_with_its_digest() {
    let identity = COMPOSED.identity();
    assert_eq!((identity.id, identity.version, identity.digest), (BASE.id.clone(), BASE.version.clone(), BASE.digest()));
    let expected: Vec<String> = SHIPPED.iter().map(Overlay::digest).collect();
    assert_eq!(identity.overlays.iter().map(|overlay| overlay.digest.clone()).collect::<Vec<_>>(), expected);
    assert_eq!(serde_json::to_string(&COMPOSED.identity()).ok(), Some(COMPOSED.identity_json()));
    let decision: Value = serde_json::from_str(&COMPOSED.evaluate_json("{}").expect("it decides")).expect("it is JSON");
    assert_eq!(decision["standard"]["overlays"][0]["id"], "palermo-2000");
    assert_eq!(decision["standard"]["overlays"][1]["digest"], expected[1]);
    assert_eq!(composed(&[]).identity(), BASE_STANDARD.identity(), "nothing composed is the base itself");
}

#[test]
fn json_gives_the_same_standard() {
    let texts: Vec<String> = SHIPPED.iter().map(Overlay::to_canonical_json).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let loaded = Standard::compose_json(&BASE.to_canonical_json(), &texts).expect("they can be composed");
    assert_eq!(loaded.identity(), COMPOSED.identity());
    assert_eq!(loaded.rules(), COMPOSED.rules());
    let record = r#"{"facts":{"ind_third_party_control":true}}"#;
    assert_eq!(loaded.evaluate_json(record), COMPOSED.evaluate_json(record));
}

#[test]
fn what_is_published_of_overlays_is_canonical_and_can_be_composed() {
    let published = [palermo_rules::PALERMO_2000_JSON, palermo_rules::COE_2005_JSON];
    for (text, id) in published.iter().zip(workspace::OVERLAYS) {
        let overlay = Overlay::from_json(text).expect("it is an overlay");
        assert_eq!((overlay.id.as_str(), overlay.to_canonical_json().as_str()), (id, text.trim_end()));
    }
    let standard = Standard::compose_json(palermo_rules::SEE_2002_JSON, &published).expect("they can be composed");
    assert_eq!(standard.identity().overlays.len(), 2);
}

#[test]
fn a_composed_rule_set_is_no_document_to_be_loaded() {
    let text = BASE.compose(&SHIPPED).expect("they can be composed").to_canonical_json();
    assert_eq!(refused(Standard::from_json(&text)), [" /composed unknown_key"]);
    assert!(serde_json::from_str::<RuleSet>(&text).is_err(), "nor by serde");
}

#[test]
fn a_standard_is_in_force_when_all_of_it_is() {
    let day = |text| Date::parse(text).expect("it is a day");
    assert!(BASE_STANDARD.is_in_force(day("2003-01-01")) && !COMPOSED.is_in_force(day("2003-01-01")));
    assert!(!COMPOSED.is_in_force(day("2008-01-31")) && COMPOSED.is_in_force(day("2008-02-01")));
    let mut ended = empty("ended-2010");
    ended.in_force.to = Some("2011-12-31".into());
    let ended = composed(&[ended]);
    assert!(ended.is_in_force(day("2011-12-31")) && !ended.is_in_force(day("2012-01-01")));
}

// What it can do

#[test]
fn a_composed_standard_explains_asks_and_validates() {
    let record = COMPOSED.read_json(r#"{"facts":{"ind_third_party_control":true}}"#).expect("the record fits");
    let decision = record.decision();
    let explanation = record.explain("entitlement:reflection-period-of-30-days").expect("there is such a conclusion");
    assert!(explanation.holds && explanation.rules[0].rule == "coe-2005/recovery-and-reflection-period");
    let article = Citation::Article { instrument: "coe-2005".into(), article: "art. 13(1)".into(), confidence: Confidence::High };
    assert_eq!(explanation.rules[0].source, [article]);
    assert_eq!(
        record.explain_json("entitlement:reflection-period-of-30-days").ok(),
        serde_json::to_string(&explanation).ok(),
        "the same bytes"
    );
    for conclusion in &decision.conclusions {
        assert!(record.explain(&conclusion.id).expect("it is a conclusion").holds, "{}", conclusion.id);
    }
    let asked: Vec<String> = record.questions(About::Decision).into_iter().map(|question| question.fact).collect();
    assert!(asked.iter().any(|fact| SHIPPED.iter().any(|overlay| overlay.facts.iter().any(|known| known.name == *fact))));
    let first_of_base = asked.iter().position(|fact| fact == "urgent_health_need");
    let first_of_overlay = asked.iter().position(|fact| fact == "danger_in_other_state");
    assert!(
        first_of_base < first_of_overlay && first_of_base.is_some(),
        "behind those of the base, in the same stage: {asked:?}"
    );
    let facts = r#"{"facts":{"special_needs":"yes","reasonable_ground":true}}"#;
    let errors = COMPOSED.read_json(facts).expect_err("a wrong type and an unknown name");
    assert_eq!(errors.errors().len(), 2);
    assert!(matches!(&errors.errors()[1].code, ErrorCode::UnknownFact { nearest: Some(name) } if name == "reasonable_grounds"));
    // Every code of an overlay can be recorded, and the tables know the wider one.
    for code in SHIPPED.iter().flat_map(|overlay| &overlay.conduct) {
        let record = json!({ "conduct": [{ "code": code.code, "certainty": "established" }] });
        assert!(COMPOSED.read_json(&record.to_string()).is_ok(), "{}", code.code);
    }
}

#[test]
fn a_record_of_a_composed_standard_is_none_of_its_base() {
    let record = r#"{"facts":{"special_needs":true},"conduct":[{"code":"coe_2005_subsistence_refused","certainty":"alleged"}]}"#;
    assert!(COMPOSED.read_json(record).is_ok());
    let errors = BASE_STANDARD.read_json(record).expect_err("the base knows neither");
    assert_eq!(
        errors.problems().iter().map(|problem| problem.code.as_str()).collect::<Vec<_>>(),
        ["unknown_fact", "unknown_conduct"]
    );
}

#[test]
fn a_citation_of_an_overlay_stands_behind_those_of_the_rule() {
    let (base, with) = (BASE_STANDARD.rule("assistance/shelter"), COMPOSED.rule("assistance/shelter"));
    let (base, with) = (base.expect("there is the rule"), with.expect("there is the rule"));
    assert_eq!(with.source[..base.source.len()], base.source[..]);
    assert!(matches!(&with.source[base.source.len()..], [Citation::Article { instrument, .. }] if instrument == "coe-2005"));
    assert_eq!((with.when, with.then, with.breach), (base.when, base.then, base.breach), "and nothing else changes");
    let composed = BASE.compose(&SHIPPED).expect("they can be composed");
    for (base, with) in BASE.rules.iter().zip(&composed.rules) {
        let same = Rule { source: base.source.clone(), reading: base.reading.clone(), ..with.clone() };
        assert_eq!(same, *base);
    }
    let about = COMPOSED.about().expect("it says what it is");
    assert_eq!(about.instruments.iter().map(|known| known.id.as_str()).collect::<Vec<_>>(), workspace::OVERLAYS);
}

#[test]
fn a_new_member_widens_the_rules_that_read_the_set_on_both_sides() {
    let standard = composed(&[purpose("some-2020", "purpose_forced_marriage")]);
    let purposes: Vec<&str> = BASE.facts.iter().filter(|fact| fact.group == "purpose").map(|fact| fact.name.as_str()).collect();
    let mut facts = json!({
        "safe_space_given": true, "time_given": true, "rights_explained": true, "understood_language_used": true,
        "identification_by": "independent", "identification_completed": true
    });
    for purpose in purposes {
        facts[purpose] = json!(false);
    }
    let record = json!({ "facts": facts });
    assert_eq!(decide(&BASE_STANDARD, &record).elements.purpose.as_str(), "not_met");
    // Every purpose of the base was denied, and nobody asked about the new one.
    assert_eq!(decide(&standard, &record).elements.purpose.as_str(), "open");
    facts["purpose_forced_marriage"] = json!(true);
    assert_eq!(decide(&standard, &json!({ "facts": facts })).elements.purpose.as_str(), "established");
    facts["purpose_forced_marriage"] = json!(false);
    assert_eq!(decide(&standard, &json!({ "facts": facts })).elements.purpose.as_str(), "not_met");
}

// Shared facts

#[test]
fn two_overlays_may_bring_the_same_fact_if_they_mean_the_same() {
    let (one, other) = (purpose("one-2020", "purpose_forced_marriage"), purpose("other-2020", "purpose_forced_marriage"));
    let set = BASE.compose(&[one.clone(), other.clone()]).expect("they can be composed");
    assert_eq!(set.facts.len(), BASE.facts.len() + 1);
    let shared =
        |set: &RuleSet| set.facts.iter().find(|fact| fact.name == "purpose_forced_marriage").cloned().expect("it is there");
    assert_eq!(shared(&set).source, cited(), "the same source stands once");
    let mut more = other.clone();
    more.facts[0].source = vec![Citation::Reference { by_reference: "Another law".into() }];
    let set = BASE.compose(&[one.clone(), more]).expect("they can be composed");
    assert_eq!(shared(&set).source.len(), 2, "other sources are joined");
    let both = |facts: &dyn Fn(&mut Fact)| {
        let mut other = other.clone();
        facts(&mut other.facts[0]);
        refused(Standard::compose(&BASE, &[one.clone(), other]))
    };
    assert_eq!(both(&|fact| fact.shield = true), ["other-2020 /facts/0/shield mismatch"]);
    assert_eq!(both(&|fact| fact.ask = Stage::Need)[0], "other-2020 /facts/0/ask mismatch");
    let values = both(&|fact| fact.values = Values::Choice(vec!["often".into(), "once".into()]));
    assert!(values.contains(&"other-2020 /facts/0/values mismatch".to_owned()), "{values:?}");
}

#[test]
fn a_member_that_two_overlays_add_takes_part_where_either_says() {
    let when = |value: bool| {
        Some(palermo::rule_set::Condition::Literal {
            fact: "child_when_trafficked".into(),
            accepts: palermo::rule_set::Accepts::OneOf(vec![palermo::rule_set::Value::YesNo(value)]),
        })
    };
    let adding = |id: &str, condition: Option<palermo::rule_set::Condition>| {
        let mut overlay = purpose(id, "purpose_forced_marriage");
        overlay.members[0].members[0].when = condition;
        overlay
    };
    let member = |one, other| {
        let set = BASE.compose(&[adding("one-2020", one), adding("other-2020", other)]).expect("they can be composed");
        let purpose = set.sets.iter().find(|set| set.name == "purpose").expect("there is the set");
        purpose.members.last().cloned().expect("it has members").when
    };
    assert_eq!(member(when(true), when(true)), when(true));
    assert_eq!(member(when(true), None), None);
    assert_eq!(
        member(when(true), when(false)),
        Some(palermo::rule_set::Condition::Any(when(true).into_iter().chain(when(false)).collect()))
    );
}

// What is refused

#[test]
fn what_cannot_be_composed_is_refused_by_the_name_of_the_overlay() {
    let one = empty("one-2020");
    assert_eq!(refused(Standard::compose(&BASE, &[one.clone(), one.clone()])), ["one-2020 /id duplicate_name"]);
    let elsewhere = Overlay { extends: "see-2003".into(), ..one.clone() };
    assert_eq!(refused(Standard::compose(&BASE, &[elsewhere])), ["one-2020 /extends other_base"]);
    let mut renamed = empty("other-2020");
    renamed.instruments[0].title = "Another law of that name".into();
    assert_eq!(refused(Standard::compose(&BASE, &[one.clone(), renamed])), ["other-2020 /instruments/0 mismatch"]);
    let mut late = empty("late-2020");
    late.in_force.from = "2020-01-01".into();
    let mut early = empty("early-2010");
    early.in_force.to = Some("2015-01-01".into());
    assert_eq!(refused(Standard::compose(&BASE, &[late, early])), ["late-2020 /in_force/from mismatch"]);
}

#[test]
fn every_error_of_every_overlay_is_told_at_once() {
    let base = BASE.to_canonical_json();
    let wrong = r#"{"id":"one-2020","rules":[{"id":1}]}"#;
    let errors = refused(Standard::compose_json(&base, &["{", wrong, "[]"]));
    assert!(errors.contains(&"#1  invalid_json".to_owned()), "{errors:?}");
    assert!(errors.contains(&"one-2020 /rules/0/id wrong_type".to_owned()), "{errors:?}");
    assert!(errors.contains(&"#3  wrong_type".to_owned()), "{errors:?}");
    let errors = refused(Standard::compose_json("{}", &[wrong]));
    assert!(errors.contains(&" /id missing_key".to_owned()), "{errors:?}");
    assert!(errors.contains(&"one-2020 /extends missing_key".to_owned()), "{errors:?}");
}

#[test]
fn nothing_is_composed_with_a_practice_nor_with_what_is_composed() {
    let practice = RuleSet { standing: Standing::ObservedPractice, ..BASE.clone() };
    assert_eq!(refused(Standard::compose(&practice, &[empty("one-2020")])), ["  no_base"]);
    assert!(Standard::compose(&practice, &[]).is_ok(), "with nothing, it stays what it is");
    let once = BASE.compose(&SHIPPED[..1]).expect("it can be composed");
    assert_eq!(refused(Standard::compose(&once, &SHIPPED[1..])), ["  no_base"]);
}

// Size

/// As many facts, rules and codes as all overlays of the catalogue have together, each rule with conditions of its own.
#[test]
fn the_tables_have_room_for_every_overlay_of_the_catalogue() {
    let mut large = empty("large-2020");
    let template = SHIPPED[1].rules.iter().find(|rule| rule.breach.is_some()).cloned().expect("there is such a rule");
    for number in 0..120 {
        let name = format!("large_fact_{number}");
        let mut fact = fact_like("proceedings_open", &name);
        if number % 3 == 0 {
            fact.values = Values::Choice(vec!["one".into(), "two".into(), "three".into(), "four".into()]);
        }
        large.facts.push(fact);
    }
    large.interview =
        vec![AddedQuestions { stage: Stage::File, ask: large.facts.iter().map(|fact| fact.name.clone()).collect() }];
    for number in 0..150 {
        let mut rule = Rule {
            id: format!("large-2020/rule-{number}"),
            source: cited(),
            breach: None,
            cases: Vec::new(),
            ..template.clone()
        };
        rule.then = vec![format!("obligation:large-{number}")];
        let value = |number: usize| if number.is_multiple_of(3) { json!(["one"]) } else { json!([true]) };
        let fact = |number: usize| json!({ format!("large_fact_{}", number % 120): value(number % 120) });
        let condition = |parts: Value| serde_json::from_value(parts).expect("it is a condition");
        rule.when = condition(json!({ "all": [{ "protected": true }, { "any": [fact(number), fact(number * 7 + 1)] }] }));
        if number < 60 {
            let code = format!("large_2020_code_{number}");
            rule.breach = Some(palermo::rule_set::Breach {
                code: code.clone(),
                when: Some(condition(json!({ "any": [{ "open_case": true }, fact(number * 5 + 2)] }))),
            });
            large.conduct.push(palermo::rule_set::ConductCode { code, parent: None, implied_when: None });
        }
        large.rules.push(rule);
    }
    let all: Vec<Overlay> = SHIPPED.iter().cloned().chain([large]).collect();
    let standard = composed(&all);
    let decision = decide(&standard, &json!({ "facts": { "ind_third_party_control": true, "large_fact_1": true } }));
    assert!(decision.conclusions.iter().any(|conclusion| conclusion.id == "obligation:large-1"));
    assert!(decision.questions.iter().any(|question| question.fact == "large_fact_119"));
}
