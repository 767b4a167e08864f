//! The JSON Schemas and our own reading accept and refuse the same documents, but for what no schema can see.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use jsonschema::Validator;
use palermo::{About, Standard, ValidationReport, schema};
use palermo_tests::{
    random::{RandomRecords, SplitMix64},
    slow::SlowEvaluator,
};
use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};

fn validator(name: &str, standard: &Standard) -> Validator {
    jsonschema::draft202012::new(&schema::schema(name, standard).unwrap()).unwrap()
}

/// Values of every type, names of every list, and what is near them.
fn anything(random: &mut SplitMix64) -> Value {
    let values = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(17),
        json!(120),
        json!(121),
        json!(-1),
        json!(18_446_744_073_709_551_615_u64),
        json!(16.5),
        json!(""),
        json!("yes"),
        json!("unknown"),
        json!("none"),
        json!("willing"),
        json!("police"),
        json!("established"),
        json!("deported"),
        json!("age_years"),
        json!("01JD8Z3V7Q4M2K9X5T6R0B1C2D"),
        json!("81JD8Z3V7Q4M2K9X5T6R0B1C2D"),
        json!("6fa459ea-ee8a-3ca4-894e-db77e160355e"),
        json!([]),
        json!({}),
        json!(["age_years"]),
        json!([{ "code": "deported", "certainty": "alleged" }]),
        json!({ "code": "deported" }),
        json!({ "age_years": 16 }),
    ];
    values[random.index(values.len())].clone()
}

/// Changes one place of a document: another value, another key, one more, one less.
fn mutate(value: &mut Value, random: &mut SplitMix64) {
    match value {
        Value::Object(entries) if !entries.is_empty() && random.below(8) > 0 => {
            let keys: Vec<String> = entries.keys().cloned().collect();
            let key = keys[random.index(keys.len())].clone();
            match random.below(6) {
                0 => {
                    entries.remove(&key);
                }
                1 => {
                    let inner = entries.remove(&key).unwrap();
                    entries.insert(format!("{key}x"), inner);
                }
                2 => {
                    entries.insert(
                        ["facts", "declined", "conduct", "actor", "protected", "documents", "name"][random.index(7)].into(),
                        anything(random),
                    );
                }
                _ => mutate(entries.get_mut(&key).unwrap(), random),
            }
        }
        Value::Array(items) if !items.is_empty() && random.below(8) > 0 => {
            let place = random.index(items.len());
            match random.below(4) {
                0 => {
                    items.remove(place);
                }
                1 => items.push(anything(random)),
                _ => mutate(&mut items[place], random),
            }
        }
        _ => *value = anything(random),
    }
}

#[test]
fn the_record_schema_and_our_reading_agree_on_mutated_records() {
    let standard = Standard::see_2002();
    let schema = validator("record", &standard);
    let mut random = SplitMix64::new(20_021_124);
    let (mut accepted, mut refused) = (0, 0);
    for mut record in RandomRecords::new(&SlowEvaluator::new(), 3).take(6_000) {
        for _ in 0..random.below(4) {
            mutate(&mut record, &mut random);
        }
        let ours = standard.read_json(&record.to_string()).is_ok();
        assert_eq!(schema.is_valid(&record), ours, "{record}");
        *if ours { &mut accepted } else { &mut refused } += 1;
    }
    assert!(accepted > 1_000 && refused > 1_000, "both happen often: {accepted} accepted, {refused} refused");
}

/// Words of several lists.
const WORDS: [&str; 10] = ["unknown", "none", "willing", "minor", "joint", "recognised", "", "police", "planned", "alleged"];

