//! Where the rulebook speaks of what: the page and the anchor of every rule, fact, code, point and cited place.

use std::collections::BTreeMap;

use palermo::rule_set::Citation;

use super::{
    book::{Chapter, family},
    markdown::anchor,
};

/// What can be linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A rule, by its id.
    Rule,
    /// A fact, input or derived, by its name.
    Fact,
    /// A set of facts, by its name.
    Set,
    /// A conduct code.
    Conduct,
    /// A conclusion or note, by its id.
    Conclusion,
    /// A contested point, by its id.
    Contested,
    /// A place that is cited.
    Citation,
    /// A promise of the charter, by its name.
    Promise,
}

/// The place of everything that can be linked to: under what it is, the pages and anchors where chapters speak of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places(BTreeMap<(Kind, String), Vec<(String, String)>>);

impl Places {
    /// Says where something stands.
    pub(crate) fn add(&mut self, kind: Kind, name: &str, page: &str, anchor: &str) {
        self.0.entry((kind, name.to_string())).or_default().push((page.to_string(), anchor.to_string()));
    }

    /// The link from a page to where something stands: in the same chapter, and else in the first one that has it.
    pub(crate) fn link(&self, from: &str, kind: Kind, name: &str) -> Option<String> {
        let places = self.0.get(&(kind, name.to_string()))?;
        let own = places.iter().find(|(page, _)| chapter(page) == chapter(from));
        let (page, anchor) = own.or_else(|| places.first())?;
        Some(relative(from, page, anchor))
    }

    /// Adds everything that has a page in a chapter.
    pub(crate) fn add_chapter(&mut self, chapter: &Chapter) {
        for rule in chapter.rules() {
            self.add(Kind::Rule, &rule.id, &chapter.rule_page(family(&rule.id)), &chapter.rule_anchor(&rule.id));
        }
        for fact in chapter.facts() {
            self.add(Kind::Fact, &fact.name, &chapter.fact_page(&fact.group), &anchor(&fact.name));
        }
        for fact in chapter.derived_facts() {
            self.add(Kind::Fact, &fact.name, &chapter.page("derived"), &anchor(&fact.name));
        }
        for set in chapter.sets() {
            self.add(Kind::Set, &set.name, &chapter.page("derived"), &set_anchor(&set.name));
        }
        for code in chapter.conduct() {
            self.add(Kind::Conduct, &code.code, &chapter.page("conduct"), &anchor(&code.code));
        }
        for id in chapter.rules().iter().flat_map(|rule| &rule.then) {
            self.add(Kind::Conclusion, id, &chapter.page("conclusions"), &anchor(id));
        }
        for point in chapter.contested() {
            self.add(Kind::Contested, &point.id, &chapter.page("contested"), &anchor(&point.id));
        }
    }
}

/// The folder of a page, which is its chapter.
fn chapter(page: &str) -> Option<&str> {
    page.split_once('/').map(|(folder, _)| folder)
}

/// The name of a rule without its family.
pub(crate) fn name_of(rule: &str) -> &str {
    rule.rsplit_once('/').map_or(rule, |(_, name)| name)
}

/// The anchor of a set of facts.
pub(crate) fn set_anchor(name: &str) -> String {
    anchor(&format!("set {name}"))
}

/// The name under which a citation is linked to.
pub(crate) fn cited(citation: &Citation) -> String {
    match citation {
        Citation::Source { at, lines } => format!("{at} {}-{}", lines.first, lines.last),
        Citation::Article { instrument, article, .. } => format!("{instrument} {article}"),
        Citation::Reference { by_reference } => by_reference.clone(),
    }
}

/// A link from one page to an anchor of another, or to its beginning where the anchor is empty.
pub(crate) fn relative(from: &str, page: &str, anchor: &str) -> String {
    if from == page {
        return format!("#{anchor}");
    }
    let folder: Vec<&str> = from.split('/').collect();
    let target: Vec<&str> = page.split('/').collect();
    let folder = folder.split_last().map_or(&[][..], |(_, folder)| folder);
    let same = folder.iter().zip(&target).take_while(|(left, right)| left == right).count();
    let up = "../".repeat(folder.len() - same);
    let down = target.iter().skip(same).copied().collect::<Vec<_>>().join("/");
    if anchor.is_empty() { format!("{up}{down}") } else { format!("{up}{down}#{anchor}") }
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn links_are_relative_to_the_page() {
        assert_eq!(relative("see-2002/return.md", "see-2002/return.md", "a"), "#a");
        assert_eq!(relative("see-2002/return.md", "see-2002/facts/age.md", "a"), "facts/age.md#a");
        assert_eq!(relative("see-2002/facts/age.md", "see-2002/return.md", "a"), "../return.md#a");
        assert_eq!(relative("see-2002/facts/age.md", "sources.md", "a"), "../../sources.md#a");
        assert_eq!(relative("sources.md", "see-2002/return.md", "a"), "see-2002/return.md#a");
    }
}
