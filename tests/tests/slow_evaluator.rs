//! The oracle's own tests: every row is read, and hand cases in the catalogue's words. What it does on
//! random records stands in `random_records.rs`.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::needless_pass_by_value,
    reason = "a test stops at the first surprise, and its cases read better without references"
)]

use palermo_tests::random::RandomRecords;
use palermo_tests::slow::SlowEvaluator;
use serde_json::{Value, json};

const STANDARD: &str = r#"{"id":"see-2002","version":"0.1.0","digest":"sha256:0","overlays":[]}"#;

const SAFE: [&str; 4] = ["safe_space_given", "time_given", "rights_explained", "understood_language_used"];

fn slow() -> SlowEvaluator {
    SlowEvaluator::new()
}

fn given(facts: Value) -> Value {
    json!({ "facts": facts })
}

fn with_conduct(facts: Value, conduct: Value) -> Value {
    json!({ "facts": facts, "conduct": conduct })
}

/// The facts with those of a safe and completed identification.
fn safely(mut facts: Value) -> Value {
    for fact in SAFE {
        facts[fact] = json!(true);
    }
    facts["identification_by"] = json!("independent");
    facts["identification_completed"] = json!(true);
    facts
}

/// Every fact of the group is no.
fn denied(slow: &SlowEvaluator, prefixes: &[&str]) -> Value {
    let mut facts = json!({});
    for fact in slow.facts() {
        if prefixes.iter().any(|prefix| fact.name.starts_with(prefix)) {
            facts[&fact.name] = json!(false);
        }
    }
    facts
}

fn known_adult(mut facts: Value) -> Value {
    facts["age_years"] = json!(30);
    facts["age_doubt"] = json!(false);
    facts["age_when_trafficked"] = json!(29);
    facts
}

fn violated(slow: &SlowEvaluator, record: &Value) -> Vec<(String, String)> {
    slow.violations(record).into_iter().map(|violation| (violation.code, violation.certainty)).collect()
}

fn pending(slow: &SlowEvaluator, record: &Value) -> Vec<(String, Vec<String>)> {
    slow.pending(record).into_iter().map(|pending| (pending.code, pending.waits_for)).collect()
}

fn asked(slow: &SlowEvaluator, record: &Value) -> Vec<String> {
    slow.questions(record, false).into_iter().map(|question| question.fact).collect()
}

// Reading the catalogue

#[test]
fn reads_every_row() {
    let slow = slow();
    assert_eq!(slow.facts().len(), 82);
    assert_eq!(slow.rules().len(), 205);
    assert_eq!(slow.codes().len(), 140);
    assert_eq!(slow.catalogue().implied.len(), 5);
    assert_eq!(slow.facts().iter().filter(|fact| fact.shielded).count(), 21);
    assert_eq!(slow.facts().iter().filter(|fact| fact.ask == "never").count(), 13);
    assert!(slow.facts().iter().all(|fact| (fact.ask == "never") == fact.interview_rank.is_none()));
    assert_eq!(slow.rules().iter().filter(|rule| rule.gives.is_some()).count(), 22);
}

#[test]
fn every_shielded_fact_has_a_rule_that_says_why() {
    let slow = slow();
    for fact in slow.facts().iter().filter(|fact| fact.shielded) {
        let note = format!("irrelevant:{}", fact.name);
        let says_why = |rule: &&palermo_tests::slow::Rule| rule.consequences.iter().any(|given| given.id == note);
        assert!(slow.rules().iter().any(|rule| says_why(&rule)), "{note}");
    }
}

// Status

#[test]
fn nothing_known_is_undetermined() {
    let slow = slow();
    for empty in [json!({}), json!({ "facts": null, "declined": null, "conduct": null, "reference": null })] {
        assert_eq!(slow.status(&empty), "undetermined");
        let text = slow.decision_text(&empty, STANDARD);
        let start = format!(
            "{{\"standard\":{STANDARD},\"status\":\"undetermined\",\
             \"status_rules\":[\"identification/undetermined\"],\
             \"elements\":{{\"act\":\"open\",\"means\":\"open\",\"purpose\":\"open\"}},\
             \"child\":\"unknown\",\"child_when_trafficked\":\"unknown\",\"conclusions\":[{{\"id\":"
        );
        assert!(text.starts_with(&start), "{text}");
        assert!(text.ends_with("\"shielded\":[]}"), "{text}");
        assert!(text.contains("\"violations\":[],\"pending\":[],\"referrals\":[{\"to\":\"safe-place\""), "{text}");
    }
}

