//! The facts of the record: a page for each group, and the order in which they are asked.

use palermo::rule_set::{Fact, Interview, Rule, Values};
use palermo_cli::text::words::uncapitalised;

use super::{
    book::View,
    markdown::{Page, anchor, code, escaped, linked, part},
    places::{Kind, relative},
    reads,
};

impl<'b> View<'b> {
    /// The overview with the order of questions, and a page for each group that has facts of this chapter.
    pub(crate) fn fact_pages(&self) -> Vec<Page> {
        let facts = self.chapter.facts();
        if facts.is_empty() {
            return Vec::new();
        }
        let mut order = self.order();
        if self.chapter.is_small() {
            for fact in facts {
                self.fact(&mut order, fact);
            }
            return vec![order];
        }
        let group = |group: &String| {
            let facts: Vec<&Fact> = facts.iter().copied().filter(|fact| fact.group == *group).collect();
            self.group(group, &facts)
        };
        std::iter::once(order).chain(self.groups().into_iter().map(group)).collect()
    }

    /// The groups that have facts of this chapter.
    fn groups(&self) -> Vec<&'b String> {
        let facts = self.chapter.facts();
        self.chapter.set.groups.iter().filter(|group| facts.iter().any(|fact| fact.group == **group)).collect()
    }

    fn order(&self) -> Page {
        let title = if self.chapter.is_small() { "The facts that it adds" } else { "The facts of the record" };
        let mut page = Page::new(self.chapter.page("facts"), title);
        page.paragraph(
            "A fact is one thing that can be known of a situation. Each has a few values; *not known* always belongs to them, and \
             nothing is inferred from it. The record holds no name, no date of birth, no number of a document and no free text.",
        );
        if !self.chapter.is_small() {
            self.list_of_groups(&mut page);
        }
        page.heading(2, "The order of questions", "order");
        page.paragraph(
            "A form asks stage by stage, within a stage what is least intrusive and most often telling first, and only what can \
             still change something. Nobody has to answer.",
        );
        for stage in &self.chapter.set.interview {
            self.stage(&mut page, stage);
        }
        page
    }

    fn list_of_groups(&self, page: &mut Page) {
        let path = page.path.clone();
        page.lead("Groups");
        page.list(self.groups().into_iter().map(|group| {
            let id = format!("group:{group}");
            let target = relative(&path, &self.chapter.fact_page(group), "");
            let label = linked(&escaped(&self.words().label(&id)), Some(target));
            (0, format!("{label}: {}", escaped(&self.words().sentence(&id).unwrap_or_default())))
        }));
    }

    /// A stage with the facts of this chapter that it asks.
    fn stage(&self, page: &mut Page, stage: &Interview) {
        let own = self.chapter.facts();
        let asked: Vec<&String> = stage.ask.iter().filter(|name| own.iter().any(|fact| fact.name == **name)).collect();
        if asked.is_empty() {
            return;
        }
        let id = format!("stage:{}", stage.stage);
        page.heading(3, &escaped(&self.words().label(&id)), &anchor(&id));
        page.paragraph(&escaped(&self.words().sentence(&id).unwrap_or_default()));
        self.conditions_of_stage(page, "Only after", &stage.after);
        self.conditions_of_stage(page, "Not while", &stage.not_while);
        let path = page.path.clone();
        page.list(
            asked
                .into_iter()
                .map(|fact| (0, linked(&escaped(&self.words().question(fact)), self.book.places.link(&path, Kind::Fact, fact)))),
        );
    }

    fn conditions_of_stage(&self, page: &mut Page, lead: &str, facts: &[String]) {
        if facts.is_empty() {
            return;
        }
        let path = page.path.clone();
        let facts = facts.iter().map(|fact| self.linked(&path, Kind::Fact, fact, &self.words().fact(fact)));
        page.paragraph(&part(lead, &facts.collect::<Vec<_>>().join("; ")));
    }

    fn group(&self, group: &str, facts: &[&Fact]) -> Page {
        let id = format!("group:{group}");
        let mut page = Page::new(self.chapter.fact_page(group), self.words().label(&id));
        page.paragraph(&escaped(&self.words().sentence(&id).unwrap_or_default()));
        for fact in facts {
            self.fact(&mut page, fact);
        }
        page
    }

    fn fact(&self, page: &mut Page, fact: &Fact) {
        let words = self.words();
        let path = page.path.clone();
        page.heading(2, &escaped(&fact.label), &anchor(&fact.name));
        page.quote(&escaped(&fact.question));
        page.paragraph(&escaped(&fact.meaning));
        page.paragraph(&part("For whoever asks", &escaped(&fact.help)));
        let mut entries = vec![
            part("Fact", &code(&fact.name)),
            part("Values", &escaped(&self.values(fact))),
            part("When it is asked", &escaped(&words.label(&format!("stage:{}", fact.ask)))),
            part("How sensitive it is", &escaped(&words.label(&format!("sensitivity:{}", fact.sensitivity)))),
            part("Who can know it", &escaped(&fact.known_by.join("; "))),
        ];
        if fact.shield {
            let shield = "It may never influence the status, shelter or core help.";
            entries.push(part("Shielded", shield));
        }
        entries.push(part(&words.label("screen:source"), &self.citations(&path, &fact.source)));
        entries.push(part("Read by", &self.readers(&path, &fact.name)));
        let irrelevant = format!("irrelevant:{}", fact.name);
        let without = self.chapter.set.rules.iter().filter(|rule| rule.then.contains(&irrelevant));
        let without = self.rules(&path, without.map(|rule| rule.id.as_str()));
        if !without.is_empty() {
            entries.push(part("Said to change nothing by", &without));
        }
        page.list(entries.into_iter().map(|entry| (0, entry)));
    }

    fn values(&self, fact: &Fact) -> String {
        let unknown = uncapitalised(&self.words().value(&fact.name, "unknown"));
        let named = |values: &[&str]| {
            let values = values.iter().map(|value| self.words().value(&fact.name, value));
            values.chain([unknown.clone()]).collect::<Vec<_>>().join("; ")
        };
        match &fact.values {
            Values::YesNo => named(&["yes", "no"]),
            Values::Choice(words) => named(&words.iter().map(String::as_str).collect::<Vec<_>>()),
            Values::Years { from, to } => format!("whole years from {from} to {to}; {unknown}"),
        }
    }

    /// The rules that read a fact, in their condition or in what breaks them.
    pub(crate) fn readers(&self, page: &str, fact: &str) -> String {
        let reads = |rule: &&Rule| reads::facts(rule, &self.chapter.set).contains(fact);
        let readers: Vec<&'b str> = self.chapter.set.rules.iter().filter(reads).map(|rule| rule.id.as_str()).collect();
        if readers.is_empty() { "no rule".to_string() } else { self.rules(page, readers) }
    }
}
