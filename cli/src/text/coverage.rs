//! What of the source is cited and what of the rules is exercised, in words.

use palermo_verify::{Bullet, CitedElsewhere, Coverage, Exercise, Facts, RecordCoverage, SourceCoverage, Story};

use super::{page::Page, words::warning_of};
use crate::subjects::Composed;

/// How many missing things are told, unless everything is asked for.
const TOLD: usize = 10;

/// What is told, and how much of it.
pub struct Told<'t> {
    /// The rule set.
    pub composed: &'t Composed,
    /// Its words.
    pub story: &'t Story<'t>,
    /// Whether every place of the source is told, and everything that is missing.
    pub all: bool,
}

impl Told<'_> {
    /// What of the source is cited, and what of the rules is exercised.
    #[must_use]
    pub fn coverage(&self, coverage: &Coverage, width: usize) -> String {
        let mut page = Page::new(width);
        page.text(0, &coverage.rule_set.to_string());
        if let Some(warning) = warning_of(self.composed.whole()) {
            page.text(0, warning);
        }
        self.source(&mut page, &coverage.source);
        if let Some(records) = &coverage.records {
            self.records(&mut page, records);
        }
        page.into_text()
    }

    fn source(&self, page: &mut Page, source: &SourceCoverage) {
        page.heading("What of the source is cited");
        page.counts(&[
            (source.anchors, "places in the source index"),
            (source.anchors_in_rules, "cited by rules from which something follows"),
            (source.anchors_in_definitions_only, "cited by definitions, notes or facts alone"),
            (source.anchors_uncited, "cited by nothing"),
        ]);
        if source.lines > 0 {
            page.text(2, &format!("Of {} lines, {} are cited.", source.lines, source.lines_cited));
        }
        let uncited: Vec<&str> =
            source.bullets.iter().filter(|bullet| bullet.is_uncited()).map(|bullet| bullet.at.as_str()).collect();
        if !uncited.is_empty() {
            page.part(2, "Cited by nothing", &uncited.join("; "));
        }
        let only: Vec<&Bullet> =
            source.bullets.iter().filter(|bullet| bullet.rules.is_empty() && !bullet.definitions.is_empty()).collect();
        if !only.is_empty() {
            let only: Vec<&str> = only.into_iter().map(|bullet| bullet.at.as_str()).collect();
            page.part(2, "Cited by definitions or notes alone", &only.join("; "));
        }
        if self.all {
            places(page, source);
        } else if self.composed.has_overlays() {
            // What an author of an overlay looks for is their own law.
            let is_theirs = |cited: &&CitedElsewhere| {
                let of = |id: &String| cited.cited.strip_prefix(id.as_str()).is_some_and(|article| article.starts_with(", "));
                self.composed.instruments().any(of)
            };
            let theirs: Vec<&CitedElsewhere> = source.articles.iter().filter(is_theirs).collect();
            elsewhere(page, "Articles that the overlays cite", &theirs);
        }
    }

    fn records(&self, page: &mut Page, records: &RecordCoverage) {
        let what =
            if self.composed.has_overlays() { "What the records exercise of the overlays" } else { "What the records exercise" };
        page.heading(&format!("{what} ({})", records.records));
        page.text(2, &format!("{} of {} rules that can apply do in some record.", records.rules_fired, records.rules_possible));
        page.text(
            2,
            &format!(
                "{} of {} sides of literals that can decide alone do in some record.",
                records.sides_exercised, records.sides_possible
            ),
        );
        let rules =
            records.rules.iter().filter_map(|rule| Some((format!("The rule {} applies", rule.rule), missing(&rule.exercise)?)));
        let literals = records.literals.iter().flat_map(|literal| {
            let written = serde_json::to_string(&literal.literal.written).unwrap_or_default();
            let name = format!("`{written}` of {}", literal.literal.condition);
            let sides = [("holds and alone decides", &literal.met), ("does not hold and alone decides", &literal.missed)];
            sides.into_iter().filter_map(move |(side, exercise)| Some((format!("{name} {side}"), missing(exercise)?)))
        });
        let missing: Vec<(String, &Facts)> = rules.chain(literals).collect();
        if missing.is_empty() {
            return;
        }
        page.heading(&format!("What no record shows ({}), and a record that would", missing.len()));
        let told = if self.all { missing.len() } else { TOLD };
        for (what, facts) in missing.iter().take(told) {
            page.item(2, what);
            page.text(4, &self.story.record(facts).join(" "));
        }
        if missing.len() > told {
            page.text(2, &format!("`--all` tells {} more.", missing.len() - told));
        }
    }
}

/// Every place that is cited, with what cites it.
fn places(page: &mut Page, source: &SourceCoverage) {
    page.heading("Place by place");
    for bullet in &source.bullets {
        let ranges = bullet.ranges.iter().map(|lines| match (lines.first, lines.last) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}-{last}"),
        });
        let ranges: Vec<String> = ranges.collect();
        page.item(2, &format!("{}, lines {}", bullet.at, ranges.join(", ")));
        cited_by(page, &bullet.rules, &bullet.definitions, &bullet.facts);
    }
    elsewhere(page, "Articles of other instruments", &source.articles.iter().collect::<Vec<_>>());
    elsewhere(page, "By reference", &source.references.iter().collect::<Vec<_>>());
}

fn elsewhere(page: &mut Page, heading: &str, cited: &[&CitedElsewhere]) {
    if !cited.is_empty() {
        page.heading(heading);
    }
    for one in cited {
        page.item(2, &one.cited);
        cited_by(page, &one.rules, &[], &one.facts);
    }
}

fn missing(exercise: &Exercise) -> Option<&Facts> {
    match exercise {
        Exercise::Missing { facts } => Some(facts),
        _ => None,
    }
}

fn cited_by(page: &mut Page, rules: &[String], definitions: &[String], facts: &[String]) {
    for (what, names) in [("Rules", rules), ("Definitions and notes", definitions), ("Facts", facts)] {
        if !names.is_empty() {
            page.part(4, what, &names.join(", "));
        }
    }
}
