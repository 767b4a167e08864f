//! Rule sets whose duties and questions are weaker: nobody bears them, nothing breaks them, they command the person, they ask too soon.

use palermo::{
    rule_set::Values,
    vocabulary::{Bearer, Modality, Stage},
};

use super::Broken;
use crate::edit::{add_fact, add_rule, breach_when, condition, only_when, rule, when, without_rule};

pub const ALL: &[Broken] = &[
    (
        "consent read where it changes nothing yet",
        |set| {
            let json = r#"{"any":[{"protected":[true]},{"all":[{"protected":[true]},{"consent_to_exploitation":["refused"]}]}]}"#;
            when(set, "assistance/medical", json);
        },
        &["consent-never-read"],
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
    ("a duty of nobody", |set| rule(set, "assistance/shelter").bearers.clear(), &["every-duty-has-a-bearer"]),
    (
        "a number from the statistics",
        |set| only_when(set, "reintegration/job-placement", r#"{"age_years":{"below":65,"or_unknown":true}}"#),
        &["no-statistics-in-rules"],
    ),
    (
        "a breach that a late duty erases",
        |set| breach_when(set, "identification/time-and-safe-space", r#"{"safe_space_given":[false,"unknown"]}"#),
        &["late-compliance-erases-nothing", "a-breach-is-a-breach"],
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
        "a duty that the police are let off",
        |set| rule(set, "protection/no-fine").bearers.retain(|bearer| *bearer != Bearer::Police),
        &["nobody-is-let-off"],
    ),
    (
        "a shelter that helpers alone owe",
        |set| rule(set, "assistance/shelter").bearers = vec![Bearer::Ngo, Bearer::InternationalOrganisation],
        &["nobody-is-let-off", "what-is-owed-is-owed-by-a-public-authority"],
    ),
    (
        "a duty of nobody that is called a definition",
        |set| {
            let rule = rule(set, "referral/psychological");
            (rule.modality, rule.bearers) = (Modality::Definition, Vec::new());
        },
        &["every-duty-has-a-bearer", "nobody-is-let-off"],
    ),
    (
        "a report to those who deport",
        |set| {
            let then = "obligation:inform-immigration-authority";
            add_rule(set, "protection/no-deportation", "protection/report", r#"{"documents":["none"]}"#, then);
        },
        &["nothing-is-commanded-to-the-person"],
    ),
    (
        "a command to testify by another name",
        |set| {
            let then = "obligation:make-statement-to-prosecutor";
            add_rule(set, "testimony/right-to-testify", "testimony/statement", r#"{"protected":[true]}"#, then);
        },
        &["nothing-is-commanded-to-the-person"],
    ),
    (
        "questions before it is safe",
        |set| set.interview.iter_mut().for_each(|stage| stage.after.retain(|fact| fact != "safe_space_given")),
        &["nothing-is-asked-before-it-is-safe"],
    ),
    (
        "questions to whoever declines them",
        |set| set.interview.iter_mut().for_each(|stage| stage.not_while.clear()),
        &["nothing-is-asked-before-it-is-safe"],
    ),
    (
        "a wish that is asked for at once",
        |set| {
            set.facts.iter_mut().filter(|fact| fact.name == "testimony_wish").for_each(|fact| fact.ask = Stage::Seen);
            set.interview.iter_mut().for_each(|stage| stage.ask.retain(|fact| fact != "testimony_wish"));
            let seen = set.interview.iter_mut().find(|stage| stage.stage == Stage::Seen);
            if let Some(stage) = seen {
                stage.ask.push("testimony_wish".into());
            }
        },
        &["nothing-is-asked-before-it-is-safe"],
    ),
    (
        "an open question that is told as a no",
        |set| drop(set.decision.purpose.words.insert("unknown".into(), "not_met".into())),
        &["what-is-open-is-told-as-open"],
    ),
    (
        "a procedure that fails only those who are recognised",
        |set| {
            let code = set.conduct.iter_mut().find(|code| code.code == "rights_not_explained");
            if let Some(code) = code {
                let json =
                    r#"{"all":[{"identification_completed":[true]},{"rights_explained":[false]},{"status":["identified"]}]}"#;
                code.implied_when = Some(condition(json));
            }
        },
        &["a-procedure-that-fails-speaks-for-itself"],
    ),
];
