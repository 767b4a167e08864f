//! The charter is proved of the standard, promise by promise, and speaks of nothing that the standard does not have.

use std::{collections::BTreeSet, path::Path};

use palermo::rule_set::RuleSet;
use palermo_verify::{
    Options, Subject,
    charter::{Charter, Promise, Statement},
    prove,
    report::{Report, Verdict},
};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn charter() -> Result<Charter, Box<dyn std::error::Error>> {
    Ok(Charter::from_json(palermo_rules::CHARTER_JSON)?)
}

fn report() -> Result<Report, Box<dyn std::error::Error>> {
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    Ok(prove(&charter()?, &Subject::new(&rule_set), &Options::default(), &mut |_| {})?)
}

#[test]
fn every_promise_about_rules_is_proved_of_the_base() -> Outcome {
    let report = report()?;
    for promise in &report.promises {
        let expected = match promise.name.as_str() {
            // What is forbidden is commanded by no rule at all.
            "no-contradiction" => Verdict::Vacuous,
            "overlays-only-strengthen" | "overlays-append-only" | "weakening-clauses-blocked" | "overlays-excuse-nothing" => {
                Verdict::NotApplicable
            }
            // About referral systems.
            "gap-analysis-complete" => Verdict::NotApplicable,
            "no-violation-without-act"
            | "unknown-act-is-no-violation"
            | "order-independence"
            | "absence-is-not-no"
            | "reproducible"
            | "actor-neutral-prohibitions" => Verdict::ShownByTests,
            _ => Verdict::Holds,
        };
        assert_eq!(promise.verdict, expected, "{}: {:#?}", promise.name, promise.proofs);
    }
    assert!(report.holds);
    Ok(())
}

#[test]
fn the_charter_has_the_47_promises_of_the_catalogue_in_their_order() -> Outcome {
    let charter = charter()?;
    let rows = palermo_tests::rows::rows("invariant");
    let catalogue: Vec<(&str, &str)> = rows.iter().map(|row| (row.cell("id"), row.cell("paraphrase"))).collect();
    let numbered = |promise: &'_ Promise| Some((promise.number.clone()?, promise.name.clone()));
    let numbered: Vec<(String, String)> = charter.promises.iter().filter_map(numbered).collect();
    assert_eq!(numbered.iter().map(|(number, name)| (number.as_str(), name.as_str())).collect::<Vec<_>>(), catalogue);
    assert_eq!(catalogue.len(), 47);
    Ok(())
}

/// Only what a fact, an obligation of nobody or an overlay would have to bring may be vacuous in a part of a proof.
#[test]
fn nothing_is_proved_of_what_the_base_does_not_have() -> Outcome {
    for promise in &report()?.promises {
        for proof in promise.proofs.iter().filter(|proof| proof.form != "never_together" && proof.form != "compare") {
            assert!(proof.vacuous.is_empty(), "{}: {:?}", promise.name, proof.vacuous);
        }
    }
    // The same charter, not let off: every conclusion and code that it names is given by some rule, but for the conflicts.
    let mut strict = charter()?;
    strict.conclusions_may_be_absent = false;
    strict.promises.retain(|promise| promise.name != "no-contradiction");
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    strict.check(&rule_set, &rule_set)?;
    Ok(())
}

#[test]
fn every_test_that_the_charter_names_exists() -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut seen = BTreeSet::new();
    for promise in &charter()?.promises {
        for statement in &promise.prove {
            let Statement::ShownBy(tests) = statement else { continue };
            for test in tests {
                let text = std::fs::read_to_string(root.join(&test.file))?;
                let place = text.find(&format!("fn {}(", test.test));
                let place = place.ok_or_else(|| format!("{} has no test {}", test.file, test.test))?;
                let before = text.get(..place).unwrap_or_default();
                let marked = before.rsplit("fn ").next().is_some_and(|between| between.contains("#[test]"));
                assert!(marked || text.contains("proptest!"), "{} in {} is no test", test.test, test.file);
                seen.insert(test.test.clone());
            }
        }
    }
    assert!(seen.len() > 8, "{seen:?}");
    Ok(())
}
