//! Overlays that were made to weaken, and composed rule sets that were tampered with: each is refuted by the promise that it
//! breaks, and the engine confirms the witness. Most of what is here the loader would let through, because it only adds.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

#[path = "broken/edit.rs"]
#[allow(dead_code, reason = "the other test needs more of it")]
mod edit;
#[path = "broken/engine.rs"]
mod engine;

use std::collections::BTreeSet;

use edit::{breach_when, condition, rule, when, without_rule};
use engine::Engines;
use palermo::{
    rule_set::{Citation, NotCore, Overlay, Rule, RuleSet},
    vocabulary::Confidence,
};
use palermo_verify::{
    Options, Subject,
    charter::Charter,
    prove,
    report::{DecidedBy, Report, Verdict},
};

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
        for refutation in report.promises.iter().flat_map(|promise| &promise.proofs).flat_map(|proof| &proof.refutations) {
            engines.confirm(refutation);
        }
    }
    Ok(())
}

/// What an overlay adds, and the promises that have to notice.
type Added = (&'static str, &'static str, &'static str, &'static [&'static str]);

const ADDED: &[Added] = &[
    (
        "a shelter of its own for witnesses",
        r#"{"all":[{"open_case":[true]},{"testimony_wish":["willing"]}]}"#,
        "entitlement:shelter",
        &["shelter-independent-of-shield", "testimony-adds-only-testimony"],
    ),
    (
        "an allowance for those who testify",
        r#"{"all":[{"protected":[true]},{"testimony_wish":["willing"]}]}"#,
        "entitlement:allowance",
        &["core-assistance-independent-of-shield", "testimony-adds-only-testimony"],
    ),
    (
        "a prize for going home",
        r#"{"all":[{"protected":[true]},{"return_wish":["willing"]}]}"#,
        "prohibition:fine-for-leaving",
        &["prohibitions-independent-of-shield"],
    ),
    (
        "help that staying brings and wanting to go home costs",
        r#"{"all":[{"protected":[true]},{"return_wish":["unwilling"]}]}"#,
        "entitlement:language-course",
        &["wanting-to-go-home-costs-nothing", "core-assistance-independent-of-shield"],
    ),
    (
        "help for those who agreed to nothing",
        r#"{"all":[{"protected":[true]},{"consent_to_exploitation":["refused"]}]}"#,
        "entitlement:allowance",
        &["consent-never-read", "what-changes-nothing-is-neither-read-nor-asked"],
    ),
    (
        "more for the identified than for the presumed",
        r#"{"status":["identified"]}"#,
        "entitlement:allowance",
        &["presumed-equals-identified"],
    ),
    (
        "help that nobody has who does not know when they are asked",
        r#"{"all":[{"protected":[true]},{"returned":[true,false]}]}"#,
        "entitlement:allowance",
        &["unknown-never-lowers"],
    ),
    (
        "help for adults only",
        r#"{"all":[{"protected":[true]},{"child_status":["adult"]}]}"#,
        "entitlement:allowance",
        &["child-never-less-than-adult"],
    ),
    (
        "a negative finding by another way",
        r#"{"all":[{"identification_completed":[true]},{"contact_channel":["controller_release"]}]}"#,
        "status:not_established",
        &[
            "overlays-only-strengthen",
            "negative-is-total-and-safe",
            "nothing-known-is-undetermined",
            "status-independent-of-shield",
        ],
    ),
    (
        "an element denied by papers",
        r#"{"documents":["valid"]}"#,
        "fact:purpose_element=no",
        &["negative-is-total-and-safe", "status-independent-of-shield", "statuses-partition"],
    ),
    (
        "an adult by the look",
        r#"{"age_basis":["apparent"]}"#,
        "fact:child_status=adult",
        &["a-child-is-anyone-under-18", "statuses-partition", "overlays-only-strengthen"],
    ),
    (
        "a command to leave",
        r#"{"status":["not_established"]}"#,
        "obligation:return-to-country-of-origin",
        &["nothing-is-commanded-to-the-person"],
    ),
    ("a command and its prohibition", r#"{"documents":["none"]}"#, "obligation:refoulement", &["no-contradiction"]),
    (
        "a rule with a number of its own",
        r#"{"all":[{"protected":[true]},{"age_years":{"below":65,"or_unknown":true}}]}"#,
        "entitlement:allowance",
        &["no-statistics-in-rules"],
    ),
    (
        "help for the rescued",
        r#"{"all":[{"protected":[true]},{"contact_channel":["bar_raid"]}]}"#,
        "entitlement:allowance",
        &["core-assistance-independent-of-shield"],
    ),
];

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

/// A way to tamper with what was composed, and the promises that have to notice.
type Tampered = (&'static str, fn(&mut RuleSet), &'static [&'static str]);

const TAMPERED: &[Tampered] = &[
    (
        "a prohibition dropped",
        |set| without_rule(set, "protection/no-deportation"),
        &["overlays-only-strengthen", "overlays-append-only", "overlays-excuse-nothing"],
    ),
    (
        "a status lowered",
        |set| {
            when(
                set,
                "identification/victim-all-elements",
                r#"{"all":[{"act_element":[true]},{"means_element":[true]},{"purpose_element":[true]},{"cross_border":[true]}]}"#,
            );
        },
        &["overlays-only-strengthen", "overlays-append-only"],
    ),
    (
        "an entitlement under a condition",
        |set| when(set, "assistance/medical", r#"{"all":[{"protected":[true]},{"migration_status":["regular"]}]}"#),
        &["overlays-only-strengthen", "overlays-append-only"],
    ),
    (
        "a duty dropped",
        |set| without_rule(set, "prosecution/official-complicity"),
        &["overlays-append-only", "overlays-excuse-nothing"],
    ),
    (
        "a breach excused",
        |set| breach_when(set, "protection/no-fine", r#"{"status":["identified"]}"#),
        &["overlays-append-only", "overlays-excuse-nothing"],
    ),
    (
        "implied conduct forgotten",
        |set| set.conduct.iter_mut().for_each(|code| code.implied_when = None),
        &["overlays-append-only", "overlays-excuse-nothing"],
    ),
    (
        "a rule renamed",
        |set| rule(set, "assistance/shelter").id = "assistance/shelter-for-some".into(),
        &["overlays-append-only"],
    ),
    (
        "a sentence that says less",
        |set| rule(set, "assistance/shelter").sentence = "Shelter may be given.".into(),
        &["overlays-append-only"],
    ),
    (
        "a label that says less",
        |set| set.texts.values_mut().for_each(|text| text.label = "Something".into()),
        &["overlays-append-only"],
    ),
    (
        "a source taken away",
        |set| {
            rule(set, "assistance/shelter").source.remove(0);
        },
        &["overlays-append-only"],
    ),
    (
        "a duty of fewer",
        |set| {
            rule(set, "assistance/shelter").bearers.pop();
        },
        &["overlays-append-only"],
    ),
    (
        "a member of an element taken away",
        |set| set.sets.iter_mut().filter(|set| set.name == "means").for_each(|set| drop(set.members.pop())),
        &["overlays-append-only", "negative-is-total-and-safe"],
    ),
    (
        "questions before it is safe",
        |set| set.interview.iter_mut().for_each(|stage| stage.after.clear()),
        &["overlays-append-only"],
    ),
    (
        "a word of the decision turned round",
        |set| drop(set.decision.act.words.insert("unknown".into(), "not_met".into())),
        &["overlays-append-only"],
    ),
    (
        "a value that wins though it did not",
        |set| {
            set.derived.iter_mut().filter(|fact| fact.name == "status").for_each(|fact| fact.priority.reverse());
        },
        &["overlays-append-only", "overlays-only-strengthen", "all-elements-known-identify"],
    ),
    (
        "a clause that weakens",
        |set| {
            let cite =
                Citation::Article { instrument: "coe-2005".into(), article: "art. 13(3)".into(), confidence: Confidence::High };
            rule(set, "assistance/shelter").source.push(cite);
        },
        &["weakening-clauses-blocked"],
    ),
];

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