#[test]
fn a_child_without_means_is_identified() {
    let slow = slow();
    let record = given(json!({ "age_years": 16, "act_recruited": true, "purpose_forced_labour": true }));
    assert_eq!(slow.status(&record), "identified");
    assert_eq!(slow.fact(&record, "means_element"), "unknown");
    let adult = given(json!({ "age_years": 18, "act_recruited": true, "purpose_forced_labour": true }));
    assert_eq!(slow.status(&adult), "presumed");
}

#[test]
fn a_grown_up_who_was_a_child_then_needs_no_means() {
    let slow = slow();
    let facts = json!({ "age_years": 30, "age_when_trafficked": 15, "act_received": true, "purpose_begging": true });
    assert_eq!(slow.status(&given(facts)), "identified");
}

#[test]
fn an_act_alone_is_no_finding() {
    assert_eq!(slow().status(&given(json!({ "act_transported": true }))), "undetermined");
}

#[test]
fn control_methods_are_means() {
    let slow = slow();
    let record = given(json!({ "ctrl_debt_used": true }));
    assert_eq!(slow.fact(&record, "means_element"), "yes");
    assert_eq!(slow.status(&record), "presumed");
}

#[test]
fn a_denial_without_safety_leaves_the_element_open() {
    let slow = slow();
    let denial = denied(&slow, &["act_"]);
    assert_eq!(slow.fact(&given(denial.clone()), "act_element"), "unknown");
    let safe = safely(denial);
    assert_eq!(slow.fact(&given(safe.clone()), "act_element"), "no");
    for fact in SAFE {
        let mut missing = safe.clone();
        missing[fact] = Value::Null;
        assert_eq!(slow.fact(&given(missing), "act_element"), "unknown", "{fact}");
    }
    let mut by_police = safe;
    by_police["identification_by"] = json!("police_only");
    assert_eq!(slow.fact(&given(by_police), "act_element"), "unknown");
}

#[test]
fn means_refute_only_for_a_known_adult() {
    let slow = slow();
    let no_means = safely(denied(&slow, &["means_", "ctrl_"]));
    assert_eq!(slow.fact(&given(no_means.clone()), "means_element"), "no");
    assert_eq!(slow.status(&given(no_means.clone())), "undetermined");
    let adult = known_adult(no_means);
    assert_eq!(slow.status(&given(adult.clone())), "not_established");
    let mut unfinished = adult.clone();
    unfinished["identification_completed"] = json!(false);
    assert_eq!(slow.status(&given(unfinished)), "undetermined");
    let mut recognised_before = adult;
    recognised_before["identification_result"] = json!("recognised");
    assert_eq!(slow.status(&given(recognised_before)), "presumed");
}

#[test]
fn shielded_facts_change_no_status() {
    let slow = slow();
    for record in RandomRecords::new(&slow, 6).take(300) {
        let mut changed = record.clone();
        if changed["facts"].is_null() {
            continue;
        }
        changed["declined"] = Value::Null;
        changed["facts"]["return_wish"] = json!("unwilling");
        changed["facts"]["testimony_wish"] = json!("unwilling");
        changed["facts"]["consent_to_exploitation"] = json!("agreed");
        changed["facts"]["documents"] = json!("valid");
        assert_eq!(slow.status(&record), slow.status(&changed));
    }
}

#[test]
fn doubt_presumes_a_child_and_25_ends_it() {
    let slow = slow();
    let child = |facts: Value| slow.fact(&given(facts), "child_status");
    assert_eq!(child(json!({ "age_years": 17 })), "child");
    assert_eq!(child(json!({ "age_years": 18 })), "unknown");
    assert_eq!(child(json!({ "age_years": 18, "age_doubt": false })), "adult");
    assert_eq!(child(json!({ "age_years": 40, "age_doubt": true })), "presumed_child");
    assert_eq!(child(json!({ "age_years": 25 })), "adult");
    assert_eq!(child(json!({ "age_years": 24, "ind_child_begging": true })), "presumed_child");
    assert_eq!(child(json!({ "age_years": 25, "ind_child_begging": true })), "adult");
    assert_eq!(child(json!({ "majority": "minor", "age_years": 30 })), "child");
}

// Conclusions

/// A destination without a place in the order of urgency would be left out.
#[test]
fn every_referral_has_its_place() {
    let slow = slow();
    let everything = safely(json!({
        "means_abduction": true, "immediate_danger": true, "age_years": 16,
        "purpose_forced_labour": true, "return_wish": "willing", "able_to_return": false,
        "testimony_wish": "willing", "official_involvement_alleged": true
    }));
    let mut record = given(everything);
    record["facts"]["identification_completed"] = Value::Null;
    let standard: Value = serde_json::from_str(STANDARD).expect("the standard is JSON");
    let decision = slow.decision(&record, &standard);
    let concluded = slow.conclusion_ids(&record);
    let referred = concluded.iter().filter(|id| id.starts_with("refer:")).count();
    assert_eq!(referred, 16, "{concluded:?}");
    assert_eq!(decision["referrals"].as_array().map(Vec::len), Some(16));
    assert_eq!(decision["referrals"][0]["to"], "safe-place");
    assert_eq!(decision["referrals"][15]["to"], "voluntary-return-programme");
}

