//! The practice of 2002: its cases come out, it speaks of the same facts and conclusions as the standard, and it sorts people
//! as the report says, by their papers and by what they want.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use palermo::{
    Decision, IntakeRecord, Standard, Status,
    load::LoadError,
    rule_set::{Condition, Overlay, RuleSet},
    vocabulary::Standing,
};
use palermo_compile::cases;
use palermo_tests::workspace;

fn practice() -> RuleSet {
    RuleSet::from_json(palermo_rules::OBSERVED_PRACTICE_2002_JSON).expect("the published rule set can be read")
}

fn standard() -> RuleSet {
    RuleSet::from_json(palermo_rules::SEE_2002_JSON).expect("the published rule set can be read")
}

/// What a rule set makes of a record.
fn decide(rule_set: &RuleSet, facts: &str) -> Decision {
    let record: IntakeRecord = serde_json::from_str(&format!("{{\"facts\":{facts}}}")).expect("the record is JSON");
    let standard = Standard::from_rule_set(rule_set).expect("the rule set loads");
    standard.evaluate(&record).expect("the record fits both")
}

fn concludes(decision: &Decision, id: &str) -> bool {
    decision.conclusions.iter().any(|conclusion| conclusion.id == id)
}

// What it is

#[test]
fn it_says_that_it_is_no_standard() {
    assert_eq!(practice().standing, Standing::ObservedPractice);
    assert_eq!(standard().standing, Standing::Standard);
    assert!(practice().summary.starts_with("Not a standard."));
    let about = Standard::from_rule_set(&practice()).expect("the rule set loads").about().expect("it says what it is");
    assert_eq!(about.standing, Standing::ObservedPractice);
}

#[test]
fn what_is_published_is_what_the_sources_compile_to() {
    let compiled = palermo_compile::compile(&workspace::observed_practice_2002()).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(compiled, practice());
    assert_eq!(palermo_rules::OBSERVED_PRACTICE_2002_JSON.trim_end(), practice().to_canonical_json(), "it is canonical");
}

#[test]
fn every_case_comes_out_as_it_says() {
    let report = cases::run(&practice(), |_| true).expect("the rule set loads");
    assert!(report.failures.is_empty(), "{:#?}", report.failures);
    assert!(report.without.is_empty(), "without a case: {:?}", report.without);
    assert!(report.cases > 50, "only {} cases", report.cases);
}

#[test]
fn every_rule_cites_the_report_and_says_how_it_was_read() {
    for rule in practice().rules {
        assert_eq!(rule.derivation.letter(), 'E', "{}: what is not told is not put into the practice", rule.id);
        assert!(rule.reading.is_some_and(|reading| reading.split_whitespace().count() > 15), "{}", rule.id);
    }
}

#[test]
fn it_has_the_facts_of_the_standard_and_no_conclusion_of_its_own() {
    let (practice, standard) = (practice(), standard());
    assert_eq!(practice.facts, standard.facts);
    let conclusions = |set: &RuleSet| -> BTreeSet<String> {
        let of = Standard::from_rule_set(set).expect("the rule set loads");
        of.conclusions().map(ToString::to_string).collect()
    };
    let (given, owed) = (conclusions(&practice), conclusions(&standard));
    assert!(given.is_subset(&owed), "{:?}", given.difference(&owed).collect::<Vec<_>>());
    assert!(given.contains("entitlement:shelter"));
    assert!(!given.iter().any(|id| id.starts_with("prohibition:")), "{given:?}");
    for derived in &standard.derived {
        assert!(practice.derived.iter().any(|known| known.name == derived.name && known.values == derived.values));
    }
}

#[test]
fn no_overlay_makes_a_standard_of_it() {
    for id in workspace::OVERLAYS {
        let overlay = palermo_compile::compile_overlay(&workspace::overlay(id), &standard());
        let overlay = overlay.unwrap_or_else(|errors| panic!("{id}: {errors}"));
        let told_to_extend_it = Overlay { extends: practice().id, ..overlay.clone() };
        for overlay in [overlay, told_to_extend_it] {
            let errors = Standard::compose(&practice(), &[overlay]).expect_err("it is no standard");
            let refused = |error: &LoadError| error.code.message().contains("no standard");
            assert!(errors.errors().iter().any(refused), "{id}: {errors}");
        }
    }
}

/// The facts that a condition reads.
fn read(condition: &Condition, facts: &mut BTreeSet<String>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| read(part, facts)),
        Condition::Literal { fact, .. } => {
            facts.insert(fact.clone());
        }
        Condition::AnyOf { set, .. } | Condition::AllOf { set, .. } => panic!("the practice has no set {set}"),
        Condition::Always | Condition::Otherwise => {}
    }
}

#[test]
fn nobody_looks_at_what_happened_nor_at_age() {
    let practice = practice();
    let mut facts = BTreeSet::new();
    practice.rules.iter().for_each(|rule| read(&rule.when, &mut facts));
    let groups: BTreeSet<&str> =
        practice.facts.iter().filter(|fact| facts.contains(&fact.name)).map(|fact| fact.group.as_str()).collect();
    assert_eq!(groups, BTreeSet::from(["need", "shielded"]));
}

// How it sorts

#[test]
fn the_wish_to_go_back_alone_decides_on_shelter() {
    let willing = r#"{"documents":"none","return_wish":"willing"}"#;
    for other in ["unwilling", "undecided"] {
        let other = willing.replace("willing", other);
        let (gets, gets_not) = (decide(&practice(), willing), decide(&practice(), &other));
        assert!(concludes(&gets, "entitlement:shelter") && !concludes(&gets_not, "entitlement:shelter"));
        assert_eq!((gets.status, gets_not.status), (Status::Identified, Status::NotEstablished));
        // By the standard the wish costs neither of the two a place in a shelter.
        let signs = willing.replace('}', r#","ind_third_party_control":true}"#);
        let by_standard = |facts: &str| concludes(&decide(&standard(), facts), "entitlement:shelter");
        assert!(by_standard(&signs) && by_standard(&signs.replace("willing", "unwilling")));
    }
}

#[test]
fn whoever_has_valid_papers_is_not_asked() {
    let elements = r#"{"act_recruited":true,"means_force_or_threat":true,"purpose_forced_labour":true,"documents":"valid"}"#;
    let (done, owed) = (decide(&practice(), elements), decide(&standard(), elements));
    assert_eq!((done.status, owed.status), (Status::Undetermined, Status::Identified));
    assert!(done.conclusions.is_empty());
}

#[test]
fn who_will_not_testify_is_recognised_and_refused_support() {
    for refusal in [r#""testimony_wish":"unwilling""#, r#""cooperates_with_police":false"#] {
        let facts = format!(r#"{{"documents":"none","return_wish":"willing",{refusal}}}"#);
        let decision = decide(&practice(), &facts);
        assert_eq!(decision.status, Status::Identified);
        assert!(decision.conclusions.is_empty(), "{facts}");
    }
}

#[test]
fn a_child_is_treated_as_an_adult() {
    let adult = decide(&practice(), r#"{"documents":"none","return_wish":"unwilling","age_years":31}"#);
    let child = decide(&practice(), r#"{"documents":"none","return_wish":"unwilling","age_years":15}"#);
    assert_eq!((child.child, &child.conclusions), (adult.child, &adult.conclusions));
    assert!(concludes(&decide(&standard(), r#"{"age_years":15}"#), "entitlement:special-child-protection"));
}
