//! Every way in which a case can be wrong is found, told with its place, and told apart from the others.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod sources;

use palermo::{FactIs, rule_set::Condition};
use palermo_compile::{
    Compiled,
    cases::{self, CaseFailure, CaseReport, Claim, Decides, FailureReason},
    compile_files_with_places,
};
use sources::Sources;

const SHELTER: &str = "assistance/shelter.yaml";
const ADULT: &str = "child/adult-only-when-known.yaml";

fn compiled(sources: &Sources) -> Compiled {
    compile_files_with_places(&sources.0).unwrap_or_else(|errors| panic!("{errors}"))
}

/// The report on one rule, with one case added to it as its last.
fn with_case(file: &str, case: &str) -> CaseReport {
    let sources = Sources::see_2002().append(file, &format!("  - {case}\n"));
    let compiled = compiled(&sources);
    let rule = file.strip_suffix(".yaml").expect("a rule is a file of YAML");
    let report = cases::run(&compiled.rule_set, |known| known.id == rule).expect("the rule set loads");
    report.placed(|rule, inside| compiled.place_in_rule(rule, inside))
}

/// The one failure that a case makes.
fn failure(file: &str, case: &str) -> CaseFailure {
    let report = with_case(file, case);
    assert_eq!((report.rules, report.failures.len()), (1, 1), "{case}: {:#?}", report.failures);
    let failure = report.failures.into_iter().next().expect("there is one");
    let lines = Sources::see_2002().0.into_iter().find(|source| source.path == file).expect("it is there");
    let place = failure.place.as_ref().expect("the case has a place");
    assert_eq!((place.file.as_str(), place.line, place.column), (file, lines.text.lines().count() + 1, 5), "{case}");
    assert_eq!(failure.case, report.cases, "the case added is the last");
    failure
}

fn condition(json: &str) -> Condition {
    serde_json::from_str(json).expect("it is a condition")
}

fn is(fact: &str, value: &str) -> FactIs {
    FactIs { fact: fact.to_string(), value: value.to_string() }
}

