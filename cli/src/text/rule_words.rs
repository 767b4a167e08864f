//! What is said of a rule, in words and before it is laid out: the command line and the rulebook show the same.

use palermo::{
    FactValue,
    rule_set::{Case, CaseFacts, Condition, ContestedPoint, FactSet, Rule, RuleSet},
};

use super::{condition::ConditionWriter, words::Words};

/// The words for the rules of a standard; the rule set adds situations, contested points and the members of sets.
#[derive(Clone, Copy, Debug)]
pub struct RuleWords<'w> {
    /// The words of the standard.
    pub words: Words<'w>,
    /// The rule set, where it is at hand.
    pub rule_set: Option<&'w RuleSet>,
}

/// Something that follows from a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What it says, where that is more than the label.
    pub sentence: Option<String>,
}

/// The conduct that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldBreach {
    /// What the conduct is called, what it is, and its id with `conduct:` before it.
    pub conduct: Consequence,
    /// When it breaks the rule, and the condition where the sentence announces one.
    pub breaks: (&'static str, Option<Condition>),
    /// When recorded facts imply it: the sentence, and the condition that it announces.
    pub implied: Option<(&'static str, Condition)>,
}

/// A case that shows when a rule applies and when it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldCase {
    /// What comes out.
    pub outcome: &'static str,
    /// What is known.
    pub facts: Vec<String>,
    /// The facts that are not known and that would decide.
    pub undecided: Vec<String>,
    /// What the case shows.
    pub note: Option<String>,
}

impl<'w> RuleWords<'w> {
    /// The writer of conditions.
    #[must_use]
    pub fn conditions(&self) -> ConditionWriter<'w> {
        let sets: &[FactSet] = self.rule_set.map_or(&[], |rule_set| &rule_set.sets);
        ConditionWriter { words: self.words, sets }
    }

    /// What kind of rule it is, where it comes from, who must act, and the source, each with its name.
    #[must_use]
    pub fn head(&self, rule: &Rule) -> [(String, String); 4] {
        let words = self.words;
        // Nobody has to do what a practice tells of.
        let bearers = words.warning().map_or_else(|| words.label("screen:bearers"), |_| "Who does it".to_string());
        [
            ("Modality".to_string(), words.label(&format!("modality:{}", rule.modality))),
            ("Derivation".to_string(), words.derivation(rule.derivation)),
            (bearers, words.bearers(&rule.bearers)),
            (words.label("screen:source"), words.citations(&rule.source)),
        ]
    }

    /// What follows from a rule.
    #[must_use]
    pub fn consequences(&self, rule: &Rule) -> Vec<Consequence> {
        let told =
            |id: &String| Consequence { id: id.clone(), label: self.words.consequence(id), sentence: self.words.sentence(id) };
        rule.then.iter().map(told).collect()
    }

    /// The conduct that breaks a rule.
    #[must_use]
    pub fn breach(&self, rule: &Rule) -> Option<ToldBreach> {
        let breach = rule.breach.as_ref()?;
        let id = format!("conduct:{}", breach.code);
        let breaks = match &breach.when {
            None => ("It breaks the rule wherever the rule applies.", None),
            Some(Condition::Always) => ("It always breaks the rule.", None),
            Some(when) => ("It breaks the rule where this holds:", Some(when.clone())),
        };
        let implied = self.words.standard().conduct(&breach.code).and_then(|code| code.implied_when);
        Some(ToldBreach {
            conduct: Consequence { label: self.words.conduct(&breach.code), sentence: self.words.sentence(&id), id },
            breaks,
            implied: implied.map(|when| ("It counts as established, without being recorded, where this holds:", when)),
        })
    }

    /// The contested points that touch a rule.
    #[must_use]
    pub fn contested(&self, rule: &str) -> Vec<&'w ContestedPoint> {
        let points = self.rule_set.map_or(&[][..], |rule_set| &rule_set.contested);
        points.iter().filter(|point| point.rules.iter().any(|id| id == rule)).collect()
    }

    /// The cases of a rule.
    #[must_use]
    pub fn cases(&self, cases: &[Case]) -> Vec<ToldCase> {
        cases.iter().filter_map(|case| self.case(case)).collect()
    }

    fn case(&self, case: &Case) -> Option<ToldCase> {
        let (outcome, facts) = match case {
            Case { fires: Some(facts), .. } => ("Applies", facts),
            Case { silent: Some(facts), .. } => ("Does not apply", facts),
            Case { breached: Some(facts), .. } => ("The conduct breaks it", facts),
            Case { not_breached: Some(facts), .. } => ("The conduct does not break it", facts),
            _ => return None,
        };
        let undecided = case.unknown.iter().map(|fact| self.words.fact(fact)).collect();
        Some(ToldCase { outcome, facts: self.facts(facts), undecided, note: case.note.clone() })
    }

    fn facts(&self, facts: &CaseFacts) -> Vec<String> {
        match facts {
            CaseFacts::Situation(name) => {
                let situations = self.rule_set.map_or(&[][..], |rule_set| &rule_set.situations);
                let situation = situations.iter().find(|situation| situation.name == *name);
                vec![situation.map_or_else(|| name.clone(), |situation| situation.sentence.clone())]
            }
            CaseFacts::Facts(facts) if facts.is_empty() => vec!["nothing is known".to_string()],
            CaseFacts::Facts(facts) => {
                facts.iter().map(|(fact, value)| self.words.fact_is(fact, &self.given(fact, value))).collect()
            }
        }
    }

    fn given(&self, fact: &str, value: &FactValue) -> String {
        match value {
            FactValue::Unknown => self.words.value(fact, "unknown"),
            FactValue::YesNo(true) => self.words.value(fact, "yes"),
            FactValue::YesNo(false) => self.words.value(fact, "no"),
            FactValue::Years(years) => years.to_string(),
            FactValue::Word(word) => self.words.value(fact, word),
        }
    }
}

/// How what is contested about a rule is introduced: the position of the source, the dispute, and what the rules do.
#[must_use]
pub fn contested_parts(point: &ContestedPoint) -> [(&'static str, &str); 3] {
    [
        ("The source says", &point.source_says),
        ("What is contested", &point.contested),
        ("What the rules do about it", &point.treatment),
    ]
}

/// How the facts that would decide a case are introduced.
pub const UNDECIDED: &str = "Not known, and it would decide";
/// How the condition of a rule is introduced.
pub const WHEN: &str = "When it applies";
/// How what follows from a rule is introduced.
pub const THEN: &str = "What follows";
/// How the conduct that breaks a rule is introduced.
pub const BREACH: &str = "What breaks it";
/// How the cases of a rule are introduced.
pub const CASES: &str = "Cases";
