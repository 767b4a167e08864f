//! Rule sets that were made weaker on purpose: each is refuted by the promise that it breaks, and the engine confirms the witness.
//! Between them they break every promise that is about rules, so that none of them holds by accident.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

#[path = "broken/duties.rs"]
mod duties;
#[path = "broken/edit.rs"]
mod edit;
#[path = "broken/engine.rs"]
mod engine;
#[path = "broken/help.rs"]
mod help;
#[path = "broken/status.rs"]
mod status;

use std::collections::BTreeSet;

use engine::Engines;
use palermo::rule_set::RuleSet;
use palermo_verify::{
    Options, Subject,
    charter::{Charter, Kind, Statement},
    prove,
    report::{PromiseReport, Verdict},
};

/// A way to break a rule set, and the promises that have to notice.
type Broken = (&'static str, fn(&mut RuleSet), &'static [&'static str]);

fn every_broken() -> impl Iterator<Item = &'static Broken> {
    [status::ALL, help::ALL, duties::ALL].into_iter().flatten()
}

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn see_2002() -> Result<RuleSet, Box<dyn std::error::Error>> {
    Ok(RuleSet::from_json(palermo_rules::SEE_2002_JSON)?)
}

fn charter() -> Result<Charter, Box<dyn std::error::Error>> {
    Ok(Charter::from_json(palermo_rules::CHARTER_JSON)?)
}

fn only(names: &[&str]) -> Options {
    Options { only: names.iter().map(ToString::to_string).collect(), ..Options::default() }
}

/// The promises that a rule set breaks, of those that are looked at.
fn refuted(promises: &[PromiseReport]) -> BTreeSet<&str> {
    let refuted = promises.iter().filter(|promise| promise.verdict == Verdict::Refuted);
    refuted.map(|promise| promise.name.as_str()).collect()
}

#[test]
fn each_is_refuted_by_the_promise_that_it_breaks_and_the_engine_confirms_it() -> Outcome {
    let (base, charter) = (see_2002()?, charter()?);
    let mut records = 0;
    for (what, change, promises) in every_broken() {
        let mut set = base.clone();
        change(&mut set);
        assert_ne!(set, base, "{what}");
        let report = prove(&charter, &Subject::new(&set), &only(promises), &mut |_| {})?;
        assert_eq!(refuted(&report.promises), promises.iter().copied().collect(), "{what}");
        assert!(!report.holds, "{what}");
        let refutations: Vec<_> = report.refutations().collect();
        assert!(!refutations.is_empty(), "{what}");
        // What the loader refuses cannot be asked.
        if set.to_images().is_ok() {
            let engines = Engines::new(&set, &set);
            for refutation in &refutations {
                engines.confirm(refutation);
            }
            records += refutations.iter().filter(|refutation| refutation.first.is_some()).count();
        }
    }
    assert!(records > 100, "{records} witnesses were confirmed");
    Ok(())
}

#[test]
fn every_promise_about_rules_is_broken_by_one_of_them() -> Outcome {
    let charter = charter()?;
    let broken: BTreeSet<&str> = every_broken().flat_map(|(_, _, promises)| promises.iter().copied()).collect();
    let about_overlays =
        ["overlays-only-strengthen", "overlays-append-only", "weakening-clauses-blocked", "overlays-excuse-nothing"];
    let of_rules = charter.promises.iter().filter(|promise| {
        promise.kind == Kind::Case
            && promise.prove.iter().any(|statement| !matches!(statement, Statement::ShownBy(_)))
            && !about_overlays.contains(&promise.name.as_str())
    });
    let unbroken: Vec<&str> = of_rules.map(|promise| promise.name.as_str()).filter(|name| !broken.contains(name)).collect();
    assert!(unbroken.is_empty(), "nothing here breaks {unbroken:?}");
    Ok(())
}
