//! The plain record read with serde, as an embedder's own documents hold it: strict, and silent about what it found.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use palermo::{ConductEvent, Date, FactValue, IntakeRecord, MAX_RECORD_ERRORS, Reference, Standard, Status, ValidationReport};

const SECRET: &str = "Maria Popescu";

#[test]
fn no_error_of_serde_holds_what_was_found() {
    let places = [
        format!(r#"{{"{SECRET}":1}}"#),
        format!(r#"{{"reference":"{SECRET}"}}"#),
        format!(r#"{{"facts":"{SECRET}"}}"#),
        format!(r#"{{"declined":"{SECRET}"}}"#),
        format!(r#"{{"conduct":"{SECRET}"}}"#),
        format!(r#"{{"conduct":["{SECRET}"]}}"#),
        format!(r#"{{"conduct":[{{"code":"deported","certainty":"{SECRET}"}}]}}"#),
        format!(r#"{{"conduct":[{{"code":"deported","actor":"{SECRET}","certainty":"alleged"}}]}}"#),
        format!(r#"{{"conduct":[{{"{SECRET}":"deported"}}]}}"#),
        format!(r#""{SECRET}""#),
        r#"{"facts":{"age_years":-1234567}}"#.to_string(),
        r#"{"facts":{"age_years":1234567.5}}"#.to_string(),
        r#"{"declined":[1234567]}"#.to_string(),
        r#"{"reference":1234567}"#.to_string(),
        "1234567".to_string(),
    ];
    for text in places {
        let error = serde_json::from_str::<IntakeRecord>(&text).unwrap_err().to_string();
        assert!(!error.contains(SECRET) && !error.contains("1234567"), "{error}");
    }
}

#[test]
fn a_plain_record_is_an_object_with_each_key_once() {
    for text in [
        "[]",
        r#"[null,{"age_years":16},[],[]]"#,
        r#"{"facts":{},"facts":{}}"#,
        r#"{"facts":{"age_years":16,"age_years":17}}"#,
        r#"{"conduct":[{"code":"deported"}]}"#,
        r#"{"conduct":[{"code":"deported","code":"deported","certainty":"alleged"}]}"#,
    ] {
        assert!(serde_json::from_str::<IntakeRecord>(text).is_err(), "{text}");
    }
}

#[test]
fn a_plain_record_comes_back_as_it_was_written() {
    let text = r#"{"reference":"01JD8Z3V7Q4M2K9X5T6R0B1C2D","facts":{"age_years":16,"documents":"none","time_given":null},"declined":["majority"],"conduct":[{"code":"deported","actor":"police","certainty":"planned"}]}"#;
    let record: IntakeRecord = serde_json::from_str(text).unwrap();
    assert_eq!(record.facts.get("time_given"), Some(&FactValue::Unknown));
    assert_eq!(serde_json::to_string(&record).unwrap(), text);
    let nothing: IntakeRecord =
        serde_json::from_str(r#"{"reference":null,"facts":null,"declined":null,"conduct":null}"#).unwrap();
    assert_eq!(nothing, IntakeRecord::default());
    let event: ConductEvent = serde_json::from_str(r#"{"code":"deported","actor":null,"certainty":"alleged"}"#).unwrap();
    assert_eq!(event.actor, None);
}

#[test]
fn the_list_of_errors_has_an_end() {
    let events = vec!["{}"; 5_000].join(",");
    let standard = Standard::see_2002();
    let report = ValidationReport::from(standard.read_json(&format!("{{\"conduct\":[{events}]}}")));
    assert_eq!(report.errors.len(), MAX_RECORD_ERRORS + 1);
    assert_eq!(report.errors.last().unwrap().code, "too_many_errors");
}

#[test]
fn words_parse_and_refuse_without_repeating() {
    assert_eq!("presumed".parse::<Status>().unwrap(), Status::Presumed);
    assert!("2026-11-24".parse::<Date>().is_ok() && "6fa459ea-ee8a-3ca4-894e-db77e160355e".parse::<Reference>().is_ok());
    for error in [
        SECRET.parse::<Status>().unwrap_err().to_string(),
        SECRET.parse::<Date>().unwrap_err().to_string(),
        SECRET.parse::<Reference>().unwrap_err().to_string(),
    ] {
        assert!(!error.contains(SECRET), "{error}");
    }
}

#[test]
fn what_is_shown_for_debugging_holds_no_fact() {
    let standard = Standard::see_2002();
    let record = standard.read_json(r#"{"facts":{"age_years":16},"declined":["majority"]}"#).unwrap();
    assert_eq!(record.given().collect::<Vec<_>>(), ["age_years"]);
    assert_eq!(record.declined().collect::<Vec<_>>(), ["majority"]);
    let shown = format!("{record:?} {:?} {standard:?}", record.outcome());
    assert!(shown.len() < 500 && !shown.contains("age_years"), "{shown}");
}