#[test]
fn a_conclusion_of_two_rules_stands_once_with_both() {
    let slow = slow();
    let record = given(json!({ "age_years": 20, "age_basis": "apparent" }));
    let inquiry: Vec<_> = slow
        .conclusions(&record)
        .into_iter()
        .filter(|conclusion| conclusion.id == "obligation:inquire-age-without-examination")
        .collect();
    assert_eq!(inquiry.len(), 1);
    assert_eq!(inquiry[0].rules, ["child/duty-to-establish-age", "child/papers-do-not-settle-age"]);
    assert_eq!(inquiry[0].bearers, ["police"]);
}

#[test]
fn bearers_come_in_the_order_of_the_decision() {
    let slow = slow();
    let record = given(json!({ "means_abduction": true }));
    let all = slow.conclusions(&record);
    let shelter = all.iter().find(|conclusion| conclusion.id == "entitlement:shelter").expect("shelter is owed");
    assert_eq!(shelter.bearers, ["state", "ngo", "international_organisation"]);
    assert_eq!(shelter.rules, ["assistance/shelter"]);
}

#[test]
fn a_shielded_fact_is_named_unless_a_fired_rule_reads_it() {
    let slow = slow();
    let record = given(json!({ "documents": "none", "return_wish": "willing" }));
    let text = slow.decision_text(&record, STANDARD);
    let shielded = "\"shielded\":[{\"fact\":\"documents\",\"rules\":[\"identification/documents-irrelevant\"]},\
                    {\"fact\":\"return_wish\",\"rules\":[\"identification/return-wish-irrelevant\"]}]}";
    assert!(text.ends_with(shielded), "{text}");
    let protected = given(json!({ "documents": "none", "return_wish": "willing", "means_abduction": true }));
    assert!(slow.decision_text(&protected, STANDARD).ends_with("\"shielded\":[]}"));
}

// Conduct

#[test]
fn a_planned_deportation_of_a_protected_person_waits_for_nothing() {
    let slow = slow();
    let event = json!([{ "code": "deported", "actor": "police", "certainty": "planned" }]);
    let record = with_conduct(json!({ "means_abduction": true }), event);
    assert_eq!(pending(&slow, &record), [("deported".to_owned(), vec![])]);
    assert_eq!(violated(&slow, &record), []);
}

#[test]
fn conduct_towards_a_person_not_yet_protected_waits() {
    let slow = slow();
    let events = json!([
        { "code": "returned_before_trial_without_option", "certainty": "alleged" },
        { "code": "deported", "certainty": "established" },
        { "code": "child_not_referred", "certainty": "ruled_out" }
    ]);
    let record = with_conduct(json!({ "testified": false }), events);
    let waits: Vec<String> = ["testimony_wish", "protected"].map(str::to_owned).into();
    assert_eq!(
        pending(&slow, &record),
        [("deported".to_owned(), vec!["protected".to_owned()]), ("returned_before_trial_without_option".to_owned(), waits)]
    );
}

#[test]
fn conduct_that_broke_no_duty_is_in_neither_list() {
    let slow = slow();
    let mut facts = safely(denied(&slow, &["act_"]));
    let deported = json!([{ "code": "deported", "certainty": "established" }]);
    // An earlier recognition, which nobody has asked about yet, would still protect.
    let record = with_conduct(facts.clone(), deported.clone());
    let waits = [("deported".to_owned(), vec!["protected".to_owned()])];
    assert_eq!(pending(&slow, &record), waits);
    facts["identification_result"] = json!("refused");
    let record = with_conduct(facts, deported);
    assert_eq!(slow.status(&record), "not_established");
    assert_eq!(pending(&slow, &record), []);
    assert_eq!(violated(&slow, &record), []);
}

#[test]
fn violations_come_in_rule_order_then_in_the_records_order() {
    let slow = slow();
    let events = json!([
        { "code": "shelter_refused", "certainty": "alleged" },
        { "code": "deported", "certainty": "alleged", "actor": "state" },
        { "code": "deported", "certainty": "established", "actor": null }
    ]);
    let record = with_conduct(json!({ "means_abduction": true }), events);
    let text = slow.compact_text(&record);
    let violations = "\"violations\":[\
        {\"code\":\"deported\",\"rule\":\"protection/no-deportation\",\"actor\":\"state\",\"certainty\":\"alleged\"},\
        {\"code\":\"deported\",\"rule\":\"protection/no-deportation\",\"certainty\":\"established\"},\
        {\"code\":\"shelter_refused\",\"rule\":\"assistance/shelter\",\"certainty\":\"alleged\"}]}";
    assert!(text.ends_with(violations), "{text}");
}

