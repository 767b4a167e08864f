//! Every report is as its schema says, and the schema refuses what is none.
#![cfg(feature = "schemars")]

use palermo::{IntakeRecord, rule_set::RuleSet};
use palermo_verify::{NamedRecord, coverage, diff, lint, schema};
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
