//! Rule sets that decide wrongly who a person is: no status, no childhood, an element denied too soon.

use super::Broken;
use crate::edit::{add_fact, also_when, only_when, rule, when, without_rule};

pub const ALL: &[Broken] = &[
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
        "two values of a fact at once",
        |set| when(set, "child/adult-only-when-known", r#"{"age_doubt":[true]}"#),
        &["statuses-partition"],
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
        "an adult as long as no age is known",
        |set| {
            let json = r#"{"all":[{"age_years":["unknown"]},{"majority":["unknown"]},{"age_doubt":["unknown"]}]}"#;
            also_when(set, "child/adult-only-when-known", json);
        },
        &["a-child-is-anyone-under-18"],
    ),
    (
        "a child that begs is an adult until somebody doubts it",
        |set| {
            when(
                set,
                "child/age-doubt-presumption",
                r#"{"all":[{"age_years":{"at_least":18,"or_unknown":true}},{"majority":["adult","unknown"]},{"age_doubt":[true]}]}"#,
            );
        },
        &["a-child-is-anyone-under-18"],
    ),
    (
        "a sign that counts no longer once somebody has decided",
        |set| only_when(set, "identification/presumed-victim", r#"{"identification_completed":[false,"unknown"]}"#),
        &["signs-are-enough-to-be-presumed"],
    ),
    (
        "a completed identification has to have found every element",
        |set| {
            let mut json = serde_json::to_string(&rule(set, "identification/presumed-victim").when).unwrap_or_default();
            json = json.replace(r#"{"purpose_element":[true,"unknown"]}"#, r#"{"purpose_element":[true]}"#);
            when(set, "identification/presumed-victim", &json);
        },
        &["signs-are-enough-to-be-presumed"],
    ),
    (
        "a recognition by somebody else that counts for nothing",
        |set| only_when(set, "identification/presumed-victim", r#"{"identification_result":["refused","unknown"]}"#),
        &["signs-are-enough-to-be-presumed"],
    ),
    (
        "a debt that is no means",
        |set| without_rule(set, "identification/control-methods-are-means"),
        &["all-elements-known-identify"],
    ),
    (
        "a case that the police close by refusing",
        |set| {
            let json = r#"{"all":[{"identification_by":["police_only"]},{"identification_result":["refused"]}]}"#;
            also_when(set, "identification/not-established", json);
        },
        &["negative-is-total-and-safe", "nothing-known-is-undetermined", "only-elements-contradict"],
    ),
    (
        "a case that is closed when the time is over",
        |set| {
            add_fact(set, "returned", "period_over");
            also_when(set, "identification/not-established", r#"{"period_over":[true]}"#);
        },
        &["negative-is-total-and-safe", "nothing-known-is-undetermined", "only-elements-contradict"],
    ),
    (
        "a status for those who are willing to testify",
        |set| only_when(set, "identification/victim-all-elements", r#"{"testimony_wish":["willing","undecided"]}"#),
        &["status-independent-of-shield", "all-elements-known-identify"],
    ),
    (
        "a status for those who indicate the trafficker",
        |set| only_when(set, "identification/presumed-victim", r#"{"trafficker_indicated":[true]}"#),
        &["help-is-not-paid-for", "core-protection-waits-for-no-stage"],
    ),
    (
        "a word of an adult that settles the age of a child",
        |set| {
            when(set, "child/duty-to-establish-age", r#"{"child_status":["child","presumed_child","unknown"]}"#);
        },
        &["age-is-asked-after"],
    ),
];
