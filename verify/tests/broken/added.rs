//! What an overlay could add that weakens, though it takes nothing away.

/// What an overlay adds, and the promises that have to notice.
pub type Added = (&'static str, &'static str, &'static str, &'static [&'static str]);

pub const ADDED: &[Added] = &[
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
        "a statement that the person has to make",
        r#"{"protected":[true]}"#,
        "obligation:make-statement-to-police",
        &["nothing-is-commanded-to-the-person"],
    ),
    (
        "a report to those who deport",
        r#"{"status":["undetermined"]}"#,
        "obligation:share-file-with-immigration-authority",
        &["nothing-is-commanded-to-the-person"],
    ),
    (
        "a place from which people are removed",
        r#"{"status":["not_established"]}"#,
        "refer:removal-centre",
        &["nothing-is-forbidden-to-the-person"],
    ),
    (
        "a shelter that may not be left",
        r#"{"protected":[true]}"#,
        "prohibition:leave-shelter-at-night",
        &["nothing-is-forbidden-to-the-person"],
    ),
    (
        "an allowance for those who have testified",
        r#"{"all":[{"protected":[true]},{"testified":[true]}]}"#,
        "entitlement:allowance",
        &["help-is-not-paid-for", "core-protection-waits-for-no-stage"],
    ),
    (
        "an allowance for those who indicate somebody",
        r#"{"all":[{"protected":[true]},{"trafficker_indicated":[true]}]}"#,
        "entitlement:allowance",
        &["help-is-not-paid-for", "core-protection-waits-for-no-stage"],
    ),
    (
        "an allowance while a trial is waited for",
        r#"{"all":[{"protected":[true]},{"proceedings_open":[true]}]}"#,
        "entitlement:allowance",
        &["core-protection-waits-for-no-stage"],
    ),
    (
        "an element that is met for those alone who crossed a border",
        r#"{"all":[{"cross_border":[true]},{"purpose_element":[true]}]}"#,
        "status:identified",
        &["status-independent-of-shield", "what-changes-nothing-is-neither-read-nor-asked"],
    ),
    (
        "help for the rescued",
        r#"{"all":[{"protected":[true]},{"contact_channel":["bar_raid"]}]}"#,
        "entitlement:allowance",
        &["core-assistance-independent-of-shield"],
    ),
];
