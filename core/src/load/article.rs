//! Which clauses an article number names: `art. 13(1)`, `art. 12(3)-(4)`, `art. 6(3) and 8`, `arts. 13-14`.

use alloc::{string::String, vec::Vec};

/// A number or letter of a clause: `13`, `11a`, `(3)`, `(b)`. Letters alone have no number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    number: u32,
    letters: String,
}

/// Clauses that stand in a row: what leads to all of them, the first and the last.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Span {
    within: Vec<Step>,
    first: Step,
    last: Step,
}

/// The clauses that an article number names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clauses(Vec<Span>);

impl Clauses {
    /// Reads an article number, or nothing where it is written in another way.
    pub(super) fn read(article: &str) -> Option<Self> {
        let rest = ["articles ", "article ", "arts. ", "art. "].iter().find_map(|word| article.strip_prefix(word))?;
        let mut spans = Vec::new();
        let mut before: Vec<Step> = Vec::new();
        for part in rest.split(',').flat_map(|part| part.split(" and ")) {
            let span = span(part.trim(), &before)?;
            before.clone_from(&span.within);
            before.push(span.last.clone());
            spans.push(span);
        }
        Some(Self(spans))
    }

    /// Whether one of these clauses is one of the others, or a part of one. A clause is no part of its own parts.
    pub(super) fn lie_in(&self, others: &Self) -> bool {
        self.0.iter().any(|span| others.0.iter().any(|other| span.lies_in(other)))
    }
}

impl Span {
    fn lies_in(&self, other: &Self) -> bool {
        let depth = other.within.len();
        if !self.within.starts_with(&other.within) {
            return false;
        }
        match self.within.get(depth) {
            Some(step) => (&other.first..=&other.last).contains(&step),
            None => self.first <= other.last && other.first <= self.last,
        }
    }
}

/// A clause, or the first and the last of several: `13(1)`, `13(1)-(3)`, `13-14`. What has no article of its own, `(3)`, goes on
/// from what stands before it.
fn span(text: &str, before: &[Step]) -> Option<Span> {
    let (from, to) = match text.split_once('-').or_else(|| text.split_once(" to ")) {
        Some((from, to)) => (from.trim(), Some(to.trim())),
        None => (text, None),
    };
    let mut within = path(from, before)?;
    let mut end = to.map_or_else(|| Some(within.clone()), |to| path(to, &within))?;
    let (first, last) = (within.pop()?, end.pop()?);
    // From `6(3)` to `8(1)` would be parts of two articles and all of one.
    (within == end && first <= last).then_some(Span { within, first, last })
}

/// The steps to a clause.
fn path(text: &str, before: &[Step]) -> Option<Vec<Step>> {
    let (article, groups) = text.split_at(text.find('(').unwrap_or(text.len()));
    let groups = groups.strip_suffix(')').map_or_else(Vec::new, |groups| {
        let inner = groups.strip_prefix('(').unwrap_or(groups);
        inner.split(")(").map(step).collect()
    });
    let groups: Vec<Step> = groups.into_iter().collect::<Option<_>>()?;
    if text.contains('(') && groups.is_empty() {
        return None;
    }
    if !article.is_empty() {
        return Some([step(article)?].into_iter().chain(groups).collect());
    }
    // As many steps as stand here take the place of the last ones before.
    let kept = before.len().checked_sub(groups.len()).filter(|kept| *kept > 0)?;
    Some(before.iter().take(kept).cloned().chain(groups).collect())
}

fn step(text: &str) -> Option<Step> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, letters) = text.split_at(digits);
    if text.is_empty() || letters.len() > 5 || !letters.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let number = if number.is_empty() { 0 } else { number.parse().ok()? };
    Some(Step { number, letters: letters.into() })
}

#[cfg(test)]
mod tests {
    use super::Clauses;

    fn lies_in(article: &str, other: &str) -> bool {
        let (Some(article), Some(other)) = (Clauses::read(article), Clauses::read(other)) else { return false };
        article.lie_in(&other)
    }

    #[test]
    fn a_clause_lies_in_itself_and_in_what_it_is_a_part_of() {
        for article in ["art. 13(3)", "art. 13(3)(a)", "article 13(3)(a)-(c)", "art. 13(1)-(3)", "art. 13(1) and (3)"] {
            assert!(lies_in(article, "art. 13(3)"), "{article}");
        }
        for article in ["art. 12(1), 13(3)", "art. 13(2), (3)", "art. 13(2) to (4)", "art. 13(1), 13(3)(b)"] {
            assert!(lies_in(article, "art. 13(3)"), "{article}");
        }
        for article in ["art. 13", "art. 14(1)", "arts. 13-14", "art. 13(7)", "art. 6(4)"] {
            assert!(lies_in(article, "art. 13-14") || lies_in(article, "art. 6(3)-(4)"), "{article}");
        }
    }

    #[test]
    fn a_clause_does_not_lie_in_its_neighbours_nor_in_its_parts() {
        for article in
            ["art. 13(1)", "art. 13(2)", "art. 13(1)-(2)", "art. 13(4)", "art. 13(30)", "art. 3", "art. 13", "art. 12-14"]
        {
            assert!(Clauses::read(article).is_some() && !lies_in(article, "art. 13(3)"), "{article}");
        }
        for article in ["art. 14(1)-(2)", "art. 40", "art. 41(4)", "art. 3(a)", "art. 4a"] {
            assert!(Clauses::read(article).is_some() && !lies_in(article, "art. 4"), "{article}");
        }
    }

    #[test]
    fn what_is_no_article_number_is_not_read() {
        for text in [
            "",
            "13(3)",
            "art.",
            "art. ",
            "art. (3)",
            "art. 13(3",
            "art. 13 3)",
            "art. 13(3)x",
            "art. 13(3)-(1)",
            "art. 13(3), exception",
            "art. 13(3)-(1)(a)",
            "principle 7",
            "art. 99999999999",
            "art. 13(Ä)",
            "art. 13()",
            "art. 13((3)",
            "art. 13(3))",
            "art. 12(6)-13(4)",
            "art. 12-13(4)",
        ] {
            assert!(Clauses::read(text).is_none(), "{text:?}");
        }
    }
}
