//! What ids are called: the texts of a standard, and where a rule set has none, the words of the id itself.

use palermo::{
    Actor, Bearer, Certainty, Confidence, Effect, OverlayId, Standard,
    rule_set::{Citation, Rule, RuleSet},
    vocabulary::{Derivation, Standing},
};

use super::page::{Page, TOGETHER, clean};

/// What is said of the program itself, where a rule set has no words of its own for it.
const ADVICE: &str = "This software advises; a person decides.";
/// What stands behind an article that nobody compared with the text of its instrument.
const UNVERIFIED: &str = " (article number not verified)";
const REVIEW: &str = "It is not known whether lawyers have reviewed these rules.";
/// What stands before everything else that is said by the rules of a practice.
const NO_STANDARD: &str = "NOT A STANDARD: these rules tell how people were treated, not how to treat them.";

/// The words of a standard.
#[derive(Clone, Copy, Debug)]
pub struct Words<'s> {
    standard: &'s Standard,
}

impl<'s> Words<'s> {
    /// The words of a standard.
    #[must_use]
    pub fn new(standard: &'s Standard) -> Self {
        Self { standard }
    }

    /// The standard.
    #[must_use]
    pub fn standard(&self) -> &'s Standard {
        self.standard
    }

    /// The label of an id.
    #[must_use]
    pub fn label(&self, id: &str) -> String {
        self.known_label(id).unwrap_or_else(|| spoken(id))
    }

    /// The label of an id, where the rule set has one.
    #[must_use]
    pub fn known_label(self, id: &str) -> Option<String> {
        self.standard.text(id).map(|text| clean(&text.label)).filter(|label| !label.is_empty())
    }

    /// The sentence of an id, where there is one.
    #[must_use]
    pub fn sentence(&self, id: &str) -> Option<String> {
        self.standard.text(id).map(|text| clean(&text.sentence)).filter(|sentence| !sentence.is_empty())
    }

    /// The sentence of an id, or its label.
    #[must_use]
    pub fn sentence_or_label(&self, id: &str) -> String {
        self.sentence(id).unwrap_or_else(|| self.label(id))
    }

    /// What a fact is called, input or derived.
    #[must_use]
    pub fn fact(&self, name: &str) -> String {
        let label = self.standard.fact(name).map(|fact| clean(&fact.label)).filter(|label| !label.is_empty());
        label.or_else(|| self.known_label(&format!("derived:{name}"))).unwrap_or_else(|| spoken(name))
    }

    /// The question about a fact.
    #[must_use]
    pub fn question(&self, name: &str) -> String {
        let question = self.standard.fact(name).map(|fact| clean(&fact.question)).filter(|question| !question.is_empty());
        question.unwrap_or_else(|| self.fact(name))
    }

    /// A value of a fact: `yes`, `no`, `unknown`, a word, or a span of years such as `0-17`.
    #[must_use]
    pub fn value(&self, fact: &str, value: &str) -> String {
        if let Some((from, to)) = years(value) {
            return if from == to { format!("{from}") } else { format!("{from} to {to}") };
        }
        let of_fact = self.known_label(&format!("value:{fact}={value}")).or_else(|| self.known_label(&format!("{fact}:{value}")));
        of_fact.or_else(|| self.known_label(&format!("answer:{value}"))).unwrap_or_else(|| spoken(value))
    }

    /// Values of a fact, any one of them.
    #[must_use]
    pub fn values<'v>(&self, fact: &str, values: impl IntoIterator<Item = &'v str>) -> String {
        let values = values.into_iter().enumerate().map(|(place, value)| match (place, self.value(fact, value)) {
            (0, first) => first,
            (_, other) => uncapitalised(&other),
        });
        values.collect::<Vec<_>>().join(" or ")
    }

    /// A fact and what is said of its value.
    #[must_use]
    pub fn fact_is(&self, fact: &str, value: &str) -> String {
        let fact = self.fact(fact);
        if fact.contains(": ") { format!("{fact} - {value}") } else { format!("{fact}: {value}") }
    }

    /// That the rules are no standard, where they are none.
    #[must_use]
    pub fn warning(&self) -> Option<&'static str> {
        let about = self.standard.about();
        about.is_some_and(|about| about.standing == Standing::ObservedPractice).then_some(NO_STANDARD)
    }

    /// A page that begins with that warning.
    #[must_use]
    pub fn page(&self, width: usize) -> Page {
        let mut page = Page::new(width);
        if let Some(warning) = self.warning() {
            page.text(0, warning);
        }
        page
    }

    /// That the software only advises, and that nobody has reviewed the rules.
    #[must_use]
    pub fn standing(&self) -> String {
        format!("{} {}", self.advice(), self.sentence("screen:review").unwrap_or_else(|| REVIEW.to_string()))
    }

    /// That the software only advises.
    #[must_use]
    pub fn advice(&self) -> String {
        self.sentence("screen:advice").unwrap_or_else(|| ADVICE.to_string())
    }

    /// What the standard is: id, version and digest.
    fn identity(self) -> String {
        let standard = self.standard;
        format!("{} {}, {}", clean(standard.id()), clean(standard.version()), standard.digest())
    }

    /// Puts at the foot of a page by what was decided: the standard, and each overlay that was composed with it.
    pub fn identify(&self, page: &mut Page) {
        page.part(0, "Standard", &self.identity());
        for OverlayId { id, version, digest } in self.standard.identity().overlays {
            page.part(0, "Overlay", &format!("{} {}, {digest}", clean(&id), clean(&version)));
        }
    }

    /// What follows from a rule: a conclusion, a note, or a derived fact with its value.
    #[must_use]
    pub fn consequence(&self, id: &str) -> String {
        if let Some((fact, value)) = id.strip_prefix("fact:").and_then(|given| given.split_once('=')) {
            return self.fact_is(fact, &self.value(fact, value));
        }
        if let Some(value) = id.strip_prefix("status:") {
            return format!("{}: {}", self.label("kind:status"), self.value("status", value));
        }
        self.label(id)
    }

    /// What conduct is called.
    #[must_use]
    pub fn conduct(&self, code: &str) -> String {
        self.label(&format!("conduct:{code}"))
    }

    /// Who has to act.
    #[must_use]
    pub fn bearers(&self, bearers: &[Bearer]) -> String {
        bearers.iter().map(|bearer| self.label(&format!("bearer:{bearer}"))).collect::<Vec<_>>().join(", ")
    }

    /// Who did it, where that is known.
    #[must_use]
    pub fn actor(&self, actor: Option<Actor>) -> Option<String> {
        actor.map(|actor| self.label(&format!("actor:{actor}")))
    }

    /// How certain it is.
    #[must_use]
    pub fn certainty(&self, certainty: Certainty) -> String {
        self.label(&format!("certainty:{certainty}"))
    }

    /// What an answer may change.
    #[must_use]
    pub fn effects(&self, effects: &[Effect]) -> String {
        effects.iter().map(|effect| self.label(&format!("kind:{effect}"))).collect::<Vec<_>>().join(", ")
    }

    /// The letter of a derivation and what it means.
    #[must_use]
    pub fn derivation(&self, derivation: Derivation) -> String {
        format!("{} - {}", derivation.letter(), self.label(&format!("derivation:{derivation}")))
    }

    /// Where the source says something: `2.1 b3, lines 289-290; Palermo art. 3`.
    #[must_use]
    pub fn citations(&self, citations: &[Citation]) -> String {
        citations.iter().map(|citation| self.citation(citation)).collect::<Vec<_>>().join("; ")
    }

    /// One place where something is said.
    #[must_use]
    pub fn citation(&self, citation: &Citation) -> String {
        match citation {
            Citation::Source { at, lines } if lines.first == lines.last => format!("{}, line {}", clean(at), lines.first),
            Citation::Source { at, lines } => format!("{}, lines {}-{}", clean(at), lines.first, lines.last),
            Citation::Article { instrument, article, confidence } => {
                let doubt = if *confidence == Confidence::Unverified { UNVERIFIED } else { "" };
                format!("{}, {}{doubt}", self.instrument(instrument), clean(article))
            }
            Citation::Reference { by_reference } => clean(by_reference),
        }
    }

    /// What an instrument is called: shortly, where the texts have a short name for it.
    fn instrument(self, id: &str) -> String {
        self.known_label(&format!("instrument:{id}")).unwrap_or_else(|| {
            let instruments = self.standard.about().map(|about| about.instruments).unwrap_or_default();
            instruments.iter().find(|known| known.id == id).map_or_else(|| clean(id), |known| clean(&known.title))
        })
    }

    /// Ids of rules, each with the letter of its derivation.
    #[must_use]
    pub fn rules(&self, ids: &[String]) -> String {
        ids.iter().map(|id| self.rule(id)).collect::<Vec<_>>().join(", ")
    }

    /// The id of a rule with the letter of its derivation.
    #[must_use]
    pub fn rule(&self, id: &str) -> String {
        self.standard.rule(id).map_or_else(|| clean(id), |rule| marked(&rule))
    }
}