#[test]
fn a_case_that_comes_out_the_other_way_says_what_decided() {
    for (case, claim, holds, value) in [
        ("fires: nothing-known", Claim::Fires, false, "no"),
        ("silent: presumed-person", Claim::Silent, true, "yes"),
        ("breached: {}", Claim::Breached, false, "no"),
        ("not_breached: { ctrl_debt_used: true, purpose_begging: true }", Claim::NotBreached, true, "yes"),
    ] {
        let failure = failure(SHELTER, case);
        let decides = Decides { holds, part: condition(r#"{"protected":[true]}"#), facts: vec![is("protected", value)] };
        assert_eq!((failure.claim, &failure.reason), (claim, &FailureReason::TheOtherWay { decides }), "{case}");
        assert_eq!(failure.record.conduct.len(), usize::from(case.contains("breached")), "{case}");
    }
}

#[test]
fn only_the_parts_that_decide_are_shown() {
    let decides = |file: &str, case: &str| match failure(file, case).reason {
        FailureReason::TheOtherWay { decides } => decides,
        other => panic!("{case}: {other:?}"),
    };
    let missing = decides(ADULT, "fires: { age_years: 19 }");
    assert_eq!(missing.part, condition(r#"{"age_doubt":[false]}"#));
    assert_eq!(missing.facts, [is("age_doubt", "unknown")]);
    let missing = decides(ADULT, "fires: { age_years: 17, majority: adult, age_doubt: true }");
    let parts = r#"{"all":[{"age_doubt":[false]},{"age_years":{"at_least":18,"or_unknown":true}}]}"#;
    assert_eq!((missing.holds, missing.part), (false, condition(parts)));
    let met = decides(ADULT, "silent: { majority: adult, age_doubt: false }");
    let parts = r#"{"all":[{"majority":["adult"]},{"age_doubt":[false]},{"age_years":{"at_least":18,"or_unknown":true}},{"majority":["adult","unknown"]}]}"#;
    assert_eq!((met.holds, met.part), (true, condition(parts)));
    assert_eq!(met.facts, [is("majority", "adult"), is("age_doubt", "no"), is("age_years", "unknown")]);
}

#[test]
fn of_a_set_the_members_that_decide_are_shown() {
    let element = "identification/means-element.yaml";
    let FailureReason::TheOtherWay { decides } = failure(element, "silent: { means_abduction: true }").reason else {
        panic!("it comes out the other way");
    };
    assert_eq!(decides.part, condition(r#"{"means_abduction":[true]}"#));
    let FailureReason::TheOtherWay { decides } = failure(element, "fires: { means_abduction: false }").reason else {
        panic!("it comes out the other way");
    };
    assert_eq!(decides.part, condition(r#"{"any_of":"means","is":[true]}"#));
    assert!(decides.facts.len() > 5 && decides.facts.contains(&is("means_abduction", "no")), "{decides:?}");
    let not_met = "identification/act-not-met.yaml";
    let safely = "safe_space_given: true, time_given: true, rights_explained: true, understood_language_used: true, identification_by: joint";
    let acts = "act_recruited: false, act_transported: false, act_transferred: false, act_received: true";
    let FailureReason::TheOtherWay { decides } = failure(not_met, &format!("fires: {{ {safely}, {acts} }}")).reason else {
        panic!("it comes out the other way");
    };
    assert_eq!(decides.part, condition(r#"{"all":[{"act_harboured":[false]},{"act_received":[false]}]}"#));
}

#[test]
fn facts_that_are_no_record_are_told_with_every_error() {
    let failure = failure(SHELTER, "silent: { documents: lost, age_years: 200 }");
    let FailureReason::NoRecord { problems } = failure.reason else { panic!("{failure:?}") };
    let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["/facts/age_years", "/facts/documents"]);
}

#[test]
fn a_breach_of_a_rule_that_nothing_breaks_is_told() {
    assert_eq!(failure(ADULT, "breached: {}").reason, FailureReason::NoConduct);
    assert_eq!(failure(ADULT, "not_breached: {}").reason, FailureReason::NoConduct);
}

#[test]
fn an_unknown_that_does_not_decide_is_told() {
    let given = failure(ADULT, "silent: { age_years: 19, age_doubt: true }\n    unknown: [age_doubt]");
    assert_eq!(given.reason, FailureReason::Given { fact: "age_doubt".to_string() });
    let turns = failure(ADULT, "silent: { age_years: 19 }\n    unknown: [return_wish, documents]");
    let FailureReason::NothingTurns { unknown, decides } = turns.reason else { panic!("{turns:?}") };
    assert_eq!(unknown, ["return_wish", "documents"]);
    assert_eq!(decides.part, condition(r#"{"age_doubt":[false]}"#));
    let part = failure(ADULT, "silent: { age_years: 19 }\n    unknown: [documents, age_doubt]");
    assert_eq!(part.reason, FailureReason::NoPart { fact: "documents".to_string() });
}

#[test]
fn facts_that_decide_only_together_have_each_a_part_in_it() {
    let report = with_case(ADULT, "silent: {}\n    unknown: [age_years, age_doubt]");
    assert_eq!((report.failures, report.unknown > 0), (Vec::new(), true));
    // The bounds of the rules are tried, and one year between any two of them.
    let report = with_case(ADULT, "silent: { age_doubt: false }\n    unknown: [age_years]");
    assert_eq!(report.failures, []);
}

#[test]
fn more_unknown_facts_than_can_be_tried_are_refused() {
    let facts = compiled(&Sources::see_2002()).rule_set.facts;
    let many: Vec<&str> = facts.iter().map(|fact| fact.name.as_str()).take(30).collect();
    let failure = failure(SHELTER, &format!("silent: {{}}\n    unknown: [{}]", many.join(", ")));
    assert_eq!(failure.reason, FailureReason::TooMany);
}

#[test]
fn rules_without_a_case_are_named_and_fail_nothing() {
    let text = Sources::see_2002().0.into_iter().find(|file| file.path == ADULT).expect("it is there").text;
    let (rule, _) = text.split_once("cases:").expect("it has cases");
    let sources = Sources::see_2002().remove(ADULT).add(ADULT, rule);
    let report = cases::run(&compiled(&sources).rule_set, |_| true).expect("the rule set loads");
    assert_eq!((report.without.as_slice(), report.failed()), (&["child/adult-only-when-known".to_string()][..], 0));
}
