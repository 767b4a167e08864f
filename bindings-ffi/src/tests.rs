//! What the bindings do themselves: handing a record over, saying what is refused, showing nothing.

#![allow(clippy::panic, reason = "a test stops at the first surprise")]

use std::sync::Arc;

use palermo::{Actor, Certainty, Status};

use crate::{
    IntakeRecord, PalermoError, RecordBuilder, Standard, decision_to_json,
    own::{Condition, FactValue},
    report_to_json,
    see_2002::{Conduct, Documents, FactName},
};

fn refused(record: &IntakeRecord) -> Vec<(String, String)> {
    match Standard::see_2002().evaluate(record) {
        Err(PalermoError::InvalidRecord { problems }) => {
            problems.into_iter().map(|problem| (problem.path, problem.code)).collect()
        }
        other => panic!("the record is not refused: {other:?}"),
    }
}

#[test]
fn a_built_record_is_what_was_put_into_it() {
    let record = RecordBuilder::new()
        .reference("01JD8Z3V7Q4M2K9X5T6R0B1C2D".to_string())
        .age_years(Some(16))
        .documents(Documents::None)
        .time_given(None)
        .ind_afraid_of_controller(Some(true))
        .declined(FactName::AgeDoubt)
        .conduct(Conduct::Deported, Certainty::Planned, Some(Actor::Police))
        .build();
    let expected = r#"{"reference":"01JD8Z3V7Q4M2K9X5T6R0B1C2D","facts":{"age_years":16,"documents":"none","time_given":null,"ind_afraid_of_controller":true},"declined":["age_doubt"],"conduct":[{"code":"deported","actor":"police","certainty":"planned"}]}"#;
    assert_eq!(record.to_json(), expected);
    let standard = Standard::see_2002();
    let Ok(decision) = standard.evaluate(&record) else { panic!("the record fits") };
    assert_eq!(decision.status, Status::Presumed);
    assert_eq!(Ok(decision_to_json(decision)), standard.evaluate_json(expected));
    assert_eq!(report_to_json(standard.validate(&record)), standard.validate_json(expected));
}

#[test]
fn names_and_codes_as_text_build_the_same() {
    let by_name = RecordBuilder::new()
        .fact_by_name("age_years".to_string(), FactValue::Years { years: 16 })
        .fact_by_name("documents".to_string(), FactValue::Word { word: "none".to_string() })
        .fact_by_name("age_doubt".to_string(), FactValue::YesNo { value: false })
        .fact_by_name("time_given".to_string(), FactValue::Unknown)
        .declined_by_name("space_given")
        .conduct_by_code("deported", Certainty::Alleged, None)
        .build();
    let text = r#"{"facts":{"age_years":16,"documents":"none","age_doubt":false,"time_given":null},"declined":["space_given"],"conduct":[{"code":"deported","certainty":"alleged"}]}"#;
    assert_eq!(by_name.to_json(), text);
}

#[test]
fn what_no_record_can_hold_is_refused_at_its_place() {
    for years in [-1, i32::MIN] {
        let record = RecordBuilder::new().age_years(Some(years)).build();
        assert_eq!(refused(&record), [("/facts/age_years".to_string(), "not_whole".to_string())]);
    }
    let record = RecordBuilder::new()
        .reference("Ana".to_string())
        .age_years(Some(121))
        .fact_by_name("age_yaers".to_string(), FactValue::Years { years: 16 })
        .conduct_by_code("deprted", Certainty::Planned, None)
        .build();
    let paths: Vec<String> = refused(&record).into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths, ["/reference", "/facts/age_years", "/facts/age_yaers", "/conduct/0/code"]);
}

#[test]
fn a_builder_can_be_used_on_and_by_several_threads() {
    let builder = RecordBuilder::new();
    std::thread::scope(|scope| {
        for name in ["age_doubt", "time_given", "immediate_danger"] {
            let builder = Arc::clone(&builder);
            scope.spawn(move || builder.fact_by_name(name.to_string(), FactValue::YesNo { value: true }));
        }
    });
    let before = builder.build();
    let after = builder.age_years(Some(16)).build();
    // Whoever comes first stands first; as objects, two records with the same facts are equal.
    let facts = serde_json::json!({ "facts": { "age_doubt": true, "immediate_danger": true, "time_given": true } });
    assert_eq!(serde_json::from_str::<serde_json::Value>(&before.to_json()).ok(), Some(facts));
    assert_ne!(before, after);
}

#[test]
fn nothing_shows_a_fact() {
    let builder = RecordBuilder::new().age_years(Some(16)).fact_by_name("Ana".to_string(), FactValue::Unknown);
    let record = builder.build();
    assert_eq!(format!("{record:?} {builder:?}"), "IntakeRecord { .. } RecordBuilder { .. }");
    let Err(error) = Standard::see_2002().evaluate(&record) else { panic!("there is no such fact") };
    assert!(!format!("{error} {error:?}").contains("Ana"));
}

#[test]
fn an_error_says_everything_one_a_line() {
    let standard = Standard::see_2002();
    let Err(error) = standard.evaluate_json(r#"{"facts":{"age_yaers":1,"time_given":[]}}"#) else { panic!("it is refused") };
    assert_eq!(error.to_string().lines().count(), 2);
    assert!(error.to_string().starts_with("/facts/age_yaers: "));
    let Err(error) = standard.evaluate_json("") else { panic!("it is refused") };
    assert!(error.to_string().starts_with("record: "));
    let Err(error) = standard.explain_json("{}", "entitlement:sheltr") else { panic!("it is refused") };
    assert_eq!(error, PalermoError::UnknownConclusion { nearest: Some("entitlement:shelter".to_string()) });
    assert!(error.to_string().ends_with("did you mean `entitlement:shelter`?"));
    let Err(error) = Standard::from_json("{}") else { panic!("it is refused") };
    assert!(error.to_string().lines().count() > 5);
    assert_eq!(standard.is_in_force("24.11.2026"), Err(PalermoError::InvalidDate));
    assert_eq!(standard.is_in_force("2026-11-24"), Ok(true));
}

#[test]
fn the_mirror_holds_all_that_the_core_says() {
    let (standard, core) = (Standard::see_2002(), palermo::Standard::see_2002());
    assert_eq!(standard.dictionary(), core.dictionary().into());
    assert_eq!(standard.rules().len(), core.rules().len());
    assert_eq!(standard.to_string(), format!("{} {}", core.id(), core.version()));
    let Some(rule) = standard.rule("assistance/shelter") else { panic!("the rule is there") };
    assert!(matches!(rule.when, Condition::Literal { .. }));
    assert!(standard.fact_names().iter().all(|name| standard.fact(name).is_some()));
    assert!(standard.conduct_codes().iter().all(|code| standard.conduct(code).is_some()));
}