/// That a rule set is no standard, where it is none.
#[must_use]
pub fn warning_of(rule_set: &RuleSet) -> Option<&'static str> {
    (rule_set.standing == Standing::ObservedPractice).then_some(NO_STANDARD)
}

fn marked(rule: &Rule) -> String {
    format!("{}{TOGETHER}{}", clean(&rule.id), rule.derivation.letter())
}

fn years(span: &str) -> Option<(u32, u32)> {
    let (from, to) = span.split_once('-')?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

/// The words of an id: `entitlement:safe-space` is read as "Safe space".
#[must_use]
pub fn spoken(id: &str) -> String {
    let last = id.rsplit(':').find(|part| !part.is_empty()).unwrap_or(id);
    let separator = |letter: char| matches!(letter, '-' | '_' | '=' | '/' | ':');
    capitalised(&clean(&last.replace(separator, " ")))
}

/// A number of things, with an `s` where there is not one of them.
#[must_use]
pub fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// The text with a capital letter at its beginning.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text with a small letter at its beginning, unless its first word is an abbreviation.
#[must_use]
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{spoken, uncapitalised, years};

    #[test]
    fn an_id_without_a_text_is_read_by_its_words() {
        assert_eq!(spoken("entitlement:safe-space"), "Safe space");
        assert_eq!(spoken("value:documents=none"), "Documents none");
        assert_eq!(spoken("family/rule_name"), "Family rule name");
        assert_eq!(spoken("entitlement:"), "Entitlement");
        assert_eq!(spoken(""), "");
    }

    #[test]
    fn spans_of_years_and_small_letters() {
        assert_eq!(years("0-17"), Some((0, 17)));
        assert_eq!(years("safe-place"), None);
        assert_eq!(uncapitalised("Planned or about to happen"), "planned or about to happen");
        assert_eq!(uncapitalised("NGO"), "NGO");
    }
}
