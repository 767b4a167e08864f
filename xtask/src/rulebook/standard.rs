//! What a rule set is, the facts that its rules give, its sets, its conduct codes and its contested points.

use palermo::rule_set::{ConductCode, Rule, Value};
use palermo_cli::text::{rule_words::contested_parts, words::spoken};

use super::{
    book::View,
    markdown::{Page, anchor, bold, code, count, escaped, linked, part, target},
    places::{Kind, relative, set_anchor},
    review_state,
};

impl<'b> View<'b> {
    /// What the rule set is.
    pub(crate) fn about(&self) -> Page {
        let set = &self.chapter.set;
        let mut page = Page::new(self.chapter.page("standard"), format!("What {} is", self.chapter.folder));
        if let Some(warning) = self.words().warning() {
            page.lead(&escaped(warning));
        }
        page.quote(&escaped(&set.title));
        page.paragraph(&escaped(&set.summary));
        let until = set.in_force.to.as_ref().map_or_else(|| "with no end known".to_string(), |to| format!("until {to}"));
        let rules = self.chapter.rules();
        let from = |letter: char| rules.iter().filter(|rule| rule.derivation.letter() == letter).count();
        page.list(
            [
                part("Version", &escaped(&set.version)),
                part("Digest", &code(&set.digest())),
                part("In force", &escaped(&format!("from {}, {until}", set.in_force.from))),
                part("Rules", &format!("{}: {} E, {} F, {} R, {} D", rules.len(), from('E'), from('F'), from('R'), from('D'))),
                part("Facts", &self.chapter.facts().len().to_string()),
                part("Conduct codes", &self.chapter.conduct().len().to_string()),
                part("Contested points", &self.chapter.contested().len().to_string()),
                part("Review", &escaped(&review_state::counted(rules.iter().map(|rule| self.state(&rule.id))))),
            ]
            .map(|entry| (0, entry)),
        );
        if !set.documents.is_empty() {
            page.heading(2, "Source", "source");
            page.list(set.documents.iter().map(|document| {
                let told =
                    format!("{}. {}, {}, {} lines.", document.title, document.publisher, document.published, document.lines);
                (0, format!("{} SHA-256 of the text: {}", escaped(&told), code(&document.sha256)))
            }));
        }
        page.heading(2, "Rules", "rules");
        let path = page.path.clone();
        page.table(
            &["Family", "What it is about", "Rules"],
            self.chapter.families().iter().map(|(family, rules)| {
                let id = format!("family:{family}");
                let target = relative(&path, &self.chapter.rule_page(family), "");
                let sentence = self.words().sentence(&id).unwrap_or_default();
                vec![linked(&escaped(&self.words().label(&id)), Some(target)), escaped(&sentence), rules.len().to_string()]
            }),
        );
        page.paragraph(&escaped(&self.words().standing()));
        page
    }

    /// The facts that rules give, and the named sets of facts.
    pub(crate) fn derived(&self) -> Page {
        let mut page = Page::new(self.chapter.page("derived"), "Facts that rules give, and sets of facts");
        let path = page.path.clone();
        page.paragraph(
            "Some facts are no input: rules give them, and other rules read them. Where rules give different values, the value that \
             stands first in the order below wins; where no rule gives any, the last one named holds.",
        );
        for fact in self.chapter.derived_facts() {
            let value = |value: &Value| self.words().value(&fact.name, value.name());
            page.heading(2, &escaped(&self.words().fact(&fact.name)), &anchor(&fact.name));
            page.paragraph(&escaped(&self.words().sentence(&format!("derived:{}", fact.name)).unwrap_or_default()));
            let priority = fact.priority.iter().map(value).collect::<Vec<_>>().join("; then ");
            let prefix = format!("fact:{}=", fact.name);
            let is_status = self.chapter.set.decision.status.fact == fact.name;
            let gives = |id: &String| id.starts_with(&prefix) || is_status && id.starts_with("status:");
            let given = self.chapter.set.rules.iter().filter(|rule| rule.then.iter().any(gives));
            page.list(
                [
                    part("Fact", &code(&fact.name)),
                    part("Which value wins", &escaped(&priority)),
                    part("Where no rule gives one", &escaped(&value(&fact.default))),
                    part("Given by", &self.rules(&path, given.map(|rule| rule.id.as_str()))),
                    part("Read by", &self.readers(&path, &fact.name)),
                ]
                .map(|entry| (0, entry)),
            );
        }
        let sets = self.chapter.sets();
        if sets.is_empty() {
            return page;
        }
        page.heading(2, "Sets of facts", "sets");
        page.paragraph(
            "Conditions name sets of facts where they mean any one or every one of several. An overlay that adds a member to an \
             element also widens the rule by which the element is not met.",
        );
        for set in sets {
            page.heading(3, &escaped(&spoken(&set.name)), &set_anchor(&set.name));
            page.paragraph(&code(&set.name));
            page.list(set.members.iter().map(|member| {
                let only = if member.when.is_some() { ", but only on a condition" } else { "" };
                (0, format!("{}{only}", self.linked(&path, Kind::Fact, &member.fact, &self.words().fact(&member.fact))))
            }));
        }
        page
    }

