//! Which rules serve which promise, by what the promise speaks about.

use std::collections::BTreeSet;

use palermo::rule_set::RuleSet;
use palermo_verify::charter::Charter;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The rules of the standard that serve a promise.
fn serving(promise: &str) -> Result<BTreeSet<String>, Box<dyn std::error::Error>> {
    let charter = Charter::from_json(palermo_rules::CHARTER_JSON)?;
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let found = charter.promises.iter().find(|known| known.name == promise).ok_or("the charter has no such promise")?;
    let concerns = charter.concerns(found, &rule_set, &BTreeSet::new());
    Ok(rule_set.rules.iter().filter(|rule| concerns.served_by(rule)).map(|rule| rule.id.clone()).collect())
}

fn ids(ids: &[&str]) -> BTreeSet<String> {
    ids.iter().map(ToString::to_string).collect()
}

#[test]
fn what_gives_the_conclusion_or_says_that_a_fact_changes_nothing_serves_the_promise() -> Outcome {
    let serving = serving("shelter-independent-of-shield")?;
    for rule in ["assistance/shelter", "referral/shelter", "identification/documents-irrelevant"] {
        assert!(serving.contains(rule), "{rule}");
    }
    for rule in ["assistance/medical", "prosecution/money-safeguard", "child/victim-without-means"] {
        assert!(!serving.contains(rule), "{rule}");
    }
    Ok(())
}

#[test]
fn what_gives_a_value_of_a_derived_fact_serves_a_promise_about_it() -> Outcome {
    assert_eq!(serving("child-needs-no-means")?, ids(&["child/victim-without-means", "identification/victim-all-elements"]));
    let partition = serving("statuses-partition")?;
    assert!(partition.contains("identification/not-established") && partition.contains("child/definition-under-18"));
    Ok(())
}

#[test]
fn a_breach_serves_a_promise_about_violations() -> Outcome {
    assert!(serving("declaratory-status")?.contains("protection/no-deportation"));
    Ok(())
}

#[test]
fn a_promise_about_documents_or_the_engine_is_served_by_no_rule_in_particular() -> Outcome {
    for promise in ["every-consequence-cites", "overlays-only-strengthen", "reproducible", "no-identity-data"] {
        assert_eq!(serving(promise)?, ids(&[]), "{promise}");
    }
    Ok(())
}
