//! A bound on years accepts exactly the years below it, or from it on, whatever other bounds the rule set has and wherever
//! it lies, inside the years of the fact or outside; a condition that can never hold, or says nothing, is refused.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod sources;

use palermo::{FactValue, IntakeRecord, Standard};
use palermo_compile::compile_files;
use sources::Sources;

/// The years of `age_years` in see-2002.
const YEARS: std::ops::RangeInclusive<u32> = 0..=120;

/// Whether a rule with this condition on `age_years` fires, for each year and for an unknown age; or what is wrong.
fn fires(condition: &str) -> Result<(Vec<bool>, bool), String> {
    let sources = Sources::see_2002().add_rule("bounded", &format!("{{ age_years: {condition} }}"), "obligation:something");
    let rule_set = compile_files(&sources.0).map_err(|errors| errors.to_string())?;
    let standard = Standard::from_rule_set(&rule_set).map_err(|errors| errors.to_string())?;
    let fires = |value: FactValue| {
        let mut record = IntakeRecord::default();
        record.facts.insert("age_years".into(), value);
        let record = standard.check(&record).unwrap_or_else(|errors| panic!("{errors}"));
        record.outcome().fired_rules().any(|rule| rule == "monitoring/bounded")
    };
    Ok((YEARS.map(|years| fires(years.into())).collect(), fires(FactValue::Unknown)))
}

#[test]
fn a_bound_inside_the_years_cuts_exactly_there() {
    for bound in [1, 12, 17, 18, 19, 64, 120] {
        for unknown in [false, true] {
            let below = fires(&format!("{{ below: {bound}, or_unknown: {unknown} }}"));
            assert_eq!(below, Ok((YEARS.map(|years| years < bound).collect(), unknown)), "below {bound}");
            let from = fires(&format!("{{ at_least: {bound}, or_unknown: {unknown} }}"));
            assert_eq!(from, Ok((YEARS.map(|years| years >= bound).collect(), unknown)), "at least {bound}");
        }
    }
}

#[test]
fn a_bound_at_the_edge_of_the_years_accepts_every_known_year() {
    let every_year = || Ok((YEARS.map(|_| true).collect(), false));
    assert_eq!(fires("{ below: 121 }"), every_year());
    assert_eq!(fires("{ below: 4000 }"), every_year());
    assert_eq!(fires("{ at_least: 0 }"), every_year());
}

#[test]
fn a_bound_beyond_the_years_can_never_hold_and_is_refused() {
    for condition in ["{ at_least: 121 }", "{ at_least: 4000 }", "{ below: 0 }"] {
        let error = fires(condition).expect_err(condition);
        assert!(error.contains("no value is accepted"), "{condition}: {error}");
    }
}

#[test]
fn a_bound_that_accepts_everything_and_unknown_says_nothing_and_is_refused() {
    for condition in ["{ below: 121, or_unknown: true }", "{ at_least: 0, or_unknown: true }"] {
        let error = fires(condition).expect_err(condition);
        assert!(error.contains("every value is accepted"), "{condition}: {error}");
    }
}

#[test]
fn many_bounds_do_not_disturb_each_other() {
    let bounds: Vec<u32> = (1..=60).map(|number| number * 2).collect();
    let mut sources = Sources::see_2002();
    for bound in &bounds {
        sources = sources.add_rule(
            &format!("from-{bound}"),
            &format!("{{ age_years: {{ at_least: {bound} }} }}"),
            "obligation:something",
        );
    }
    let rule_set = compile_files(&sources.0).unwrap_or_else(|errors| panic!("{errors}"));
    let standard = Standard::from_rule_set(&rule_set).expect("the rule set loads");
    for years in YEARS {
        let mut record = IntakeRecord::default();
        record.facts.insert("age_years".into(), years.into());
        let record = standard.check(&record).unwrap_or_else(|errors| panic!("{errors}"));
        let outcome = record.outcome();
        let fired = outcome.fired_rules().filter_map(|rule| rule.strip_prefix("monitoring/from-")?.parse::<u32>().ok());
        let mut fired: Vec<u32> = fired.collect();
        fired.sort_unstable();
        assert_eq!(fired, bounds.iter().copied().filter(|bound| years >= *bound).collect::<Vec<_>>(), "{years}");
    }
}

#[test]
fn what_a_rule_set_says_of_itself_has_to_fit() {
    for (path, from, to, expected) in [
        (
            "standard.yaml",
            "in_force: { from: 2002-06-01 }",
            "in_force: { from: 2002-06-01, to: 2001-01-01 }",
            "ends before it begins",
        ),
        ("standard.yaml", "id: see-2002\n", "id: see--2002\n", "not written as names are"),
        ("texts.yaml", "status:presumed:", "status:présumé:", "not written as names are"),
        ("texts.yaml", "label: \"Presumed to be trafficked\"", "label: \"Presumed\\u001f to be\"", "no control characters"),
    ] {
        let errors = Sources::see_2002().edit(path, from, to).errors();
        assert!(errors.contains(expected), "{errors}");
    }
}
