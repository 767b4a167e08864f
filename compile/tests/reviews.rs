//! Invented reviews: what is read of them, and what an author is told who records one wrongly.
#![allow(clippy::expect_used, reason = "a test stops at the first surprise")]

use insta::assert_snapshot;
use palermo_compile::{PublishedRules, Review, Role, SourceErrors, SourceFile, read_reviews};

const OLD: &str = "sha256:00000000000000000000000000000000000000000000000000000000000000aa";
const NEW: &str = "sha256:00000000000000000000000000000000000000000000000000000000000000bb";

fn version(version: &str, digests: &[(&str, &str)]) -> PublishedRules {
    let digests = digests.iter().map(|(rule, digest)| ((*rule).to_string(), (*digest).to_string())).collect();
    PublishedRules { rule_set: "standard-a".to_string(), version: version.to_string(), digests }
}

/// Two versions: the second one changes a rule, drops one and brings one.
fn published() -> Vec<PublishedRules> {
    vec![
        version("0.1.0", &[("help/shelter", OLD), ("help/dropped", OLD)]),
        version("0.2.0", &[("help/shelter", NEW), ("help/brought", NEW)]),
    ]
}

fn read(text: &str) -> Result<Vec<Review>, SourceErrors> {
    read_reviews(&SourceFile { path: "reviews.yaml".to_string(), text: text.to_string() }, &published())
}

fn errors(text: &str) -> String {
    read(text).expect_err("the reviews are wrong").to_string()
}

/// The file with one review, of which lines are replaced.
fn one(changes: &[(&str, &str)]) -> String {
    let mut text = format!(
        "format: 1\nreviews:\n  - rule_set: standard-a\n    version: 0.1.0\n    rule: help/shelter\n    digest: {OLD}\n    role: lawyer\n    date: 2026-03-01\n"
    );
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, to);
    }
    text
}

#[test]
fn an_empty_list_is_no_review() {
    assert_eq!(read("format: 1\nreviews: []\n").expect("nothing is wrong"), []);
}

#[test]
fn a_review_is_read_as_it_stands() {
    let text =
        one(&[("role: lawyer", "role: practitioner"), ("2026-03-01\n", "2026-03-01\n    remark: Read with the Serbian text.\n")]);
    let reviews = read(&text).expect("the review is right");
    let review = reviews.first().expect("there is one");
    assert_eq!(
        (review.rule_set.as_str(), review.version.as_str(), review.rule.as_str()),
        ("standard-a", "0.1.0", "help/shelter")
    );
    assert_eq!((review.digest.as_str(), review.role, review.date.to_string().as_str()), (OLD, Role::Practitioner, "2026-03-01"));
    assert_eq!(review.remark.as_deref(), Some("Read with the Serbian text."));
}

#[test]
fn a_review_of_an_older_version_stays_in_the_file() {
    assert_eq!(read(&one(&[])).expect("the old digest is that of the old version").len(), 1);
}

#[test]
fn every_role_has_a_word_of_its_own() {
    for role in Role::ALL {
        assert_eq!(role.as_str().parse(), Ok(*role));
        let text = one(&[("role: lawyer", &format!("role: {role}"))]);
        assert_eq!(read(&text).expect("the role is known").first().map(|review| review.role), Some(*role));
    }
}

#[test]
fn what_does_not_exist_is_named_with_what_was_meant() {
    let all = [
        errors(&one(&[("standard-a", "standrad-a")])),
        errors(&one(&[("help/shelter", "help/shleter")])),
        errors(&one(&[("help/shelter", "brought")])),
        errors(&one(&[("help/shelter", "help/of-somebody")])),
        errors(&one(&[("help/shelter", "help/dropped")])),
        errors(&one(&[("help/shelter", "help/brought")])),
        errors(&one(&[("0.1.0", "0.3.0")])),
        errors(&one(&[("0.1.0", "0.2.0")])),
        errors(&one(&[("role: lawyer", "role: Maria")])),
        errors(&one(&[("2026-03-01", "2026-02-30")])),
    ];
    let all = all.join("\n");
    assert!(!all.contains("Maria"), "a name is repeated");
    assert_snapshot!("names", all);
}

#[test]
fn the_shape_is_told_with_its_places() {
    let twice = one(&[]) + &one(&[]).replace("format: 1\nreviews:\n", "");
    let several = one(&[("role:", "rolle:"), ("0.1.0", "[0.1.0]"), ("format: 1", "format: 2\nnotes: none")]);
    let all = [
        errors(""),
        errors("format: 1\nreviews: none\n"),
        errors("format: 1\nreviews: [shelter]\n"),
        errors(&one(&[("2026-03-01\n", "2026-03-01\n    name: Maria\n    date: 2026-03-01\n    remark: 7\n")])),
        errors(&several),
        errors(&twice),
        errors("format: 1\nreviews: [\n"),
    ];
    let all = all.join("\n--\n");
    assert!(!all.contains("Maria"), "a name is repeated");
    assert_snapshot!("shape", all);
}