/// A document that is nearly a record: known and unknown names, values of every kind, parts of any type.
fn nearly_a_record() -> impl Strategy<Value = Value> {
    let dictionary = Standard::see_2002().dictionary();
    let names: Vec<String> =
        dictionary.facts.iter().map(|fact| fact.name.clone()).chain(["protected".into(), "name".into()]).collect();
    let codes: Vec<String> = dictionary.conduct.iter().map(|code| code.code.clone()).chain(["fined".into()]).collect();
    let value = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        (-2_i64..130).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(&WORDS[..]).prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
    ];
    let facts =
        prop::collection::btree_map(prop::sample::select(names.clone()), value.clone(), 0..8).prop_map(|facts| json!(facts));
    let declined = prop::collection::vec(prop::sample::select(names), 0..3).prop_map(|names| json!(names));
    let event = (
        prop::sample::select(codes),
        prop::option::of(value.clone()),
        prop_oneof![3 => Just(json!("alleged")), 1 => value.clone()],
    )
        .prop_map(|(code, actor, certainty)| match actor {
            Some(actor) => json!({ "code": code, "actor": actor, "certainty": certainty }),
            None => json!({ "code": code, "certainty": certainty }),
        });
    let conduct = prop::collection::vec(event, 0..3).prop_map(|events| json!(events));
    let reference = prop_oneof![Just(json!("01JD8Z3V7Q4M2K9X5T6R0B1C2D")), value.clone()];
    let part = |whole: BoxedStrategy<Value>| prop::option::of(prop_oneof![8 => whole, 1 => value.clone()]);
    (part(facts.boxed()), part(declined.boxed()), part(conduct.boxed()), part(reference.boxed())).prop_map(
        |(facts, declined, conduct, reference)| {
            let parts = [("facts", facts), ("declined", declined), ("conduct", conduct), ("reference", reference)];
            parts.into_iter().filter_map(|(key, part)| Some((key.to_string(), part?))).collect::<serde_json::Map<_, _>>().into()
        },
    )
}

#[test]
fn the_record_schema_and_our_reading_agree_on_what_is_nearly_a_record() {
    let standard = Standard::see_2002();
    let schema = validator("record", &standard);
    let mut runner = TestRunner::new(ProptestConfig { cases: 6_000, ..ProptestConfig::default() });
    let agree = |record: Value| {
        // A whole number with a fraction that is zero is one of the things that no schema can see.
        prop_assume!(!record.to_string().contains(".0"));
        prop_assert_eq!(schema.is_valid(&record), standard.read_json(&record.to_string()).is_ok());
        Ok(())
    };
    runner.run(&nearly_a_record(), agree).unwrap();
}

#[test]
fn a_declined_fact_with_a_value_is_refused_by_both() {
    let standard = Standard::see_2002();
    let schema = validator("record", &standard);
    for (value, valid) in [(json!(16), false), (json!(null), true)] {
        let record = json!({ "facts": { "age_years": value }, "declined": ["age_years", "age_years"] });
        assert_eq!(schema.is_valid(&record), valid);
        assert_eq!(standard.read_json(&record.to_string()).is_ok(), valid);
    }
    let unknown = json!({ "facts": { "documents": "unknown" }, "declined": ["documents"] });
    assert!(schema.is_valid(&unknown) && standard.read_json(&unknown.to_string()).is_ok());
}

