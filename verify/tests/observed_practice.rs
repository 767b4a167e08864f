//! The practice of 2002, held to the charter: it breaks most of it, each time with a record on which the engine agrees.

use std::collections::BTreeSet;

use palermo::{Decision, FactValue, Standard, rule_set::RuleSet};
use palermo_verify::{
    Change, Options, Subject,
    charter::Charter,
    diff, prove,
    report::{Refutation, Report, Verdict, WitnessRecord},
};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// What the practice keeps. The rest of what is promised about rules it breaks, or never comes into the situation.
const KEPT: [&str; 18] = [
    // No answer that is missing counts against anybody, and being in need costs nothing; what is recorded does.
    "unknown-never-lowers",
    "no-element-answer-needed-once-protected",
    "more-safety-never-costs-protection",
    // It favours those who want to go back, which is what this promise allows.
    "wanting-to-go-home-costs-nothing",
    // It treats everybody as an adult, at every age alike.
    "age-under-18-neutral",
    "child-never-less-than-adult",
    // How it is written down, and what its dictionary has.
    "statuses-partition",
    "every-consequence-cites",
    "no-statistics-in-rules",
    "no-dead-rule",
    "nothing-is-commanded-to-the-person",
    "sex-nationality-ethnicity-neutral",
    "no-identity-data",
    "every-duty-has-a-bearer",
    "shielded-facts-stay-shielded",
    "nothing-is-forbidden-to-the-person",
    "nothing-is-asked-before-it-is-safe",
    "what-is-open-is-told-as-open",
];

fn practice() -> Result<RuleSet, Box<dyn std::error::Error>> {
    Ok(RuleSet::from_json(palermo_rules::OBSERVED_PRACTICE_2002_JSON)?)
}

fn report(options: &Options) -> Result<Report, Box<dyn std::error::Error>> {
    let charter = Charter::from_json(palermo_rules::CHARTER_JSON)?;
    Ok(prove(&charter, &Subject::new(&practice()?), options, &mut |_| {})?)
}

#[test]
fn it_breaks_most_of_what_is_promised_and_nothing_is_left_undecided() -> Outcome {
    let report = report(&Options::default())?;
    assert!(!report.holds);
    let kept: BTreeSet<&str> =
        report.promises.iter().filter(|promise| promise.verdict == Verdict::Holds).map(|promise| promise.name.as_str()).collect();
    assert_eq!(kept, BTreeSet::from(KEPT));
    assert!(report.counts.refuted >= 30, "{:?}", report.counts);
    assert_eq!(report.counts.undecided, 0);
    for promise in report.promises.iter().filter(|promise| promise.verdict == Verdict::Refuted) {
        let shown = |refutation: &Refutation| refutation.first.is_some() || !refutation.parts.is_empty();
        assert!(promise.refutations().any(shown), "{} is refuted by nothing that could be looked at", promise.name);
    }
    Ok(())
}

/// Whether an output follows by the engine; none where the output is not one that a decision states.
fn follows(decision: &Decision, output: &str) -> Option<bool> {
    match output.split_once(':')? {
        ("status", status) => Some(decision.status.as_str() == status),
        ("entitlement" | "prohibition" | "obligation" | "refer", _) => {
            Some(decision.conclusions.iter().any(|conclusion| conclusion.id == output))
        }
        _ => None,
    }
}

#[test]
fn the_engine_agrees_with_every_record_that_refutes() -> Outcome {
    let standard = Standard::from_rule_set(&practice()?)?;
    let mut agreed = 0;
    for promise in &report(&Options::default())?.promises {
        for refutation in promise.refutations() {
            let Some(output) = &refutation.output else { continue };
            let of = |witness: &WitnessRecord| Some((witness.record.clone(), witness.follows?));
            for (record, expected) in [&refutation.first, &refutation.second].into_iter().flatten().filter_map(of) {
                // The practice has no conduct codes, so a record of conduct is none of its records.
                if !record.conduct.is_empty() {
                    continue;
                }
                let decision = standard.evaluate(&record)?;
                let Some(found) = follows(&decision, output) else { continue };
                assert_eq!(found, expected, "{}: {output} of {record:?}", promise.name);
                agreed += 1;
            }
        }
    }
    assert!(agreed > 100, "only {agreed} records were compared");
    Ok(())
}

#[test]
fn shelter_hangs_on_the_wish_to_go_back_alone() -> Outcome {
    let options = Options { only: BTreeSet::from(["shelter-independent-of-shield".to_owned()]), ..Options::default() };
    let report = report(&options)?;
    let promise = report.promises.first().ok_or("the charter has no such promise")?;
    assert_eq!(promise.verdict, Verdict::Refuted);
    let alone = |refutation: &&Refutation| {
        refutation.output.as_deref() == Some("entitlement:shelter") && refutation.differ == ["return_wish"]
    };
    let refutation = promise.refutations().find(alone).ok_or("no pair differs in the wish alone")?;
    let (Some(first), Some(second)) = (&refutation.first, &refutation.second) else { return Err("it is no pair".into()) };
    assert_ne!(first.follows, second.follows);
    let facts = |witness: &WitnessRecord| {
        let mut facts = witness.record.facts.clone();
        let wish = facts.remove("return_wish").unwrap_or(FactValue::Unknown);
        (facts, wish)
    };
    let ((first, wish), (second, other)) = (facts(first), facts(second));
    assert_eq!(first, second);
    assert_ne!(wish, other);
    assert!(first.contains_key("documents") && first.len() == 1, "a smaller record would do: {first:?}");
    Ok(())
}

#[test]
fn against_the_standard_many_lose_the_shelter_and_some_are_given_a_bed_for_going_back() -> Outcome {
    let standard = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let difference = diff(&standard, &practice()?)?;
    let shelter = difference.outputs().find(|output| output.output.to_string() == "entitlement:shelter");
    let shelter = shelter.ok_or("shelter does not change")?;
    assert!(matches!(shelter.change, Change::Both), "{shelter:?}");
    let lost = |output: &str| {
        difference.outputs().any(|change| change.output.to_string() == output && matches!(change.change, Change::Lost))
    };
    for output in ["prohibition:deport", "prohibition:condition-shelter-on-return", "entitlement:special-child-protection"] {
        assert!(lost(output), "{output}");
    }
    Ok(())
}
