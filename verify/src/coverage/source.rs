//! Which rules and facts cite which place of the source.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{
    ConclusionKind,
    rule_set::{Citation, Rule, RuleSet},
};

use super::{Bullet, CitedElsewhere, SourceCoverage};

/// The rules and facts that cite one thing.
#[derive(Default)]
struct Citing {
    rules: Vec<String>,
    definitions: Vec<String>,
    facts: Vec<String>,
}

/// Everything that is cited, by what cites it.
#[derive(Default)]
struct Cited {
    bullets: BTreeMap<String, Citing>,
    articles: BTreeMap<String, Citing>,
    references: BTreeMap<String, Citing>,
    lines: BTreeSet<u32>,
}

pub(super) fn cited(rule_set: &RuleSet) -> SourceCoverage {
    let mut cited = Cited::default();
    for rule in &rule_set.rules {
        let has_effect = has_effect(rule);
        cited.all(&rule.source, |citing| {
            let list = if has_effect { &mut citing.rules } else { &mut citing.definitions };
            add(list, &rule.id);
        });
    }
    for fact in &rule_set.facts {
        cited.all(&fact.source, |citing| add(&mut citing.facts, &fact.name));
    }
    let bullets = bullets(rule_set, &mut cited.bullets);
    let count = |is: &dyn Fn(&Bullet) -> bool| bullets.iter().filter(|bullet| is(bullet)).count();
    let lines = rule_set.documents.first().map_or(0, |document| document.lines);
    SourceCoverage {
        anchors: bullets.len(),
        anchors_in_rules: count(&|bullet| !bullet.rules.is_empty()),
        anchors_in_definitions_only: count(&|bullet| bullet.rules.is_empty() && !bullet.is_uncited()),
        anchors_uncited: count(&Bullet::is_uncited),
        lines,
        lines_cited: u32::try_from(cited.lines.iter().filter(|line| **line <= lines).count()).unwrap_or(lines),
        bullets,
        articles: elsewhere(cited.articles),
        references: elsewhere(cited.references),
    }
}

impl Bullet {
    /// Whether neither a rule nor a fact cites it.
    #[must_use]
    pub fn is_uncited(&self) -> bool {
        self.rules.is_empty() && self.definitions.is_empty() && self.facts.is_empty()
    }
}

impl Cited {
    fn all(&mut self, source: &[Citation], note: impl Fn(&mut Citing)) {
        for citation in source {
            note(match citation {
                Citation::Source { at, lines } => {
                    self.lines.extend(lines.first..=lines.last);
                    self.bullets.entry(at.clone()).or_default()
                }
                Citation::Article { instrument, article, .. } => {
                    self.articles.entry(format!("{instrument}, {article}")).or_default()
                }
                Citation::Reference { by_reference } => self.references.entry(by_reference.clone()).or_default(),
            });
        }
    }
}

fn add(list: &mut Vec<String>, name: &str) {
    if list.last().is_none_or(|last| last != name) {
        list.push(name.into());
    }
}

/// Whether something follows for a person from a rule: a conclusion, or that conduct breaks it. Other rules say what a word
/// means, or note what must not matter.
fn has_effect(rule: &Rule) -> bool {
    let is_conclusion = |text: &String| text.split_once(':').is_some_and(|(kind, _)| ConclusionKind::from_word(kind).is_some());
    rule.breach.is_some() || rule.then.iter().any(is_conclusion)
}

/// The anchors of the source index in their order.
fn bullets(rule_set: &RuleSet, cited: &mut BTreeMap<String, Citing>) -> Vec<Bullet> {
    let mut bullets: Vec<Bullet> = Vec::new();
    for range in &rule_set.source_index {
        if let Some(bullet) = bullets.iter_mut().find(|bullet| bullet.at == range.at) {
            bullet.ranges.push(range.lines);
            continue;
        }
        let Citing { rules, definitions, facts } = cited.remove(&range.at).unwrap_or_default();
        bullets.push(Bullet { at: range.at.clone(), ranges: vec![range.lines], rules, definitions, facts });
    }
    bullets
}

fn elsewhere(cited: BTreeMap<String, Citing>) -> Vec<CitedElsewhere> {
    let one = |(cited, Citing { mut rules, definitions, facts }): (String, Citing)| {
        rules.extend(definitions);
        CitedElsewhere { cited, rules, facts }
    };
    cited.into_iter().map(one).collect()
}
