//! Overlays that were made to weaken, and composed rule sets that were tampered with: each is refuted by the promise that it
//! breaks, and the engine confirms the witness. Most of what is here the loader would let through, because it only adds.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

#[path = "broken/added.rs"]
mod added;
#[path = "broken/edit.rs"]
#[allow(dead_code, reason = "the other test needs more of it")]
mod edit;
#[path = "broken/engine.rs"]
mod engine;
#[path = "broken/tampered.rs"]
mod tampered;

use std::collections::BTreeSet;

use added::ADDED;
use edit::{condition, rule, when};
use engine::Engines;
use palermo::{
    rule_set::{NotCore, Overlay, Rule, RuleSet},
    vocabulary::Bearer,
};
use palermo_verify::{
    Options, Subject,
    charter::Charter,
    prove,
    report::{DecidedBy, Report, Verdict},
};

use tampered::TAMPERED;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// An overlay that a test adds something to: the shipped one of this place, without its rules' cases.
fn overlay(base: &RuleSet, place: usize) -> Result<Overlay, Box<dyn std::error::Error>> {
    let id = palermo_tests::workspace::OVERLAYS[place];
    Ok(palermo_compile::compile_overlay(&palermo_tests::workspace::overlay(id), base)?)
}

/// Adds a rule to an overlay, like its first one.
fn add(base: &RuleSet, overlay: &mut Overlay, when: &str, then: &str) {
    let like = overlay.rules.first().unwrap_or_else(|| panic!("{} has rules", overlay.id)).clone();
    let id = format!("{}/added-by-a-test", overlay.id);
    overlay.rules.push(Rule { id, when: condition(when), then: vec![then.into()], breach: None, cases: Vec::new(), ..like });
    if !base.texts.contains_key(then)
        && let Some(text) = overlay.texts.values().next().cloned()
    {
        overlay.texts.entry(then.into()).or_insert(text);
    }
}

fn report(base: &RuleSet, composed: &RuleSet, overlays: &[Overlay], only: &[&str]) -> Result<Report, Box<dyn std::error::Error>> {
    let charter = Charter::from_json(palermo_rules::CHARTER_JSON)?;
    let options = Options { only: only.iter().map(ToString::to_string).collect(), ..Options::default() };
    Ok(prove(&charter, &Subject::composed(base, composed, overlays), &options, &mut |_| {})?)
}

/// Holds a composed rule set to promises, and has the engine confirm what refutes it.
fn is_refuted(what: &str, base: &RuleSet, composed: &RuleSet, overlays: &[Overlay], promises: &[&str]) -> Outcome {
    let report = report(base, composed, overlays, promises)?;
    let refuted = report.promises.iter().filter(|promise| promise.verdict == Verdict::Refuted);
    let refuted: BTreeSet<&str> = refuted.map(|promise| promise.name.as_str()).collect();
    assert_eq!(refuted, promises.iter().copied().collect(), "{what}");
    if composed.to_images().is_ok() {
        let engines = Engines::new(base, composed);
        for refutation in report.refutations() {
            engines.confirm(refutation);
        }
    }
    Ok(())
}

#[test]
fn an_overlay_that_only_adds_can_still_weaken_and_is_refuted() -> Outcome {
    let base = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let mut composed_all = 0;
    for (what, when, then, promises) in ADDED {
        let mut overlay = overlay(&base, 0)?;
        add(&base, &mut overlay, when, then);
        let overlays = [overlay];
        // Where composing refuses it, what it would have made is looked at all the same.
        let composed = base.compose(&overlays).unwrap_or_else(|_| {
            let mut composed = base.clone();
            let source = rule(&mut composed, "assistance/shelter").source.clone();
            let added = overlays[0].rules.last().unwrap_or_else(|| panic!("a rule was added")).clone();
            composed.rules.push(Rule { source, ..added });
            composed
        });
        composed_all += usize::from(composed.composed.is_some());
        is_refuted(what, &base, &composed, &overlays, promises)?;
    }
    assert!(composed_all > 8, "only {composed_all} of them could be composed: the rest is refused earlier");
    Ok(())
}

