//! A copy that goes by the name of a published rule set is held against it: what was published is lost nowhere, and where it is,
//! one record decided by both shows it.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

#[path = "broken/edit.rs"]
#[allow(dead_code, reason = "the other test needs more of it")]
mod edit;
#[path = "broken/engine.rs"]
mod engine;

use std::collections::BTreeSet;

use edit::{breach_when, rule, when, without_rule};
use engine::Engines;
use palermo::rule_set::{RuleSet, Values};
use palermo_verify::{
    Options, Subject,
    charter::Charter,
    prove,
    report::{DecidedBy, PromiseReport, Report, Verdict},
};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const STRENGTHENS: &str = "overlays-only-strengthen";
const APPENDS: &str = "overlays-append-only";
const EXCUSES: &str = "overlays-excuse-nothing";

fn published() -> Result<RuleSet, Box<dyn std::error::Error>> {
    Ok(RuleSet::from_json(palermo_rules::SEE_2002_JSON)?)
}

fn report(copy: &RuleSet, published: &RuleSet) -> Result<Report, Box<dyn std::error::Error>> {
    let charter = Charter::from_json(palermo_rules::CHARTER_JSON)?;
    let options = Options { only: [STRENGTHENS, APPENDS, EXCUSES].map(ToString::to_string).into(), ..Options::default() };
    Ok(prove(&charter, &Subject::new(copy).held_against(published), &options, &mut |_| {})?)
}

fn promise<'r>(report: &'r Report, name: &str) -> &'r PromiseReport {
    report.promises.iter().find(|promise| promise.name == name).unwrap_or_else(|| panic!("{name} was proved"))
}

fn refuted(report: &Report) -> BTreeSet<&str> {
    let refuted = report.promises.iter().filter(|promise| promise.verdict == Verdict::Refuted);
    refuted.map(|promise| promise.name.as_str()).collect()
}

