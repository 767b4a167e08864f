//! Every case that a rule shows comes out as it says when the engine decides it, and where a case says that an unknown
//! decides, some value of it does turn the result round.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use palermo_compile::cases::{self, CaseReport, Claim};
use palermo_tests::workspace;

fn report() -> CaseReport {
    let compiled = palermo_compile::compile_with_places(&workspace::see_2002()).unwrap_or_else(|errors| panic!("{errors}"));
    let report = cases::run(&compiled.rule_set, |_| true).expect("the rule set loads");
    report.placed(|rule, inside| compiled.place_in_rule(rule, inside))
}

#[test]
fn every_case_of_see_2002_comes_out_as_it_says() {
    let report = report();
    assert!(report.failures.is_empty(), "{:#?}", report.failures);
    assert!(report.without.is_empty(), "without a case: {:?}", report.without);
    assert!(report.cases > 500, "only {} cases", report.cases);
    assert!(report.unknown > 60, "only {} cases with an unknown that decides", report.unknown);
    for claim in [Claim::Fires, Claim::Silent, Claim::Breached, Claim::NotBreached] {
        assert!(report.claims.get(&claim).is_some_and(|count| *count > 50), "{claim:?}: {:?}", report.claims);
    }
}

#[test]
fn every_case_of_the_overlays_comes_out_as_it_says_of_each_and_of_both() {
    let base = palermo_compile::compile(&workspace::see_2002()).unwrap_or_else(|errors| panic!("{errors}"));
    let compile = |id: &str| palermo_compile::compile_overlay(&workspace::overlay(id), &base);
    let overlays = workspace::OVERLAYS.map(|id| compile(id).unwrap_or_else(|errors| panic!("{errors}")));
    for chosen in [&overlays[..1], &overlays[1..], &overlays[..]] {
        let composed = base.compose(chosen).unwrap_or_else(|errors| panic!("{errors}"));
        // With everything that is added, the cases of the standard still come out as they say.
        let report = cases::run(&composed, |_| true).expect("the rule set loads");
        assert!(report.failures.is_empty(), "{:#?}", report.failures);
        assert!(report.without.is_empty(), "without a case: {:?}", report.without);
        let own = cases::run(&composed, |rule| chosen.iter().any(|overlay| overlay.rules.iter().any(|own| own.id == rule.id)));
        let own = own.expect("the rule set loads");
        assert!(own.cases > 30 && own.unknown > 8, "{} cases, of which an unknown decides {}", own.cases, own.unknown);
    }
}