#[test]
fn language_not_understood_is_implied_unless_ruled_out_or_established() {
    let slow = slow();
    let facts = json!({ "identification_completed": true, "understood_language_used": false });
    let code = "language_not_understood".to_owned();
    let established = (code.clone(), "established".to_owned());
    let alleged = (code.clone(), "alleged".to_owned());
    let violated_with = |conduct: Value| violated(&slow, &with_conduct(facts.clone(), conduct));
    assert_eq!(violated_with(json!([])), std::slice::from_ref(&established));
    assert_eq!(violated_with(json!([{ "code": code, "certainty": "ruled_out" }])), []);
    let twice = json!([{ "code": code, "certainty": "established" }]);
    assert_eq!(violated_with(twice), std::slice::from_ref(&established));
    assert_eq!(violated_with(json!([{ "code": code, "certainty": "alleged" }])), [alleged, established]);
    let unfinished = given(json!({ "understood_language_used": false }));
    assert_eq!(violated(&slow, &unfinished), []);
}

#[test]
fn implied_violations_come_in_the_order_of_their_rules() {
    let slow = slow();
    let facts = json!({
        "identification_completed": true, "understood_language_used": false, "time_given": false,
        "rights_explained": false, "identification_by": "police_only", "written_procedure_followed": false
    });
    let codes: Vec<String> = violated(&slow, &given(facts)).into_iter().map(|(code, _)| code).collect();
    assert_eq!(
        codes,
        [
            "police_only_identification",
            "decision_without_written_standard",
            "no_time_or_safe_space",
            "rights_not_explained",
            "language_not_understood"
        ]
    );
}

// Questions

#[test]
fn questions_begin_with_danger_and_follow_the_interview() {
    let slow = slow();
    let questions = slow.questions(&json!({}), false);
    assert_eq!(questions[0].fact, "immediate_danger");
    assert_eq!(questions[0].ask, "first");
    assert_eq!(questions[0].sensitivity, "high");
    assert_eq!(questions[0].may_change, ["obligation", "refer"]);
    let ranks: Vec<Option<u32>> = questions
        .iter()
        .map(|question| slow.facts().iter().find(|fact| fact.name == question.fact).expect("known").interview_rank)
        .collect();
    assert!(ranks.is_sorted());
}

#[test]
fn a_given_or_declined_fact_is_not_asked() {
    let slow = slow();
    let record = json!({ "facts": { "immediate_danger": false, "documents": "unknown" }, "declined": ["urgent_health_need"] });
    let asked = asked(&slow, &record);
    assert!(!asked.contains(&"immediate_danger".to_owned()));
    assert!(!asked.contains(&"urgent_health_need".to_owned()));
    assert!(asked.contains(&"documents".to_owned()));
}

#[test]
fn a_declined_fact_is_open_for_pending_events() {
    let slow = slow();
    let mut record = with_conduct(json!({}), json!([{ "code": "deported", "certainty": "alleged" }]));
    let every: Vec<&str> = slow.facts().iter().map(|fact| fact.name.as_str()).collect();
    record["declined"] = json!(every);
    assert_eq!(asked(&slow, &record), Vec::<String>::new());
    assert_eq!(pending(&slow, &record), [("deported".to_owned(), vec!["protected".to_owned()])]);
}

#[test]
fn situation_and_wish_are_asked_after_safety_only() {
    let slow = slow();
    let after = |record: &Value, fact: &str| {
        let questions = slow.questions(record, false);
        questions.into_iter().find(|question| question.fact == fact).expect("it is asked").after
    };
    let facts = json!({ "safe_space_given": true, "screening_declined": true, "rights_explained": false });
    let record = given(facts);
    let situation = ["understood_language_used", "rights_explained", "screening_declined"];
    let wish = ["understood_language_used", "rights_explained", "time_given", "screening_declined"];
    assert_eq!(after(&record, "act_recruited"), situation);
    assert_eq!(after(&record, "family_at_risk"), situation);
    assert_eq!(after(&record, "return_wish"), wish);
    assert_eq!(after(&record, "identification_by"), Vec::<&str>::new());
    assert_eq!(after(&record, "ind_third_party_control"), Vec::<&str>::new());
}

#[test]
fn an_identified_person_is_asked_nothing_about_the_status() {
    let slow = slow();
    let record = given(json!({ "act_recruited": true, "means_abduction": true, "purpose_begging": true }));
    assert_eq!(slow.status(&record), "identified");
    assert_eq!(slow.questions(&record, true), []);
    assert!(!slow.questions(&record, false).is_empty());
}
