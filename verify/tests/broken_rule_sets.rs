//! Rule sets that were made weaker on purpose: each is refuted by the promise that it breaks, and the engine confirms the witness.
//! Between them they break every promise that is about rules, so that none of them holds by accident.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

#[path = "broken/edit.rs"]
mod edit;
#[path = "broken/engine.rs"]
mod engine;

use std::collections::BTreeSet;

use edit::{add_fact, add_rule, also_when, breach_when, only_when, rule, when, without_rule};
use engine::Engines;
use palermo::{
    rule_set::{RuleSet, Values},
    vocabulary::Stage,
};
use palermo_verify::{
    Options, Subject,
    charter::{Charter, Kind, Statement},
    prove,
    report::{PromiseReport, Verdict},
};

/// A way to break a rule set, and the promises that have to notice.
type Broken = (&'static str, fn(&mut RuleSet), &'static [&'static str]);

const PROTECTED: &str = r#"{"status":["identified","presumed"]}"#;

const BROKEN: &[Broken] = &[
    (
        "a shelter that asks for testimony",
        |set| only_when(set, "assistance/shelter", r#"{"testimony_wish":["willing"]}"#),
        &["shelter-independent-of-shield", "core-assistance-independent-of-shield", "what-protection-is-made-of"],
    ),
    (
        "a shelter for those with papers",
        |set| only_when(set, "assistance/shelter", r#"{"documents":["valid"]}"#),
        &["shelter-independent-of-shield"],
    ),
    (
        "a way into the shelter for witnesses alone",
        |set| also_when(set, "assistance/shelter", r#"{"testimony_wish":["willing"]}"#),
        &["shelter-independent-of-shield"],
    ),
    (
        "housing for those who go home",
        |set| only_when(set, "reintegration/housing", r#"{"return_wish":["willing"]}"#),
        &["core-assistance-independent-of-shield", "shielded-facts-are-read-only-for-what-they-are-about"],
    ),
    (
        "status by papers, as the police had it",
        |set| {
            only_when(set, "identification/presumed-victim", r#"{"documents":["expired","forged","none","withheld","unknown"]}"#);
        },
        &["status-independent-of-shield", "signs-are-enough-to-be-presumed"],
    ),
    (
        "means asked of a child",
        |set| only_when(set, "child/victim-without-means", r#"{"means_element":[true]}"#),
        &["child-needs-no-means", "all-elements-known-identify"],
    ),
    (
        "means asked of whoever was a child at the time",
        |set| when(set, "child/child-when-trafficked", r#"{"child_status":["child"]}"#),
        &["all-elements-known-identify", "a-child-is-anyone-under-18"],
    ),
    (
        "consent read by a status rule",
        |set| {
            only_when(
                set,
                "identification/victim-all-elements",
                r#"{"consent_to_exploitation":["refused","unclear","unknown"]}"#,
            );
        },
        &["consent-never-read", "what-changes-nothing-is-neither-read-nor-asked", "status-independent-of-shield"],
    ),
    (
        "consent read where it changes nothing yet",
        |set| {
            let json = r#"{"any":[{"protected":[true]},{"all":[{"protected":[true]},{"consent_to_exploitation":["refused"]}]}]}"#;
            when(set, "assistance/medical", json);
        },
        &["consent-never-read"],
    ),
    (
        "an unknown that lowers protection",
        |set| only_when(set, "assistance/medical", r#"{"returned":[true,false]}"#),
        &["unknown-never-lowers", "what-protection-is-made-of"],
    ),
    (
        "help for those whose element is denied, not for those of whom it is unknown",
        |set| also_when(set, "assistance/shelter", r#"{"act_recruited":[false]}"#),
        &["unknown-never-lowers"],
    ),
    (
        "recognition lost by coming home",
        |set| only_when(set, "identification/victim-all-elements", r#"{"returned":[false,"unknown"]}"#),
        &["identified-persists-under-learning"],
    ),
    (
        "a negative finding because of how the person came to notice",
        |set| also_when(set, "identification/not-established", r#"{"contact_channel":["controller_release"]}"#),
        &["only-elements-contradict", "negative-is-total-and-safe"],
    ),
    (
        "a denial that counts without safety",
        |set| {
            when(
                set,
                "identification/act-not-met",
                r#"{"all":[{"all_of":"act","is":[false]},{"identification_by":["independent","joint"]}]}"#,
            );
        },
        &["negative-is-total-and-safe", "nothing-known-is-undetermined"],
    ),
    (
        "a finding of the police alone",
        |set| {
            when(
                set,
                "identification/purpose-not-met",
                r#"{"all":[{"all_of":"purpose","is":[false]},{"all_of":"answered_in_safety","is":[true]}]}"#,
            );
        },
        &["negative-is-total-and-safe"],
    ),
    (
        "a denial that is not total: begging is not asked about",
        |set| {
            let purpose = set.sets.iter_mut().find(|known| known.name == "purpose");
            if let Some(set) = purpose {
                set.members.retain(|member| member.fact != "purpose_begging");
            }
        },
        &["negative-is-total-and-safe", "all-elements-known-identify"],
    ),
    (
        "a child refuted for lack of means",
        |set| {
            let json = r#"{"all":[{"identification_completed":[true]},{"identification_result":["refused","unknown"]},
                {"any":[{"act_element":[false]},{"purpose_element":[false]},{"means_element":[false]}]}]}"#;
            when(set, "identification/not-established", json);
        },
        &["negative-is-total-and-safe", "statuses-partition"],
    ),
    (
        "less for the presumed",
        |set| when(set, "assistance/psychological", r#"{"status":["identified"]}"#),
        &["presumed-equals-identified", "what-protection-is-made-of"],
    ),
    (
        "two values of a fact at once",
        |set| when(set, "child/adult-only-when-known", r#"{"age_doubt":[true]}"#),
        &["statuses-partition"],
    ),
    (
        "one code for two rules",
        |set| {
            let breach = rule(set, "protection/no-deportation").breach.clone();
            rule(set, "protection/no-fine").breach = breach;
        },
        &["one-act-one-violation"],
    ),
    ("a code that breaks nothing", |set| rule(set, "protection/no-deportation").breach = None, &["one-act-one-violation"]),
    (
        "codes in a circle",
        |set| {
            let code = set.conduct.iter_mut().find(|code| code.code == "deported");
            if let Some(code) = code {
                code.parent = Some("left_at_border".into());
            }
        },
        &["leaf-coding"],
    ),
    (
        "an excuse by the outcome of the case",
        |set| {
            breach_when(set, "protection/no-handover", r#"{"any":[{"means_element":[true,"unknown"]},{"act_element":[true]}]}"#);
        },
        &["declaratory-status", "a-breach-is-a-breach"],
    ),
    ("a rule without a source", |set| rule(set, "assistance/shelter").source.clear(), &["every-consequence-cites"]),
    (
        "a rule with a source that does not exist",
        |set| set.source_index.retain(|range| range.at != "2.1 b3"),
        &["every-consequence-cites"],
    ),
    (
        "a bullet of the source that nobody carries",
        |set| without_rule(set, "monitoring/voice-of-the-person"),
        &["every-source-bullet-carried", "what-protection-is-made-of"],
    ),
    (
        "a rule for nobody",
        |set| when(set, "protection/urgent-safety", r#"{"all":[{"immediate_danger":[true]},{"immediate_danger":[false]}]}"#),
        &["no-dead-rule", "absolute-rules-are-absolute"],
    ),
    (
        "a command to deport",
        |set| add_rule(set, "protection/no-deportation", "protection/deport", r#"{"documents":["none"]}"#, "obligation:deport"),
        &["no-contradiction", "nothing-is-commanded-to-the-person"],
    ),
    (
        "holding a person for their own good",
        |set| {
            add_rule(
                set,
                "protection/urgent-safety",
                "protection/hold",
                r#"{"immediate_danger":[true]}"#,
                "obligation:detain-for-safety",
            );
        },
        &["nothing-is-commanded-to-the-person"],
    ),
    (
        "return without the wish",
        |set| when(set, "return/right-to-return", r#"{"protected":[true]}"#),
        &["nothing-is-commanded-to-the-person"],
    ),
    (
        "willingness to testify that costs help",
        |set| only_when(set, "assistance/legal", r#"{"testimony_wish":["unwilling","undecided","unknown"]}"#),
        &["testimony-adds-only-testimony", "what-everybody-has"],
    ),
    (
        "a reward for testimony",
        |set| {
            add_rule(set, "assistance/shelter", "testimony/reward", r#"{"testimony_wish":["willing"]}"#, "entitlement:allowance");
        },
        &["testimony-adds-only-testimony", "core-assistance-independent-of-shield"],
    ),
    (
        "special protection up to the age of 12",
        |set| only_when(set, "child/special-protection", r#"{"age_years":{"below":12,"or_unknown":true}}"#),
        &["age-under-18-neutral", "every-child", "no-statistics-in-rules"],
    ),
    ("a rule about nationality", |set| add_fact(set, "documents", "nationality"), &["sex-nationality-ethnicity-neutral"]),
    (
        "sex as a value of another fact",
        |set| {
            let fact = set.facts.iter_mut().find(|fact| fact.name == "self_description");
            if let Some(fact) = fact {
                fact.values = Values::Choice(vec!["woman".into(), "man".into(), "denies".into(), "silent".into()]);
            }
        },
        &["sex-nationality-ethnicity-neutral"],
    ),
    ("the number of a paper", |set| add_fact(set, "age_years", "passport"), &["no-identity-data"]),
    (
        "a year of birth",
        |set| {
            let fact = set.facts.iter_mut().find(|fact| fact.name == "age_when_trafficked");
            if let Some(fact) = fact {
                fact.values = Values::Years { from: 0, to: 2100 };
            }
        },
        &["no-identity-data"],
    ),
    (
        "a referral forgotten",
        |set| without_rule(set, "referral/psychological"),
        &["referral-closure", "what-protection-is-made-of"],
    ),
    (
        "a referral under a condition",
        |set| only_when(set, "referral/medical", r#"{"urgent_health_need":[true]}"#),
        &["referral-closure"],
    ),
    ("a duty of nobody", |set| rule(set, "assistance/shelter").bearers.clear(), &["every-duty-has-a-bearer"]),
    (
        "a number from the statistics",
        |set| only_when(set, "reintegration/job-placement", r#"{"age_years":{"below":65,"or_unknown":true}}"#),
        &["no-statistics-in-rules"],
    ),
    (
        "childhood that ends at 16",
        |set| when(set, "child/definition-under-18", r#"{"any":[{"age_years":{"below":16}},{"majority":["minor"]}]}"#),
        &["a-child-is-anyone-under-18", "no-statistics-in-rules", "child-needs-no-means"],
    ),
    (
        "adult until a doubt is recorded",
        |set| {
            also_when(set, "child/adult-only-when-known", r#"{"all":[{"age_doubt":["unknown"]},{"age_years":{"at_least":18}}]}"#);
        },
        &["a-child-is-anyone-under-18"],
    ),
    (
        "deportation of whoever does not testify",
        |set| only_when(set, "protection/no-deportation", r#"{"testimony_wish":["willing"]}"#),
        &["prohibitions-independent-of-shield", "what-protection-is-made-of"],
    ),
    (
        "removal once the police have decided",
        |set| {
            when(
                set,
                "protection/no-removal-before-screening",
                r#"{"all":[{"open_case":[true]},{"identification_completed":[false,"unknown"]}]}"#,
            );
        },
        &["no-removal-before-safe-identification"],
    ),
    (
        "an independent body for the recognised only",
        |set| only_when(set, "identification/independent-assessment", PROTECTED),
        &["independent-assessment-needs-no-recognition"],
    ),
    ("protection for trafficked children only", |set| only_when(set, "child/special-protection", PROTECTED), &["every-child"]),
    (
        "a breach that a late duty erases",
        |set| breach_when(set, "identification/time-and-safe-space", r#"{"safe_space_given":[false,"unknown"]}"#),
        &["late-compliance-erases-nothing", "a-breach-is-a-breach"],
    ),
    (
        "shelter for whoever tells more",
        |set| only_when(set, "assistance/shelter", r#"{"any":[{"means_element":[true]},{"purpose_element":[true]}]}"#),
        &["no-element-answer-needed-once-protected", "what-protection-is-made-of"],
    ),
    (
        "a yes that costs protection",
        |set| only_when(set, "prosecution/compensation", r#"{"purpose_forced_labour":[false,"unknown"]}"#),
        &["no-element-answer-needed-once-protected"],
    ),
    (
        "less for whoever wants to go home",
        |set| only_when(set, "reintegration/programme", r#"{"return_wish":["unwilling","undecided","unknown"]}"#),
        &["wanting-to-go-home-costs-nothing"],
    ),
    (
        "less for a child",
        |set| only_when(set, "assistance/psychological", r#"{"child_status":["presumed_child","adult","unknown"]}"#),
        &["child-never-less-than-adult", "what-protection-is-made-of"],
    ),
    (
        "asylum for the recognised only",
        |set| only_when(set, "protection/chance-of-asylum", PROTECTED),
        &["unable-to-return-may-seek-asylum"],
    ),
    (
        "handing over whoever is not protected",
        |set| when(set, "protection/no-handover", PROTECTED),
        &["absolute-rules-are-absolute"],
    ),
    (
        "urgent care for the recognised only",
        |set| only_when(set, "assistance/urgent-medical", PROTECTED),
        &["absolute-rules-are-absolute"],
    ),
    (
        "declining that costs something",
        |set| only_when(set, "identification/open-case", r#"{"screening_declined":[false,"unknown"]}"#),
        &["declining-costs-nothing", "what-an-open-case-brings"],
    ),
    (
        "silence that ends protection",
        |set| only_when(set, "identification/presumed-victim", r#"{"safe_space_given":[true]}"#),
        &["declining-costs-nothing", "signs-are-enough-to-be-presumed"],
    ),
    (
        "a sign that no longer counts",
        |set| {
            let mut json = serde_json::to_string(&rule(set, "identification/presumed-victim").when).unwrap_or_default();
            json = json.replace(r#"{"ind_afraid_of_controller":[true]},"#, "");
            when(set, "identification/presumed-victim", &json);
        },
        &["signs-are-enough-to-be-presumed"],
    ),
    (
        "no inquiry about a child who begs",
        |set| only_when(set, "child/begging-inquiry", r#"{"age_years":{"below":18}}"#),
        &["age-is-asked-after"],
    ),
    ("no legal advice", |set| when(set, "assistance/legal", PROTECTED), &["what-everybody-has"]),
    (
        "no time for whoever is undetermined",
        |set| when(set, "identification/time-and-safe-space", PROTECTED),
        &["what-an-open-case-brings"],
    ),
    (
        "an independent body only where nobody knows that identification is not over",
        |set| {
            let json = r#"{"any":[{"identification_completed":["unknown",true]},{"identification_by":["police_only","none","unknown"]}]}"#;
            only_when(set, "referral/independent-body", json);
        },
        &["what-an-open-case-brings"],
    ),
    ("a prohibition dropped", |set| without_rule(set, "protection/no-deportation"), &["what-protection-is-made-of"]),
    (
        "no journey home before somebody calls it safe",
        |set| only_when(set, "return/right-to-return", r#"{"origin_unsafe":[false]}"#),
        &["wishes-needs-and-stages-are-answered"],
    ),
    (
        "no inquiry into officials",
        |set| only_when(set, "prosecution/official-complicity", PROTECTED),
        &["allegations-are-followed-up"],
    ),
    (
        "a breach only where it was recorded as such",
        |set| breach_when(set, "protection/no-fine", r#"{"status":["identified"]}"#),
        &["a-breach-is-a-breach"],
    ),
    (
        "a breach by the papers of the person",
        |set| {
            breach_when(
                set,
                "protection/no-deportation",
                r#"{"all":[{"protected":[true]},{"migration_status":["regular","national"]}]}"#,
            );
        },
        &["violations-do-not-depend-on-who-the-person-is-said-to-be", "a-breach-is-a-breach"],
    ),
    (
        "a procedure that excuses itself",
        |set| set.conduct.iter_mut().for_each(|code| code.implied_when = None),
        &["a-procedure-that-fails-speaks-for-itself"],
    ),
    (
        "a fact that may be held against the person",
        |set| {
            let fact = set.facts.iter_mut().find(|fact| fact.name == "return_wish");
            if let Some(fact) = fact {
                fact.shield = false;
            }
            only_when(set, "assistance/shelter", r#"{"return_wish":["willing"]}"#);
        },
        &["shielded-facts-stay-shielded", "shelter-independent-of-shield"],
    ),
    (
        "a question about consent",
        |set| {
            let fact = set.facts.iter_mut().find(|fact| fact.name == "consent_to_exploitation");
            if let Some(fact) = fact {
                fact.ask = Stage::Situation;
            }
            let stage = set.interview.iter_mut().find(|stage| stage.stage == Stage::Situation);
            if let Some(stage) = stage {
                stage.ask.push("consent_to_exploitation".into());
            }
        },
        &["what-changes-nothing-is-neither-read-nor-asked"],
    ),
    (
        "a danger that costs shelter",
        |set| only_when(set, "assistance/shelter", r#"{"origin_unsafe":[false,"unknown"]}"#),
        &["more-safety-never-costs-protection"],
    ),
];

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
    for (what, change, promises) in BROKEN {
        let mut set = base.clone();
        change(&mut set);
        assert_ne!(set, base, "{what}");
        let report = prove(&charter, &Subject::new(&set), &only(promises), &mut |_| {})?;
        assert_eq!(refuted(&report.promises), promises.iter().copied().collect(), "{what}");
        assert!(!report.holds, "{what}");
        let refutations: Vec<_> =
            report.promises.iter().flat_map(|promise| &promise.proofs).flat_map(|proof| &proof.refutations).collect();
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
    let broken: BTreeSet<&str> = BROKEN.iter().flat_map(|(_, _, promises)| promises.iter().copied()).collect();
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
