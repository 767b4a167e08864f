//! Whoever writes an overlay wrongly is told all that is wrong, with file, line and column: what it may not add, what it may not
//! cite, and what does not fit the rule set that it extends. The snapshots hold the messages as an author reads them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "sources/some_law.rs"]
mod some_law;
mod sources;

use insta::assert_snapshot;
use some_law::BASE;
use sources::Sources;

const HEAD: &str = "overlay.yaml";
const PERMIT: &str = "some-2020/permit.yaml";

#[test]
fn an_overlay_is_compiled_in_the_order_of_its_folder() {
    let compiled = Sources::some_law().compiled();
    let overlay = &compiled.overlay;
    assert_eq!(
        overlay.facts.iter().map(|fact| fact.name.as_str()).collect::<Vec<_>>(),
        ["permit_given", "purpose_forced_marriage", "home_country_asked"]
    );
    assert_eq!(overlay.facts.iter().map(|fact| fact.group.as_str()).collect::<Vec<_>>(), ["procedure", "purpose", "stay"]);
    assert_eq!(overlay.rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(), ["some-2020/permit", "some-2020/advice"]);
    assert_eq!(overlay.members.first().map(|added| (added.set.as_str(), added.members.len())), Some(("purpose", 1)));
    let place = compiled.place_in_rule("some-2020/permit", "/when").expect("the condition has a place");
    assert_eq!((place.file.as_str(), place.line), (PERMIT, 6));
    assert_eq!(compiled.composed.rules.len(), BASE.rules.len() + 2);
    let json = overlay.to_canonical_json();
    assert_eq!(palermo::rule_set::Overlay::from_json(&json).as_ref(), Ok(overlay), "its JSON says the same");
}

#[test]
fn an_overlay_may_add_nothing_but_citations() {
    let files = Sources::some_law().only_citations();
    let overlay = files.compiled().overlay;
    assert!(overlay.rules.is_empty() && overlay.facts.is_empty() && overlay.texts.is_empty());
    assert_eq!(overlay.citations.len(), 1);
}

// What it is

#[test]
fn keys_and_types_that_do_not_fit_are_told() {
    let files = Sources::some_law()
        .edit(HEAD, "extends:", "extend:")
        .edit(HEAD, "  - { stage: situation,", "  - { stage: later, after: [x],")
        .edit(HEAD, "confidence: high }", "confidence: sure }")
        .edit(PERMIT, "modality: entitlement", "modality: gift");
    assert_snapshot!("shape", files.overlay_errors());
    let files = Sources::some_law().edit(HEAD, "members:\n  purpose:", "members:\n  - purpose:");
    assert_snapshot!("members_as_a_list", files.overlay_errors());
}

#[test]
fn files_that_are_missing_or_not_named_are_told() {
    let files = Sources::some_law().remove(PERMIT).add("some-2020/no-rule.yaml", "a: b").add("notes.yaml", "a: b");
    assert_snapshot!("files", files.overlay_errors());
    assert_snapshot!("no_head", Sources::some_law().remove(HEAD).overlay_errors());
    let files = Sources::some_law().edit(HEAD, "groups: [stay]", "groups: [stay, travel]");
    assert_snapshot!("group_without_file", files.overlay_errors());
}

#[test]
fn an_overlay_names_the_rule_set_that_it_extends_and_has_an_id_version_and_days() {
    let files = Sources::some_law()
        .edit(HEAD, "extends: see-2002", "extends: see-2003")
        .edit(HEAD, "version: 0.1.0", "version: first")
        .edit(HEAD, "{ from: 2020-01-01 }", "{ from: 2020-01-01, to: 2019-01-01 }");
    assert_snapshot!("head", files.overlay_errors());
}

#[test]
fn every_name_says_that_it_is_the_overlays() {
    let files = Sources::some_law()
        .edit(HEAD, "  some-2020: [permit, advice]", "  some-2020: [permit]\n  other: [advice]")
        .rename("some-2020/advice.yaml", "other/advice.yaml")
        .replace("some_2020_permit_refused", "permit_refused")
        .edit("contested.yaml", "some-2020-permits:", "some-permits:")
        .edit("situations.yaml", "some-2020-asked-home:", "asked-home:")
        .edit(PERMIT, "fires: some-2020-asked-home", "fires: asked-home");
    assert_snapshot!("prefixes", files.overlay_errors());
}

// Only what is new

#[test]
fn what_the_rule_set_has_already_is_not_added_again() {
    let files = Sources::some_law()
        .edit(HEAD, "groups: [stay]", "groups: [stay, need]")
        .add("facts/need.yaml", "special_needs: {}")
        .edit(HEAD, "purpose: [purpose_forced_marriage]", "purpose: [purpose_forced_marriage, purpose_begging]")
        .edit(HEAD, "ask: [purpose_forced_marriage]", "ask: [purpose_forced_marriage, age_years]")
        .edit(HEAD, "urgency: [permit-office]", "urgency: [permit-office, safe-place]")
        .append("texts.yaml", "entitlement:shelter: { label: A bed, sentence: A bed. }\n");
    // The empty fact would be told first and alone.
    let files = files.remove("facts/need.yaml").add("facts/need.yaml", &Sources::fact("documents"));
    assert_snapshot!("exists", files.overlay_errors());
}

