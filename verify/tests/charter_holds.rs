//! The charter is proved of the standard, promise by promise, and speaks of nothing that the standard does not have.

use std::{collections::BTreeSet, path::Path};

use palermo::rule_set::{Overlay, Rule, RuleSet};
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

/// The overlays that are shipped.
fn overlays(base: &RuleSet) -> Result<Vec<Overlay>, Box<dyn std::error::Error>> {
    let overlay = |id: &&str| palermo_compile::compile_overlay(&palermo_tests::workspace::overlay(id), base);
    Ok(palermo_tests::workspace::OVERLAYS.iter().map(overlay).collect::<Result<_, _>>()?)
}

fn report() -> Result<Report, Box<dyn std::error::Error>> {
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    Ok(prove(&charter()?, &Subject::new(&rule_set), &Options::default(), &mut |_| {})?)
}

/// What comes of a promise where overlays are composed with the standard.
fn expected_with_overlays(promise: &str) -> Verdict {
    match promise {
        // What is forbidden is commanded by no rule at all.
        "no-contradiction" => Verdict::Vacuous,
        // About referral systems.
        "gap-analysis-complete" => Verdict::NotApplicable,
        "no-violation-without-act"
        | "unknown-act-is-no-violation"
        | "order-independence"
        | "absence-is-not-no"
        | "reproducible"
        | "actor-neutral-prohibitions" => Verdict::ShownByTests,
        _ => Verdict::Holds,
    }
}

#[test]
fn every_promise_about_rules_is_proved_of_the_base() -> Outcome {
    let report = report()?;
    for promise in &report.promises {
        let expected = match promise.name.as_str() {
            "overlays-only-strengthen" | "overlays-append-only" | "weakening-clauses-blocked" | "overlays-excuse-nothing" => {
                Verdict::NotApplicable
            }
            name => expected_with_overlays(name),
        };
        assert_eq!(promise.verdict, expected, "{}: {:#?}", promise.name, promise.proofs);
    }
    assert!(report.holds);
    Ok(())
}

#[test]
fn every_promise_about_rules_is_proved_of_the_base_with_the_overlays_together_and_apart() -> Outcome {
    let (base, charter) = (RuleSet::from_json(palermo_rules::SEE_2002_JSON)?, charter()?);
    let all = overlays(&base)?;
    assert!(all.len() > 1);
    let each = all.iter().map(std::slice::from_ref);
    for chosen in each.chain([all.as_slice()]) {
        let composed = base.compose(chosen)?;
        let report = prove(&charter, &Subject::composed(&base, &composed, chosen), &Options::default(), &mut |_| {})?;
        for promise in &report.promises {
            let expected = expected_with_overlays(&promise.name);
            assert_eq!(promise.verdict, expected, "{}: {:#?}", promise.name, promise.proofs);
        }
        assert_eq!(report.overlays.len(), chosen.len());
        let declared: usize = chosen.iter().map(|overlay| overlay.not_core.len()).sum();
        assert_eq!(report.not_core.len(), declared, "what overlays declare to be no core assistance is listed");
    }
    Ok(())
}

/// Whoever reads the list of conflicts finds every prohibition in it, or the sign that stands for all of them.
#[test]
fn every_prohibition_has_its_conflict() -> Outcome {
    let base = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let mut composed = base.compose(&overlays(&base)?)?;
    let charter = charter()?;
    let prohibitions: Vec<String> =
        composed.rules.iter().flat_map(|rule| rule.then.clone()).filter(|id| id.starts_with("prohibition:")).collect();
    assert!(prohibitions.len() > 50, "{}", prohibitions.len());
    let like = composed.rules.iter().find(|rule| rule.id == "assistance/legal").ok_or("the rule exists")?.clone();
    for (number, prohibition) in prohibitions.iter().enumerate() {
        let command = prohibition.replacen("prohibition:", "obligation:", 1);
        composed.rules.push(Rule { id: format!("test/command-{number}"), then: vec![command], breach: None, ..like.clone() });
    }
    let only = Options { only: BTreeSet::from(["no-contradiction".to_string()]), refutations: 1_000, ..Options::default() };
    let report = prove(&charter, &Subject::new(&composed), &only, &mut |_| {})?;
    let says: Vec<&String> = report.refutations().map(|one| &one.says).collect();
    for prohibition in &prohibitions {
        assert!(says.iter().any(|says| says.contains(&format!(" and {prohibition} "))), "{prohibition}");
    }
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