#[test]
fn what_an_overlay_declares_to_be_no_core_assistance_is_let_off_and_listed() -> Outcome {
    let base = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let mut overlay = overlay(&base, 0)?;
    add(&base, &mut overlay, r#"{"all":[{"protected":[true]},{"testimony_wish":["willing"]}]}"#, "entitlement:allowance");
    let core = ["core-assistance-independent-of-shield"];
    let verdict = |overlay: &Overlay| -> Result<(Verdict, usize), Box<dyn std::error::Error>> {
        let overlays = [overlay.clone()];
        let report = report(&base, &base.compose(&overlays)?, &overlays, &core)?;
        Ok((report.promises.first().ok_or("one promise")?.verdict, report.not_core.len()))
    };
    let (refuted, declared) = verdict(&overlay)?;
    assert_eq!(refuted, Verdict::Refuted);
    let reason = "It is about the wish to testify.".to_string();
    overlay.not_core.push(NotCore { conclusion: "entitlement:allowance".into(), reason });
    assert_eq!(verdict(&overlay)?, (Verdict::Holds, declared + 1));
    Ok(())
}

#[test]
fn what_cooperation_or_papers_bring_is_no_core_assistance_either_and_no_declaration_lets_it_off() -> Outcome {
    let base = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    for (demand, promise) in [
        (r#"{"testimony_wish":["willing"]}"#, "testimony-adds-only-testimony"),
        (r#"{"testified":[true]}"#, "help-is-not-paid-for"),
        (r#"{"trafficker_indicated":[true]}"#, "help-is-not-paid-for"),
        (r#"{"cooperates_with_police":[true]}"#, "what-changes-nothing-is-neither-read-nor-asked"),
        (r#"{"documents":["valid"]}"#, "shielded-facts-are-read-only-for-what-they-are-about"),
        (r#"{"contact_channel":["bar_raid"]}"#, "shielded-facts-are-read-only-for-what-they-are-about"),
    ] {
        let mut overlay = overlay(&base, 0)?;
        add(&base, &mut overlay, &format!(r#"{{"all":[{{"protected":[true]}},{demand}]}}"#), "entitlement:allowance");
        let reason = "The law says so.".to_string();
        overlay.not_core.push(NotCore { conclusion: "entitlement:allowance".into(), reason });
        let overlays = [overlay];
        is_refuted(demand, &base, &base.compose(&overlays)?, &overlays, &[promise])?;
    }
    Ok(())
}

#[test]
fn what_helpers_alone_owe_is_owed_by_nobody_who_has_to() -> Outcome {
    let base = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let mut overlay = overlay(&base, 0)?;
    add(&base, &mut overlay, r#"{"protected":[true]}"#, "entitlement:allowance");
    overlay.rules.last_mut().ok_or("a rule was added")?.bearers = vec![Bearer::Ngo];
    let overlays = [overlay];
    let promise = ["what-is-owed-is-owed-by-a-public-authority"];
    is_refuted("an allowance of helpers", &base, &base.compose(&overlays)?, &overlays, &promise)
}

#[test]
fn two_overlays_that_command_and_forbid_the_same_cannot_both_be_kept() -> Outcome {
    let base = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let (mut one, mut other) = (overlay(&base, 0)?, overlay(&base, 1)?);
    add(&base, &mut one, r#"{"protected":[true]}"#, "obligation:photograph-injuries");
    add(&base, &mut other, r#"{"open_case":[true]}"#, "prohibition:photograph-injuries");
    let promise = ["no-contradiction"];
    for alone in [&one, &other] {
        let overlays = [alone.clone()];
        let report = report(&base, &base.compose(&overlays)?, &overlays, &promise)?;
        assert!(report.holds, "{} alone contradicts nothing", alone.id);
    }
    let overlays = [one, other];
    is_refuted("two overlays", &base, &base.compose(&overlays)?, &overlays, &promise)
}

#[test]
fn a_composed_rule_set_that_was_tampered_with_is_refuted() -> Outcome {
    let base = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let overlays = [overlay(&base, 0)?, overlay(&base, 1)?];
    let composed = base.compose(&overlays)?;
    for (what, change, promises) in TAMPERED {
        let mut tampered = composed.clone();
        change(&mut tampered);
        assert_ne!(tampered, composed, "{what}");
        is_refuted(what, &base, &tampered, &overlays, promises)?;
    }
    Ok(())
}

#[test]
fn what_is_lost_by_composing_is_shown_by_one_record_decided_twice() -> Outcome {
    let base = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let overlays = [overlay(&base, 0)?];
    let mut composed = base.compose(&overlays)?;
    when(&mut composed, "assistance/shelter", r#"{"all":[{"protected":[true]},{"documents":["valid"]}]}"#);
    let report = report(&base, &composed, &overlays, &["overlays-only-strengthen"])?;
    let proof = report.promises.first().and_then(|promise| promise.proofs.first()).ok_or("one proof")?;
    let [lost] = proof.refutations.as_slice() else { return Err(format!("{:?}", proof.refutations).into()) };
    assert_eq!(lost.output.as_deref(), Some("entitlement:shelter"));
    let (Some(first), Some(second)) = (&lost.first, &lost.second) else { return Err("it is no pair".into()) };
    assert_eq!((first.by, second.by), (DecidedBy::Base, DecidedBy::Composed));
    assert_eq!(first.record, second.record);
    assert_eq!((first.follows, second.follows), (Some(true), Some(false)));
    assert_eq!(first.record.facts.len(), 1, "one sign is enough to be presumed");
    Ok(())
}
