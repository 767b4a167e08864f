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
