//! Whoever decides by the rules of a practice is told first, and on every page, that they are no standard.
#![allow(clippy::expect_used, reason = "a test stops at the first surprise")]

use palermo::{About, Standard, rule_set::RuleSet, vocabulary::Standing};
use palermo_cli::text::{everything, explanation, first_screen, page, questions, rule};

const WARNING: &str = "NOT A STANDARD";

fn with_standing(standing: Standing) -> Standard {
    let mut rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON).expect("the published rule set can be read");
    rule_set.standing = standing;
    Standard::from_json(&rule_set.to_canonical_json()).expect("the rule set loads")
}

/// Every page that is made of a record.
fn pages(standard: &Standard) -> Vec<String> {
    let record = standard.read_json(r#"{"facts":{"return_wish":"unwilling"}}"#).expect("the record is valid");
    let decision = record.decision();
    let shown = standard.rule("assistance/shelter").expect("there is such a rule");
    vec![
        first_screen::first_screen(standard, &decision),
        everything::everything(standard, &decision, page::WIDTH),
        explanation::explanation(standard, &record.explain("status").expect("there is a status"), page::WIDTH),
        questions::questions(standard, &record.questions(About::Decision), page::WIDTH),
        rule::rule(standard, None, &shown, page::WIDTH),
    ]
}

#[test]
fn a_practice_is_told_from_a_standard_before_anything_else_is_said() {
    for page in pages(&with_standing(Standing::ObservedPractice)) {
        assert!(page.starts_with(WARNING), "{page}");
    }
    for page in pages(&with_standing(Standing::Standard)) {
        assert!(!page.contains(WARNING), "{page}");
    }
}
