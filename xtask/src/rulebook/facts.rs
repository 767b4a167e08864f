//! The facts of the record: a page for each group, and the order in which they are asked.

use palermo::rule_set::{Fact, Rule, Values};
use palermo_cli::text::words::uncapitalised;

use super::{
    book::View,
    markdown::{Page, anchor, code, escaped, linked, part},
    places::Kind,
    reads,
};

impl<'b> View<'b> {
    /// The overview with the order of questions, and a page for each group that has facts of this chapter.
    pub(crate) fn fact_pages(&self) -> Vec<Page> {
        let facts = self.chapter.facts();
        let groups = self.chapter.set.groups.iter().filter_map(|group| {
            let facts: Vec<&Fact> = facts.iter().copied().filter(|fact| fact.group == *group).collect();
            (!facts.is_empty()).then(|| self.group(group, &facts))
        });
        std::iter::once(self.order()).chain(groups).collect()
    }

    fn order(&self) -> Page {
        let mut page = Page::new(self.chapter.page("facts"), "The facts of the record");
        let path = page.path.clone();
        page.paragraph(
            "A fact is one thing that can be known of a situation. Each has a few values; *not known* always belongs to them, and \
             nothing is inferred from it. The record holds no name, no date of birth, no number of a document and no free text.",
        );
        page.lead("Groups");
        let facts = self.chapter.facts();
        page.list(self.chapter.set.groups.iter().filter(|group| facts.iter().any(|fact| fact.group == **group)).map(|group| {
            let label = self.words().label(&format!("group:{group}"));
            let target = super::places::relative(&path, &self.chapter.fact_page(group), "");
            let sentence = self.words().sentence(&format!("group:{group}")).unwrap_or_default();
            (0, format!("{}: {}", linked(&escaped(&label), Some(target)), escaped(&sentence)))
        }));
        page.heading(2, "The order of questions", "order");
        page.paragraph(
            "A form asks stage by stage, within a stage what is least intrusive and most often telling first, and only what can \
             still change something. Nobody has to answer.",
        );
        for stage in &self.chapter.set.interview {
            let id = format!("stage:{}", stage.stage);
            page.heading(3, &escaped(&self.words().label(&id)), &anchor(&id));
            page.paragraph(&escaped(&self.words().sentence(&id).unwrap_or_default()));
            self.conditions_of_stage(&mut page, "Only after", &stage.after);
            self.conditions_of_stage(&mut page, "Not while", &stage.not_while);
            page.list(
                stage.ask.iter().map(|fact| {
                    (0, linked(&escaped(&self.words().question(fact)), self.book.places.link(&path, Kind::Fact, fact)))
                }),
            );
        }
        page
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