/// A way to change a copy, and the promises that have to notice.
type Changed = (&'static str, fn(&mut RuleSet), &'static [&'static str]);

const CHANGED: &[Changed] = &[
    ("nothing", |_| {}, &[]),
    (
        "a shelter that asks for testimony",
        |set| when(set, "assistance/shelter", r#"{"all":[{"protected":[true]},{"testimony_wish":["willing"]}]}"#),
        &[STRENGTHENS, APPENDS, EXCUSES],
    ),
    (
        "a prohibition of another thing",
        |set| when(set, "protection/no-deportation", r#"{"all":[{"protected":[true]},{"documents":["valid"]}]}"#),
        &[STRENGTHENS, APPENDS, EXCUSES],
    ),
    (
        "a means condition on a child",
        |set| {
            when(
                set,
                "child/victim-without-means",
                r#"{"all":[{"act_element":[true]},{"means_element":[true]},{"purpose_element":[true]}]}"#,
            );
        },
        &[STRENGTHENS, APPENDS, EXCUSES],
    ),
    ("a breach excused", |set| breach_when(set, "protection/no-fine", r#"{"status":["identified"]}"#), &[APPENDS, EXCUSES]),
    ("a sentence that says less", |set| rule(set, "assistance/shelter").sentence = "Shelter may be given.".into(), &[APPENDS]),
    ("an answer that costs the shelter", with_a_fact_of_its_own, &[STRENGTHENS, APPENDS, EXCUSES]),
    ("another title", |set| set.title = "Something else".into(), &[]),
];

/// A fact that the published rule set does not have, and a shelter for those alone of whom it is known.
fn with_a_fact_of_its_own(set: &mut RuleSet) {
    let mut fact =
        set.facts.iter().find(|fact| fact.name == "urgent_health_need").unwrap_or_else(|| panic!("it is there")).clone();
    fact.name = "well_behaved".into();
    set.facts.push(fact);
    let stage = set.interview.iter_mut().find(|stage| stage.ask.iter().any(|fact| fact == "urgent_health_need"));
    stage.unwrap_or_else(|| panic!("it is asked")).ask.push("well_behaved".into());
    when(set, "assistance/shelter", r#"{"all":[{"protected":[true]},{"well_behaved":[true,"unknown"]}]}"#);
}

#[test]
fn what_a_copy_takes_away_is_shown_by_one_record_decided_by_both() -> Outcome {
    let published = published()?;
    for (what, change, promises) in CHANGED {
        let mut copy = published.clone();
        change(&mut copy);
        let report = report(&copy, &published)?;
        assert_eq!(refuted(&report), promises.iter().copied().collect(), "{what}");
        let rest = report.promises.iter().filter(|promise| !promises.contains(&promise.name.as_str()));
        for promise in rest {
            assert_eq!(promise.verdict, Verdict::Holds, "{what}: {}", promise.name);
        }
        assert!(report.errors.is_empty() && report.against.as_ref().is_some_and(|against| against.of_same_name), "{what}");
        let engines = Engines::new(&published, &copy);
        for refutation in report.refutations() {
            engines.confirm(refutation);
            if let (Some(first), Some(second)) = (&refutation.first, &refutation.second) {
                assert_eq!((first.by, second.by), (DecidedBy::Against, DecidedBy::Composed), "{what}");
                assert_eq!((first.follows, second.follows), (Some(true), Some(false)), "{what}");
            }
        }
    }
    Ok(())
}

#[test]
fn a_record_holds_only_facts_of_what_decides_it() -> Outcome {
    let published = published()?;
    let mut copy = published.clone();
    with_a_fact_of_its_own(&mut copy);
    let report = report(&copy, &published)?;
    let lost = promise(&report, STRENGTHENS).proofs.first().and_then(|proof| proof.refutations.first()).ok_or("it is lost")?;
    assert_eq!(lost.differ, ["well_behaved"]);
    let (first, second) = lost.first.as_ref().zip(lost.second.as_ref()).ok_or("two decisions")?;
    assert!(!first.record.facts.contains_key("well_behaved"), "the published rule set does not know it");
    assert!(second.record.facts.contains_key("well_behaved"));
    Ok(())
}

#[test]
fn another_version_may_say_it_otherwise_and_take_nothing_away() -> Outcome {
    let published = published()?;
    let mut later = published.clone();
    later.version = "0.2.0".into();
    rule(&mut later, "assistance/shelter").sentence = "Whoever is protected has a shelter.".into();
    let report_of = |later: &RuleSet| report(later, &published);
    let report = report_of(&later)?;
    assert!(refuted(&report).is_empty());
    assert_eq!(promise(&report, STRENGTHENS).verdict, Verdict::Holds);
    let written = promise(&report, APPENDS);
    assert_eq!(written.verdict, Verdict::NotApplicable);
    assert!(written.proofs[0].remarks[0].starts_with("see-2002 0.1.0 is another version"), "{:?}", written.proofs[0].remarks);
    when(&mut later, "assistance/shelter", r#"{"status":["identified"]}"#);
    assert_eq!(refuted(&report_of(&later)?), BTreeSet::from([STRENGTHENS, EXCUSES]));
    Ok(())
}

#[test]
fn facts_of_other_values_leave_what_follows_undecided_and_everything_else_proved() -> Outcome {
    let published = published()?;
    let mut copy = published.clone();
    let fact = copy.facts.iter_mut().find(|fact| fact.name == "documents").ok_or("it is there")?;
    let Values::Choice(words) = &mut fact.values else { return Err("it is a choice".into()) };
    words.push("lost".into());
    let report = report(&copy, &published)?;
    for name in [STRENGTHENS, EXCUSES] {
        let promise = promise(&report, name);
        assert_eq!(promise.verdict, Verdict::Undecided);
        assert_eq!(promise.proofs[0].remarks, ["the rule sets give the fact documents different values"]);
    }
    assert_eq!(refuted(&report), BTreeSet::from([APPENDS]));
    let charter = Charter::from_json(palermo_rules::CHARTER_JSON)?;
    let only = BTreeSet::from(["shelter-independent-of-shield".to_string()]);
    let options = Options { only, ..Options::default() };
    let own = prove(&charter, &Subject::new(&copy).held_against(&published), &options, &mut |_| {})?;
    assert_eq!(own.promises[0].verdict, Verdict::Holds);
    Ok(())
}

#[test]
fn a_copy_by_which_nobody_can_decide_says_so_once_and_is_refuted_where_it_is_written() -> Outcome {
    let published = published()?;
    let mut copy = published.clone();
    copy.rules.retain(|rule| rule.id != "protection/no-deportation");
    let broken = report(&copy, &published)?;
    assert!(broken.errors.iter().any(|error| error.starts_with("/conduct/") && error.contains("no rule names this code")));
    assert_eq!(refuted(&broken), BTreeSet::from([APPENDS]));
    assert_eq!(promise(&broken, STRENGTHENS).verdict, Verdict::Undecided);
    let gone = &promise(&broken, APPENDS).proofs[0].refutations[0];
    assert_eq!(gone.says, "the rule protection/no-deportation of see-2002 0.1.0 is gone");
    // What it is held against may be no better; nothing is proved by it then.
    let against = report(&published, &copy)?;
    assert!(against.errors.is_empty());
    let remarks = &promise(&against, STRENGTHENS).proofs[0].remarks;
    assert_eq!(remarks, &["nobody can decide by the rule set that it is held against"]);
    assert!(!against.holds);
    Ok(())
}

#[test]
fn what_was_dropped_with_all_that_hung_on_it_is_lost_too() -> Outcome {
    let published = published()?;
    let mut copy = published.clone();
    without_rule(&mut copy, "protection/no-deportation");
    let report = report(&copy, &published)?;
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    assert_eq!(refuted(&report), BTreeSet::from([STRENGTHENS, APPENDS, EXCUSES]));
    Ok(())
}
