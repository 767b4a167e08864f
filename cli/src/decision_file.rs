//! Reads a decision from a file, in either form, and accepts only what can stand in one.
//!
//! A decision is made of ids and fixed words. Whatever else stands where an id belongs may be a name or a number of a person:
//! such a file is refused here, by the place alone, so that no command ever repeats it.

use std::path::Path;

use palermo::{CompactDecision, ConclusionKind, Decision, Violation};
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};

use crate::failure::Failure;

/// How long a name can be, as in a rule set.
const NAME_LENGTH: usize = 100;

/// A decision in either form.
#[derive(Clone, Debug)]
pub enum DecisionFile {
    /// The full form.
    Full(Box<Decision>),
    /// The short form.
    Compact(CompactDecision),
}

impl DecisionFile {
    /// Reads a decision; `None` where the bytes have no `status`, or are no JSON at all.
    ///
    /// # Errors
    ///
    /// Where the bytes have a `status` and are no decision.
    pub fn parse(path: &Path, bytes: &[u8]) -> Result<Option<Self>, Failure> {
        #[derive(Deserialize)]
        struct Keys {
            standard: Option<IgnoredAny>,
            status: Option<IgnoredAny>,
        }
        let (file, wrong) = match serde_json::from_slice(bytes) {
            Ok(Keys { status: Some(_), standard: Some(_) }) => {
                let decision: Decision = parse(path, bytes)?;
                let wrong = Places::of_full(&decision);
                (Self::Full(Box::new(decision)), wrong)
            }
            Ok(Keys { status: Some(_), standard: None }) => {
                let decision: CompactDecision = parse(path, bytes)?;
                let wrong = Places::of_compact(&decision);
                (Self::Compact(decision), wrong)
            }
            Ok(Keys { status: None, .. }) | Err(_) => return Ok(None),
        };
        match wrong {
            None => Ok(Some(file)),
            Some(place) => Err(Failure::Document {
                path: path.to_path_buf(),
                reason: format!("this is no decision: {place} is no id"),
                help: "keep the line that `palermo evaluate` wrote; a decision holds ids and no other text".to_string(),
            }),
        }
    }
}

/// Reads a document; what is wrong is said by its place alone, since a message might repeat a value.
///
/// # Errors
///
/// Where the bytes are no such document.
pub fn parse<T: DeserializeOwned>(path: &Path, bytes: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(bytes).map_err(|error| {
        let what = if error.is_data() { "this is no decision" } else { "this is no valid JSON" };
        Failure::Document {
            path: path.to_path_buf(),
            reason: format!("{what} (line {}, column {})", error.line(), error.column()),
            help: "`palermo schema decision` and `palermo schema compact-decision` print the two forms".to_string(),
        }
    })
}

/// Finds the first place, as a JSON Pointer, where something else than an id stands.
#[derive(Default)]
struct Places {
    wrong: Option<String>,
}

impl Places {
    fn of_full(decision: &Decision) -> Option<String> {
        let mut places = Self::default();
        places.check("/standard/id", is_of_standard(&decision.standard.id));
        places.check("/standard/version", is_of_standard(&decision.standard.version));
        places.check("/standard/digest", is_of_standard(&decision.standard.digest));
        for (at, overlay) in decision.standard.overlays.iter().enumerate() {
            places.check(&format!("/standard/overlays/{at}/id"), is_of_standard(&overlay.id));
            places.check(&format!("/standard/overlays/{at}/version"), is_of_standard(&overlay.version));
            places.check(&format!("/standard/overlays/{at}/digest"), is_of_standard(&overlay.digest));
        }
        places.list("/status_rules", &decision.status_rules, is_rule);
        for (at, conclusion) in decision.conclusions.iter().enumerate() {
            places.check(&format!("/conclusions/{at}/id"), is_conclusion(&conclusion.id));
            places.list(&format!("/conclusions/{at}/rules"), &conclusion.rules, is_rule);
        }
        places.violations(&decision.violations);
        for (at, pending) in decision.pending.iter().enumerate() {
            places.check(&format!("/pending/{at}/code"), is_name(&pending.code, '_'));
            places.check(&format!("/pending/{at}/rule"), is_rule(&pending.rule));
            places.list(&format!("/pending/{at}/waits_for"), &pending.waits_for, |fact| is_name(fact, '_'));
        }
        for (at, referral) in decision.referrals.iter().enumerate() {
            places.check(&format!("/referrals/{at}/to"), is_name(&referral.to, '-'));
            places.list(&format!("/referrals/{at}/rules"), &referral.rules, is_rule);
        }
        for (at, question) in decision.questions.iter().enumerate() {
            places.check(&format!("/questions/{at}/fact"), is_name(&question.fact, '_'));
            places.list(&format!("/questions/{at}/after"), &question.after, |fact| is_name(fact, '_'));
        }
        for (at, shielded) in decision.shielded.iter().enumerate() {
            places.check(&format!("/shielded/{at}/fact"), is_name(&shielded.fact, '_'));
            places.list(&format!("/shielded/{at}/rules"), &shielded.rules, is_rule);
        }
        places.wrong
    }

    fn of_compact(decision: &CompactDecision) -> Option<String> {
        let mut places = Self::default();
        places.list("/conclusions", &decision.conclusions, is_conclusion);
        places.violations(&decision.violations);
        places.wrong
    }

    fn violations(&mut self, violations: &[Violation]) {
        for (at, violation) in violations.iter().enumerate() {
            self.check(&format!("/violations/{at}/code"), is_name(&violation.code, '_'));
            self.check(&format!("/violations/{at}/rule"), is_rule(&violation.rule));
        }
    }

    fn list(&mut self, place: &str, ids: &[String], is_id: impl Fn(&str) -> bool) {
        for (at, id) in ids.iter().enumerate() {
            self.check(&format!("{place}/{at}"), is_id(id));
        }
    }

    fn check(&mut self, place: &str, is_id: bool) {
        if !is_id && self.wrong.is_none() {
            self.wrong = Some(place.to_string());
        }
    }
}

fn is_conclusion(id: &str) -> bool {
    id.split_once(':').is_some_and(|(kind, name)| ConclusionKind::from_word(kind).is_some() && is_name(name, '-'))
}

fn is_rule(id: &str) -> bool {
    let is_part = |part: &str| is_made_of(part, "-");
    id.split_once('/').is_some_and(|(family, name)| is_part(family) && is_part(name))
}

fn is_of_standard(word: &str) -> bool {
    is_made_of(word, ".:-")
}

/// Whether a word is a name as rule sets have them, with one mark between its parts.
fn is_name(name: &str, joint: char) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase()) && is_made_of(name, joint.encode_utf8(&mut [0; 4]))
}

fn is_made_of(word: &str, marks: &str) -> bool {
    let usual = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || marks.contains(character);
    !word.is_empty() && word.len() <= NAME_LENGTH && word.chars().all(usual)
}
