//! The families of rules, a page each, and the page that lists them all.

use palermo::rule_set::Rule;

use super::{
    book::View,
    markdown::{Page, anchor, bold, code, count, escaped, linked, target},
    places::{Kind, name_of},
    review_state,
};

impl View<'_> {
    /// A page for each family, or one for all.
    pub(crate) fn families(&self) -> Vec<Page> {
        if self.chapter.is_small() {
            let mut page = Page::new(self.chapter.rule_page(""), format!("The rules of {}", self.chapter.folder));
            self.add_rules(&mut page, &self.chapter.rules());
            return vec![page];
        }
        let families = self.chapter.families();
        let page = |(family, rules): &(&str, Vec<&Rule>)| {
            let id = format!("family:{family}");
            let mut page = Page::new(self.chapter.rule_page(family), self.words().label(&id));
            page.paragraph(&escaped(&self.words().sentence(&id).unwrap_or_default()));
            self.add_rules(&mut page, rules);
            page
        };
        families.iter().map(page).collect()
    }

    fn add_rules(&self, page: &mut Page, rules: &[&Rule]) {
        if let Some(warning) = self.words().warning() {
            page.lead(&escaped(warning));
        }
        page.paragraph(&escaped(&review_state::counted(rules.iter().map(|rule| self.state(&rule.id)))));
        let path = page.path.clone();
        page.table(&["Rule", "What it says", "From"], rules.iter().map(|rule| self.row(&path, rule)));
        for rule in rules {
            self.rule(page, rule);
        }
    }

    fn row(&self, page: &str, rule: &Rule) -> Vec<String> {
        vec![
            linked(&escaped(name_of(&rule.id)), self.book.places.link(page, Kind::Rule, &rule.id)),
            escaped(&rule.sentence),
            rule.derivation.letter().to_string(),
        ]
    }

    /// What the rules can conclude: every conclusion and note, with the rules that give it.
    pub(crate) fn conclusions(&self) -> Page {
        let mut page = Page::new(self.chapter.page("conclusions"), "What the rules conclude");
        let path = page.path.clone();
        page.paragraph(
            "Everything that can follow from a rule, in the order in which the rules stand, each with the rules that give it. \
             Where several rules give one conclusion, any one of them is enough.",
        );
        let mut kinds: Vec<(String, Vec<&str>)> = Vec::new();
        for id in self.chapter.rules().into_iter().flat_map(|rule| &rule.then) {
            let kind = id.split_once(':').map_or("", |(kind, _)| kind).to_string();
            let place = kinds.iter().position(|(known, _)| *known == kind);
            let place = place.unwrap_or_else(|| {
                kinds.push((kind, Vec::new()));
                kinds.len() - 1
            });
            if let Some((_, ids)) = kinds.get_mut(place).filter(|(_, ids)| !ids.contains(&id.as_str())) {
                ids.push(id);
            }
        }
        for (kind, ids) in kinds {
            let heading = self.kind(&kind);
            page.heading(2, &escaped(&heading), &anchor(&format!("kind {kind}")));
            page.paragraph(&escaped(&format!("{}.", count(ids.len(), "conclusion", "conclusions"))));
            page.list(ids.into_iter().map(|id| {
                let given = self.chapter.set.rules.iter().filter(|rule| rule.then.iter().any(|given| given == id));
                let given = self.rules(&path, given.map(|rule| rule.id.as_str()));
                let label = bold(&self.words().consequence(id));
                let sentence = escaped(&self.words().sentence(id).unwrap_or_default());
                (0, format!("{}{label} {} {sentence}<br>Given by {given}.", target(id), code(id)))
            }));
        }
        page
    }

    /// What a kind of consequence is called; the texts of a rule set name the four that a decision lists.
    fn kind(&self, kind: &str) -> String {
        let own = match kind {
            "fact" => "Facts that rules give",
            "irrelevant" => "Facts that change nothing",
            "basis" | "scope" | "invariant" | "actor" => "Notes: how the rules are to be read",
            _ => return self.words().label(&format!("kind:{kind}")),
        };
        own.to_string()
    }
}