/// What no schema can see; our reading is the stricter.
#[test]
fn only_our_reading_sees_how_a_number_is_written() {
    assert_only_we_refuse(r#"{"facts":{"age_years":16.0}}"#, "not_whole");
    assert_only_we_refuse(r#"{"facts":{"age_years":1.6e1}}"#, "not_whole");
    assert_only_we_refuse(r#"{"facts":{"age_years":-0.0}}"#, "not_whole");
}

#[test]
fn only_our_reading_sees_duplicate_keys() {
    assert_only_we_refuse(r#"{"facts":{"age_years":17,"age_years":30}}"#, "duplicate_key");
    assert_only_we_refuse(r#"{"facts":{},"facts":{}}"#, "duplicate_key");
    assert_only_we_refuse(r#"{"conduct":[{"code":"deported","code":"deported","certainty":"alleged"}]}"#, "duplicate_key");
}

#[test]
fn only_our_reading_sees_the_size() {
    let declined = vec!["\"age_years\""; palermo::MAX_RECORD_BYTES / 11].join(",");
    assert_only_we_refuse(&format!("{{\"declined\":[{declined}]}}"), "too_large");
}

#[test]
fn a_value_that_is_nested_too_deep_is_refused_by_both_and_named_by_us() {
    let nested = format!("{}{}", "[".repeat(40), "]".repeat(40));
    let text = format!("{{\"facts\":{{\"age_years\":{nested}}}}}");
    let standard = Standard::see_2002();
    assert!(!validator("record", &standard).is_valid(&serde_json::from_str(&text).unwrap()));
    assert_eq!(ValidationReport::from(standard.read_json(&text)).errors[0].code, "too_deep");
}

fn assert_only_we_refuse(text: &str, code: &str) {
    let standard = Standard::see_2002();
    let value: Value = serde_json::from_str(text).unwrap();
    assert!(validator("record", &standard).is_valid(&value), "the schema accepts {text}");
    assert_eq!(ValidationReport::from(standard.read_json(text)).errors[0].code, code);
}

#[test]
fn what_is_written_fits_its_schema() {
    let standard = Standard::see_2002();
    let check = |name: &str, value: &Value| {
        let errors: Vec<String> = validator(name, &standard).iter_errors(value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    };
    let [decision, compact, explanation, questions, report] =
        ["decision", "compact-decision", "explanation", "questions", "validation-report"].map(|name| validator(name, &standard));
    for record in RandomRecords::new(&SlowEvaluator::new(), 11).take(400) {
        let checked = standard.read_json(&record.to_string()).unwrap();
        assert!(decision.is_valid(&serde_json::from_str(&checked.decision_json()).unwrap()), "{record}");
        assert!(compact.is_valid(&serde_json::from_str(&checked.compact_json()).unwrap()), "{record}");
        for subject in ["status", "status:identified", "entitlement:shelter", "refer:safe-place"] {
            assert!(explanation.is_valid(&json!(checked.explain(subject).unwrap())), "{record}");
        }
        assert!(questions.is_valid(&json!(checked.questions(About::Status))), "{record}");
        assert!(report.is_valid(&json!(checked.report())), "{record}");
    }
    check("validation-report", &json!(ValidationReport::from(standard.read_json("{\"name\":1}"))));
    check("dictionary", &json!(standard.dictionary()));
    check("rule-set", &serde_json::from_str(palermo_rules::SEE_2002_JSON).unwrap());
    assert!(!decision.is_valid(&json!({})) && !explanation.is_valid(&json!({})), "an empty document is none of these");
}

#[test]
fn every_rule_file_fits_the_schema_that_editors_use() {
    let standard = Standard::see_2002();
    let schema = validator("rule-file", &standard);
    let mut count = 0;
    for rule in standard.rules() {
        let path = palermo_tests::workspace::root().join("rules/see-2002").join(format!("{}.yaml", rule.id));
        let text = std::fs::read_to_string(&path).unwrap();
        let file = palermo_compile::SourceFile { path: rule.id.clone(), text };
        let value = json_of(&palermo_compile::read_yaml(&file).unwrap());
        let errors: Vec<String> = schema.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", rule.id);
        count += 1;
    }
    assert_eq!(count, 205);
    for (key, wrong) in [
        ("bearers", json!(["mayor"])),
        ("sentnce", json!("x")),
        ("when", json!({ "all": [] })),
        ("source", json!([{ "at": 2.1 }])),
    ] {
        let mut value = json!({
            "sentence": "x", "source": [{ "at": "2.1", "lines": [1] }], "modality": "obligation", "derivation": "design",
            "bearers": ["state"], "when": "always", "then": ["obligation:x"]
        });
        assert!(schema.is_valid(&value));
        value[key] = wrong;
        assert!(!schema.is_valid(&value), "{key}");
    }
}

fn json_of(tree: &palermo::load::Tree) -> Value {
    use palermo::load::Tree;
    match tree {
        Tree::Null => Value::Null,
        Tree::Bool(value) => json!(value),
        Tree::Number(number) => json!(number),
        Tree::OtherNumber => json!(0.5),
        Tree::Text(text) => json!(text),
        Tree::List(items) => items.iter().map(json_of).collect(),
        Tree::Map(entries) => Value::Object(entries.iter().map(|(key, value)| (key.clone(), json_of(value))).collect()),
    }
}

#[test]
fn every_schema_is_a_schema_and_carries_the_format_version() {
    let standard = Standard::see_2002();
    for name in schema::NAMES {
        let schema = schema::schema(name, &standard).unwrap();
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert!(schema["$id"].as_str().unwrap().starts_with("urn:palermo:format-1:"), "{name}");
    }
    assert!(schema::schema("recrod", &standard).is_none());
}