#[test]
fn a_citation_stands_once() {
    let again =
        "citations:\n  - { rule: assistance/shelter, cite: { instrument: some-2020, article: \"art. 5\", confidence: high } }\n";
    assert_snapshot!("citation_twice", Sources::some_law().edit(HEAD, "citations:\n", again).overlay_errors());
}

#[test]
fn what_it_names_has_to_be_there() {
    let files = Sources::some_law()
        .edit(HEAD, "rule: assistance/shelter", "rule: assistance/sheltr")
        .edit(HEAD, "  purpose: [purpose_forced_marriage]", "  purposes: [purpose_forced_mariage]")
        .edit(HEAD, "ask: [purpose_forced_marriage]", "ask: [purpose_forced_mariage]")
        .edit(HEAD, "conclusion: entitlement:some-permit", "conclusion: entitlement:some-permits")
        .edit(PERMIT, "breach: some_2020_permit_refused", "breach: shelter_refused")
        .edit(PERMIT, "instrument: some-2020", "instrument: some-2021");
    assert_snapshot!("unknown", files.overlay_errors());
}

#[test]
fn the_core_of_the_rule_set_is_not_the_overlays_to_define() {
    let more =
        "not_core:\n  - { conclusion: entitlement:shelter, reason: x }\n  - { conclusion: refer:permit-office, reason: x }\n";
    assert_snapshot!("not_core", Sources::some_law().edit(HEAD, "not_core:\n", more).overlay_errors());
}

// The ledger

#[test]
fn clauses_that_would_weaken_the_standard_are_no_source() {
    let forbidden = "{ instrument: coe-2005, article: \"art. 13(3)(a)\", confidence: high }";
    let files = Sources::some_law()
        .edit(PERMIT, "source:\n", &format!("source:\n  - {forbidden}\n"))
        .edit(HEAD, "citations:\n", &format!("citations:\n  - {{ rule: assistance/shelter, cite: {forbidden} }}\n"))
        .edit("facts/stay.yaml", "source:\n", &format!("source:\n    - {forbidden}\n"));
    assert_snapshot!("not_imported", files.overlay_errors());
    let files = Sources::some_law().edit(
        PERMIT,
        "{ instrument: some-2020, article: \"art. 7\"",
        "{ instrument: coe-2005, article: \"Chapter III\"",
    );
    assert_snapshot!("article_unclear", files.overlay_errors());
}

#[test]
fn what_only_leaves_a_word_out_may_be_cited() {
    let cited = "{ instrument: coe-2005, article: \"art. 16(1)-(2)\", confidence: high }";
    let files = Sources::some_law().edit(PERMIT, "source:\n", &format!("source:\n  - {cited}\n"));
    assert_eq!(files.compiled().overlay.rules.len(), 2);
}

#[test]
fn a_rule_cites_articles_that_can_be_held_against_the_ledger() {
    let files = Sources::some_law()
        .edit(PERMIT, "source:\n", "source:\n  - { by_reference: \"Council of Europe Convention, art. 13(3)\" }\n")
        .edit(
            HEAD,
            "citations:\n",
            "citations:\n  - { rule: assistance/shelter, cite: { at: \"2.1 b3\", lines: [289, 290] } }\n",
        );
    assert_snapshot!("citations", files.overlay_errors());
    let files = Sources::some_law().edit("some-2020/advice.yaml", "confidence: unverified }", "lines: [1] }");
    assert_snapshot!("citation_of_two_kinds", files.overlay_errors());
}

// What only the composed document shows

#[test]
fn what_the_composed_document_shows_is_led_back_to_the_overlay() {
    let files = Sources::some_law()
        .edit(PERMIT, "permit_given: [false, unknown]", "permit_givn: [false, unknown]")
        .edit(PERMIT, "home_country_asked: true", "home_country_asked: maybe")
        .edit(PERMIT, "fires: some-2020-asked-home", "fires: some-2020-asked-hom")
        .edit("contested.yaml", "[some-2020/permit, assistance/shelter]", "[some-2020/permits, assistance/sheltr]")
        .edit("some-2020/advice.yaml", "refer:permit-office", "refer:permit-desk")
        .edit("facts/procedure.yaml", "ask: file", "ask: need")
        .edit("conduct.yaml", "parent: shelter_refused", "parent: shelter_refusd");
    assert_snapshot!("composed", files.overlay_errors());
}

#[test]
fn a_rule_set_that_is_wrong_itself_is_said_to_be() {
    let mut base = BASE.clone();
    base.urgency.truncate(1);
    let errors = Sources::some_law().compile_with(&base).expect_err("the rule set is wrong").to_string();
    assert!(errors.starts_with("the rule set that is extended: "), "{errors}");
    assert!(!errors.contains("overlay"), "{errors}");
}
