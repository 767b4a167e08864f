//! Every report is as its schema says, and the schema refuses what is none.
#![cfg(feature = "schemars")]

use palermo::{
    IntakeRecord,
    rule_set::{Overlay, RuleSet},
};
use palermo_verify::{NamedRecord, Options, Subject, charter::Charter, coverage, diff, lint, prove, schema};
use serde_json::{Value, json};

type Tested = Result<(), Box<dyn std::error::Error>>;

/// Holds a document against its schema, and the schema against changes of the document.
fn fits(name: &str, document: &Value) -> Tested {
    let schema = schema::schema(name).ok_or("a schema")?;
    assert!(jsonschema::draft202012::meta::is_valid(&schema), "{name}");
    let validator = jsonschema::draft202012::new(&schema)?;
    let wrong: Vec<String> = validator.iter_errors(document).take(3).map(|error| error.to_string()).collect();
    assert!(wrong.is_empty(), "{name}: {wrong:?}");
    let mut with_more = document.clone();
    with_more.as_object_mut().ok_or("an object")?.insert("more".into(), json!(1));
    assert!(!validator.is_valid(&with_more), "{name}: an unknown member is refused");
    let mut with_less = document.clone();
    with_less.as_object_mut().ok_or("an object")?.remove("format");
    assert!(!validator.is_valid(&with_less), "{name}: the format is required");
    Ok(())
}

#[test]
fn reports_are_as_their_schemas_say() -> Tested {
    let standard = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let practice = RuleSet::from_json(palermo_rules::OBSERVED_PRACTICE_2002_JSON)?;
    fits("diff", &serde_json::to_value(diff(&standard, &practice)?)?)?;
    for rule_set in [&standard, &practice] {
        fits("lint-report", &serde_json::to_value(lint(rule_set)?)?)?;
        fits("coverage-report", &serde_json::to_value(coverage(rule_set, &[])?)?)?;
        // Much is missing, and comes with records.
        let nothing_known = NamedRecord { name: "nothing-known".into(), record: IntakeRecord::default() };
        fits("coverage-report", &serde_json::to_value(coverage(rule_set, &[nothing_known])?)?)?;
    }
    Ok(())
}

#[test]
fn the_charter_and_what_comes_of_it_are_as_their_schemas_say() -> Tested {
    let charter = Charter::from_json(palermo_rules::CHARTER_JSON)?;
    fits("charter", &serde_json::from_str(palermo_rules::CHARTER_JSON)?)?;
    for json in [palermo_rules::SEE_2002_JSON, palermo_rules::OBSERVED_PRACTICE_2002_JSON] {
        let rule_set = RuleSet::from_json(json)?;
        let report = prove(&charter, &Subject::new(&rule_set), &Options::default(), &mut |_| {})?;
        fits("verification-report", &serde_json::to_value(report)?)?;
    }
    Ok(())
}

#[test]
fn reports_of_what_is_composed_or_held_against_another_are_as_the_schema_says() -> Tested {
    let charter = Charter::from_json(palermo_rules::CHARTER_JSON)?;
    let base = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let overlay = Overlay::from_json(palermo_rules::COE_2005_JSON)?;
    let composed = base.compose(std::slice::from_ref(&overlay))?;
    fits("lint-report", &serde_json::to_value(lint(&composed)?)?)?;
    fits("coverage-report", &serde_json::to_value(coverage(&composed, &[])?)?)?;
    let changed = serde_json::to_value(diff(&base, &composed)?)?;
    assert_eq!(changed.pointer("/to/overlays/0/id"), Some(&json!("coe-2005")));
    assert_eq!(changed.pointer("/to/digest"), changed.pointer("/from/digest"), "the digest is that of the base");
    fits("diff", &changed)?;
    // A copy from which a rule was cut out: nobody can decide by it, and it is held against what was published.
    let mut copy = base.clone();
    copy.rules.retain(|rule| rule.id != "protection/no-deportation");
    for subject in [
        Subject::composed(&base, &composed, std::slice::from_ref(&overlay)).held_against(&composed),
        Subject::new(&copy).held_against(&base),
        Subject::new(&base).held_against(&composed),
    ] {
        let report = serde_json::to_value(prove(&charter, &subject, &Options::default(), &mut |_| {})?)?;
        assert!(report.get("against").is_some());
        fits("verification-report", &report)?;
    }
    Ok(())
}

/// What our own reading refuses for its shape, the schema refuses too.
#[test]
fn the_schema_of_the_charter_and_our_reading_refuse_the_same_shapes() -> Tested {
    let validator = jsonschema::draft202012::new(&schema::schema("charter").ok_or("a schema")?)?;
    let document: Value = serde_json::from_str(palermo_rules::CHARTER_JSON)?;
    let promises = document.pointer("/promises").and_then(Value::as_array).ok_or("promises")?;
    let mut seen = 0;
    for (place, promise) in promises.iter().enumerate() {
        let statements = promise.get("prove").and_then(Value::as_array).ok_or("statements")?;
        for (number, statement) in statements.iter().enumerate() {
            let (form, inside) = statement.as_object().and_then(|form| form.iter().next()).ok_or("one form")?;
            let mut with_more = inside.clone();
            if let Some(object) = with_more.as_object_mut().filter(|_| form != "closure") {
                object.insert("mor".into(), json!(1));
            }
            for wrong in [json!({ form: 1 }), json!({ "other": inside }), json!({ form: with_more })] {
                if wrong == *statement {
                    continue;
                }
                let mut document = document.clone();
                *document.pointer_mut(&format!("/promises/{place}/prove/{number}")).ok_or("the statement")? = wrong.clone();
                assert!(!validator.is_valid(&document), "{wrong}");
                assert!(Charter::from_json(&document.to_string()).is_err(), "{wrong}");
                seen += 1;
            }
        }
    }
    assert!(seen > 150, "{seen}");
    Ok(())
}
