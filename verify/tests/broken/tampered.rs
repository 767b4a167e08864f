//! Composed rule sets that somebody tampered with.

use palermo::{
    rule_set::{Citation, RuleSet},
    vocabulary::Confidence,
};

use crate::edit::{breach_when, rule, when, without_rule};

/// A way to tamper with what was composed, and the promises that have to notice.
pub type Tampered = (&'static str, fn(&mut RuleSet), &'static [&'static str]);

pub const TAMPERED: &[Tampered] = &[
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