    /// What duty-bearers do: the codes and the forest that they form.
    pub(crate) fn conduct(&self) -> Page {
        let mut page = Page::new(self.chapter.page("conduct"), "Conduct that breaks a rule");
        page.paragraph(
            "What officials and helpers did is recorded by a code. Each code breaks one rule. Codes stand below wider ones, and a \
             wider one is used only where none of those below it fits, so that one act is recorded once. Conduct that is only \
             planned, or of which the conditions are still open, is shown as a warning and not as a breach.",
        );
        let path = page.path.clone();
        let codes = self.chapter.conduct();
        let own = |code: &str| codes.iter().any(|other| other.code == code);
        let roots = codes.iter().filter(|code| code.parent.as_deref().is_none_or(|parent| !own(parent)));
        let mut items = Vec::new();
        for root in roots {
            self.code(&mut items, &path, root, 0);
        }
        page.list(items);
        page
    }

    /// A code and those below it, as items of a list.
    fn code(&self, items: &mut Vec<(usize, String)>, page: &str, shown: &'b ConductCode, depth: usize) {
        let sentence = self.words().sentence(&format!("conduct:{}", shown.code)).unwrap_or_default();
        let breaks = |rule: &&Rule| rule.breach.as_ref().is_some_and(|breach| breach.code == shown.code);
        let rules = self.rules(page, self.chapter.set.rules.iter().filter(breaks).map(|rule| rule.id.as_str()));
        let outside = shown.parent.as_ref().filter(|_| depth == 0).map(|parent| {
            let wider = self.linked(page, Kind::Conduct, parent, &self.words().conduct(parent));
            format!(" It stands below {wider}.")
        });
        items.push((
            depth,
            format!(
                "{}{} {} {}<br>Breaks {rules}.{}",
                target(&shown.code),
                bold(&self.words().conduct(&shown.code)),
                code(&shown.code),
                escaped(&sentence),
                outside.unwrap_or_default()
            ),
        ));
        if let Some(when) = &shown.implied_when {
            items.push((depth + 1, "It counts as established, without being recorded, where this holds:".to_string()));
            items.extend(self.condition_items(page, when).into_iter().map(|(below, line)| (depth + 2 + below, line)));
        }
        for below in self.chapter.conduct().into_iter().filter(|below| below.parent.as_ref() == Some(&shown.code)) {
            self.code(items, page, below, depth + 1);
        }
    }

    /// The contested points.
    pub(crate) fn contested(&self) -> Page {
        let mut page = Page::new(self.chapter.page("contested"), "Contested points");
        let path = page.path.clone();
        let points = self.chapter.contested();
        page.paragraph(&format!(
            "{} on which the source is disputed, unclear or overtaken by later law, with what the rules do about it.",
            count(points.len(), "point", "points")
        ));
        for point in points {
            page.heading(2, &escaped(&format!("{}: {}", point.id, point.topic)), &anchor(&point.id));
            for (name, text) in contested_parts(point) {
                page.paragraph(&part(name, &escaped(text)));
            }
            let rules = self.rules(&path, point.rules.iter().map(String::as_str));
            let rules = if rules.is_empty() { "none of this rule set".to_string() } else { rules };
            page.paragraph(&part("Rules", &rules));
        }
        page
    }
}
