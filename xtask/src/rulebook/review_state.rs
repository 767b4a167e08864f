//! What has been said about each rule by those who read it: beside the rule, and as a list to sign.

use palermo_compile::Review;

use super::{
    book::{Book, State},
    markdown::{Page, code, count, escaped, linked},
    places::{Kind, name_of},
};
use crate::{published, reviews::Lapsed};

/// The page.
pub(crate) const PAGE: &str = "review-state.md";
/// How many hexadecimal digits of a digest are printed; the whole of it stands in LOCK.
const DIGITS: usize = 12;

/// What is said about one rule.
pub(crate) fn of_rule(state: &State<'_>) -> String {
    let standing = state.standing.iter().map(|review| escaped(&told(review)));
    let lapsed = state.lapsed.iter().map(|(review, why)| escaped(&format!("{} {}", told(review), lapsed(why))));
    let all: Vec<String> = standing.chain(lapsed).collect();
    if all.is_empty() { "not reviewed".to_string() } else { all.join(" ") }
}

fn told(review: &Review) -> String {
    let remark = review.remark.as_ref().map(|remark| format!(" Remark: {remark}")).unwrap_or_default();
    format!("reviewed by {} on {}, version {}.{remark}", review.role.label(), review.date, review.version)
}

fn lapsed(why: &Lapsed) -> String {
    match why {
        Lapsed::Rule => "This review has lapsed: the rule has changed since.".to_string(),
        Lapsed::RestsOn(parts) => {
            format!("This review has lapsed: what the rule rests on has changed since ({}).", parts.join(", "))
        }
    }
}

/// In one word, for a table.
pub(crate) fn in_short(state: &State<'_>) -> &'static str {
    match (state.standing.is_empty(), state.lapsed.is_empty()) {
        (false, _) => "reviewed",
        (true, false) => "lapsed",
        (true, true) => "none",
    }
}

/// How many of the rules of a chapter are reviewed.
pub(crate) fn counted<'b>(states: impl Iterator<Item = State<'b>>) -> String {
    let states: Vec<&str> = states.map(|state| in_short(&state)).collect();
    let number = |word: &str| states.iter().filter(|state| **state == word).count();
    match (number("reviewed"), number("lapsed")) {
        (0, 0) => "Nobody has reviewed any of these rules.".to_string(),
        (reviewed, lapsed) => format!(
            "Of {}, {reviewed} reviewed and {lapsed} with a review that has lapsed.",
            count(states.len(), "rule", "rules")
        ),
    }
}

/// The list of all rules, with room to sign.
pub(crate) fn page(book: &Book) -> Result<Page, String> {
    let mut page = Page::new(PAGE, "Rules to sign");
    page.paragraph(
        "Every rule of the newest published versions, with the beginning of its digest and the state of its review. The whole \
         digest stands in `rules/published/LOCK`. The last column is for the reviewer's initials on paper.",
    );
    let published = published::rules()?;
    for chapter in &book.chapters {
        let view = book.view(chapter);
        let digests = published.iter().find(|known| known.rule_set == chapter.folder && known.version == chapter.version);
        let heading = format!("{} {}", chapter.folder, chapter.version);
        page.heading(2, &escaped(&heading), &chapter.folder);
        page.paragraph(&escaped(&counted(chapter.rules().iter().map(|rule| view.state(&rule.id)))));
        for (family, rules) in chapter.families() {
            page.lead(&format!("{} ({})", escaped(&view.words().label(&format!("family:{family}"))), code(family)));
            page.table(
                &["Rule", "From", "Digest", "Review", "Initials"],
                rules.iter().map(|rule| {
                    let digest = digests.and_then(|version| version.digests.get(&rule.id));
                    let digest =
                        digest.map(|digest| digest.trim_start_matches("sha256:").chars().take(DIGITS).collect::<String>());
                    vec![
                        linked(&code(name_of(&rule.id)), book.places.link(PAGE, Kind::Rule, &rule.id)),
                        rule.derivation.letter().to_string(),
                        digest.map_or_else(|| "not published".to_string(), |digest| code(&digest)),
                        in_short(&view.state(&rule.id)).to_string(),
                        String::new(),
                    ]
                }),
            );
        }
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "a test stops at the first surprise")]

    use palermo::{Date, rule_set::RuleSet};
    use palermo_compile::{Review, Role};

    use super::page;
    use crate::{
        published,
        rulebook::{
            book::{Book, Chapter},
            markdown::Page,
        },
    };

    /// What the family of the rule says when the rule was reviewed and the standard has changed since.
    fn told(change: impl FnOnce(&mut RuleSet), reviews: &[(Role, Option<&str>)]) -> (String, String) {
        let mut set = published::newest("see-2002").expect("the standard is published");
        let version = set.version.clone();
        change(&mut set);
        let review = |(role, remark): &(Role, Option<&str>)| Review {
            rule_set: "see-2002".to_string(),
            version: version.clone(),
            rule: "assistance/shelter".to_string(),
            digest: "sha256:of-that-version".to_string(),
            role: *role,
            date: Date::parse("2026-03-01").expect("there is such a day"),
            remark: remark.map(ToString::to_string),
        };
        let chapter = Chapter::of("The standard", set).expect("the standard compiles");
        let book = Book::of(vec![chapter], reviews.iter().map(review).collect()).expect("the version is published");
        let families = book.chapters.iter().flat_map(|chapter| book.view(chapter).families());
        let family = families.into_iter().find(|page| page.path == "see-2002/assistance.md").map(Page::into_text);
        (family.expect("there is such a family"), page(&book).expect("LOCK can be read").into_text())
    }

    #[test]
    fn a_rule_that_nobody_reviewed_says_so() {
        let (family, list) = told(|_| {}, &[]);
        assert!(family.contains("Nobody has reviewed any of these rules."));
        assert_eq!(family.matches("**Review:** not reviewed").count(), 18);
        assert_eq!(list.matches("| none |").count(), 205);
    }

    #[test]
    fn a_review_is_shown_with_role_day_and_remark_and_without_a_name() {
        let (family, list) = told(|_| {}, &[(Role::Lawyer, None), (Role::Practitioner, Some("Read with *care*."))]);
        assert!(family.contains("reviewed by a lawyer on 2026-03-01, version 0.1.0."));
        assert!(family.contains("Remark: Read with \\*care\\*."));
        assert!(family.contains("Of 18 rules, 1 reviewed and 0 with a review that has lapsed."));
        assert_eq!((list.matches("| reviewed |").count(), list.matches("| none |").count()), (1, 204));
    }

    #[test]
    fn a_review_lapses_with_its_rule_and_with_what_the_rule_rests_on() {
        let reviews = [(Role::Lawyer, None)];
        let (family, list) = told(
            |set| set.rules.iter_mut().filter(|rule| rule.id == "assistance/shelter").for_each(|rule| rule.reading = None),
            &reviews,
        );
        assert!(family.contains("This review has lapsed: the rule has changed since."));
        assert_eq!(list.matches("| lapsed |").count(), 1);
        let (family, _) = told(|set| set.situations.iter_mut().for_each(|situation| situation.sentence.push('.')), &reviews);
        assert!(
            family.contains("what the rule rests on has changed since (situation nothing-known, situation presumed-person).")
        );
    }
}
