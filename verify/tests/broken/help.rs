//! Rule sets that give less: help, prohibitions and referrals dropped, or made to depend on what they must not depend on.

use super::Broken;
use crate::edit::{add_fact, add_rule, also_when, only_when, when, without_rule};

const PROTECTED: &str = r#"{"status":["identified","presumed"]}"#;

pub const ALL: &[Broken] = &[
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
        "less for the presumed",
        |set| when(set, "assistance/psychological", r#"{"status":["identified"]}"#),
        &["presumed-equals-identified", "what-protection-is-made-of"],
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
        "a danger that costs shelter",
        |set| only_when(set, "assistance/shelter", r#"{"origin_unsafe":[false,"unknown"]}"#),
        &["more-safety-never-costs-protection"],
    ),
    (
        "help that ends when a period is over",
        |set| {
            add_fact(set, "returned", "period_over");
            only_when(set, "assistance/appropriate-period", r#"{"period_over":[false,"unknown"]}"#);
        },
        &["what-protection-is-made-of", "core-protection-waits-for-no-stage"],
    ),
    (
        "help that ends after thirty days",
        |set| {
            add_fact(set, "age_years", "days_of_help");
            only_when(set, "assistance/appropriate-period", r#"{"days_of_help":{"below":30,"or_unknown":true}}"#);
        },
        &["no-statistics-in-rules", "what-protection-is-made-of"],
    ),
    (
        "a shelter for women",
        |set| {
            add_fact(set, "returned", "is_female");
            only_when(set, "assistance/shelter", r#"{"is_female":[true,"unknown"]}"#);
        },
        &["sex-nationality-ethnicity-neutral", "what-protection-is-made-of"],
    ),
    (
        "a shelter for those who have indicated somebody",
        |set| only_when(set, "assistance/shelter", r#"{"trafficker_indicated":[true]}"#),
        &["help-is-not-paid-for", "core-protection-waits-for-no-stage"],
    ),
    (
        "pay for having testified",
        |set| {
            let json = r#"{"all":[{"protected":[true]},{"testified":[true]}]}"#;
            add_rule(set, "assistance/shelter", "testimony/pay", json, "entitlement:allowance");
        },
        &["help-is-not-paid-for", "core-protection-waits-for-no-stage"],
    ),
    (
        "a doctor for emergencies alone",
        |set| only_when(set, "assistance/medical", r#"{"urgent_health_need":[true]}"#),
        &["core-protection-waits-for-no-stage", "what-protection-is-made-of"],
    ),
    (
        "a shelter while a trial is waited for",
        |set| only_when(set, "assistance/shelter", r#"{"proceedings_open":[true]}"#),
        &["core-protection-waits-for-no-stage"],
    ),
    (
        "a referral to those who remove",
        |set| add_rule(set, "referral/medical", "referral/handed-on", r#"{"documents":["none"]}"#, "refer:immigration-police"),
        &["nothing-is-forbidden-to-the-person"],
    ),
    (
        "a shelter that is locked",
        |set| {
            add_rule(
                set,
                "protection/no-handover",
                "protection/locked",
                r#"{"protected":[true]}"#,
                "prohibition:leave-shelter-alone",
            );
        },
        &["nothing-is-forbidden-to-the-person"],
    ),
];
