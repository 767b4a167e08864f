//! One rule, as a reviewer reads it: what it says, when, what follows, where it comes from, what breaks it, and its cases.

use palermo::rule_set::{Citation, Condition, Rule};
use palermo_cli::text::rule_words::{BREACH, CASES, Consequence, THEN, UNDECIDED, WHEN};

use super::{
    book::View,
    markdown::{Page, code, escaped, linked, part},
    places::{Kind, cited, name_of},
    proofs::short,
    review_state,
};

impl View<'_> {
    /// Adds a rule to the page of its family.
    pub(crate) fn rule(&self, page: &mut Page, rule: &Rule) {
        let name = name_of(&rule.id);
        page.heading(2, &escaped(name), &self.chapter.rule_anchor(&rule.id));
        page.quote(&escaped(&rule.sentence));
        let mut head = vec![(0, part("Rule", &code(&rule.id)))];
        let [modality, derivation, bearers, (source, _)] = self.told.head(rule);
        head.extend([modality, derivation, bearers].iter().map(|(name, text)| (0, part(name, &escaped(text)))));
        head.push((0, part(&source, &self.citations(&page.path, &rule.source))));
        let confirmed = self.confirmed(&page.path, &rule.id);
        if !confirmed.is_empty() {
            head.push((0, part("Overlays add", &confirmed)));
        }
        let promises = self.promises(&page.path, rule);
        if !promises.is_empty() {
            head.push((0, part("Promises that it serves", &promises)));
        }
        head.push((0, part("Review", &review_state::of_rule(&self.state(&rule.id)))));
        page.list(head);
        page.lead(WHEN);
        self.condition(page, &rule.when);
        page.lead(THEN);
        let followed = self.told.consequences(rule);
        let path = page.path.clone();
        page.list(followed.iter().flat_map(|followed| self.consequence(&path, Kind::Conclusion, &followed.id, followed)));
        self.breach(page, rule);
        if let Some(reading) = &rule.reading {
            page.lead(&escaped(&self.words().label("screen:reading")));
            page.paragraph(&escaped(reading));
        }
        self.points(page, &rule.id);
        self.cases(page, rule);
    }

    /// The citations that overlays add to a rule of the base.
    fn confirmed(&self, page: &str, rule: &str) -> String {
        let views = self.book.chapters.iter().map(|chapter| self.book.view(chapter));
        let added = views.flat_map(|view| {
            let citations = view.chapter.overlay.iter().flat_map(|overlay| &overlay.citations);
            citations.filter(|added| added.rule == rule).map(move |added| view.citations(page, std::slice::from_ref(&added.cite)))
        });
        added.collect::<Vec<_>>().join("; ")
    }

    /// The promises of the charter that a rule serves.
    fn promises(&self, page: &str, rule: &Rule) -> String {
        let served = self.book.proofs.served_by(self.chapter, rule);
        let linked = served
            .iter()
            .map(|promise| linked(&escaped(short(promise)), self.book.places.link(page, Kind::Promise, &promise.name)));
        linked.collect::<Vec<_>>().join(", ")
    }

    /// Citations, each linked to its place in the index.
    pub(crate) fn citations(&self, page: &str, citations: &[Citation]) -> String {
        let told = citations.iter().map(|citation| {
            let label = escaped(&self.words().citation(citation));
            linked(&label, self.book.places.link(page, Kind::Citation, &cited(citation)))
        });
        told.collect::<Vec<_>>().join("; ")
    }

    /// A condition as a list, with every fact linked to what it means.
    pub(crate) fn condition(&self, page: &mut Page, condition: &Condition) {
        let items = self.condition_items(&page.path, condition);
        page.list(items);
    }

    /// The items of such a list.
    pub(crate) fn condition_items(&self, page: &str, condition: &Condition) -> Vec<(usize, String)> {
        let lines = self.told.conditions().lines(condition).into_iter().map(|line| {
            let fact = line.fact.as_deref().map(|name| (name, self.words().fact(name)));
            // A line about a fact begins with its label.
            let told = match fact.as_ref().and_then(|(name, label)| Some((name, label, line.text.strip_prefix(label.as_str())?)))
            {
                Some((name, label, rest)) => format!("{}{}", self.linked(page, Kind::Fact, name, label), escaped_rest(rest)),
                None => escaped(&line.text),
            };
            (line.depth, told)
        });
        lines.collect()
    }

    /// Something that follows from a rule, or breaks it, with what it says below it.
    fn consequence(&self, page: &str, kind: Kind, name: &str, told: &Consequence) -> Vec<(usize, String)> {
        let label = self.linked(page, kind, name, &told.label);
        let sentence = told.sentence.as_ref().map(|sentence| (1, escaped(sentence)));
        [Some((0, format!("{label} {}", code(&told.id)))), sentence].into_iter().flatten().collect()
    }

    fn breach(&self, page: &mut Page, rule: &Rule) {
        let Some(breach) = self.told.breach(rule) else { return };
        page.lead(BREACH);
        let name = breach.conduct.id.trim_start_matches("conduct:");
        let path = page.path.clone();
        page.list(self.consequence(&path, Kind::Conduct, name, &breach.conduct));
        let (sentence, when) = breach.breaks;
        page.paragraph(&escaped(sentence));
        if let Some(when) = when {
            self.condition(page, &when);
        }
        if let Some((sentence, when)) = breach.implied {
            page.paragraph(&escaped(sentence));
            self.condition(page, &when);
        }
    }

    /// What is contested about a rule, in short; the chapter on contested points has it in full.
    fn points(&self, page: &mut Page, rule: &str) {
        let points = self.told.contested(rule);
        if points.is_empty() {
            return;
        }
        page.lead(&escaped(&self.words().label("screen:contested")));
        let path = page.path.clone();
        page.list(points.iter().map(|point| {
            let label = format!("{}: {}", point.id, point.topic);
            let label = self.linked(&path, Kind::Contested, &point.id, &label);
            (0, format!("{label}. {}", escaped(&point.treatment)))
        }));
    }

    fn cases(&self, page: &mut Page, rule: &Rule) {
        let cases = self.told.cases(&rule.cases);
        if cases.is_empty() {
            return;
        }
        page.lead(CASES);
        page.list(cases.into_iter().flat_map(|case| {
            let undecided = (!case.undecided.is_empty()).then(|| (1, part(UNDECIDED, &escaped(&case.undecided.join("; ")))));
            let told = (0, part(case.outcome, &escaped(&case.facts.join("; "))));
            [Some(told), undecided, case.note.map(|note| (1, escaped(&note)))].into_iter().flatten()
        }));
    }
}

/// What stands behind a label: it begins no line, and keeps the blank before it.
fn escaped_rest(rest: &str) -> String {
    let text = escaped(rest);
    // `: Yes` would begin a definition only at the beginning of a line.
    let text = text.strip_prefix('\\').filter(|text| text.starts_with([':', '-'])).unwrap_or(&text).to_string();
    if rest.starts_with(' ') { format!(" {text}") } else { text }
}
