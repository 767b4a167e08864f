//! The standard: every call of the core, passed on.

#![expect(
    clippy::missing_errors_doc,
    reason = "a heading for Rust would stand in every language; what is refused is said in words"
)]

use std::{fmt, sync::Arc};

use palermo::{
    About, CheckedRecord, CompactDecision, Decision, Question, StandardId, ValidationReport,
    rule_set::{FirstScreen, Text},
    vocabulary::RuleSetKind,
};

use crate::{
    IntakeRecord, PalermoError,
    own::{ConductCode, Dictionary, Explanation, Fact, Rule, StandardInfo},
};

/// A rule set, ready to decide by: the embedded one, or one of your own.
///
/// Make one, keep it, and share it between threads: nothing in it ever changes.
#[derive(uniffi::Object)]
#[uniffi::export(Debug, Display)]
pub struct Standard {
    standard: palermo::Standard,
}

#[uniffi::export]
impl Standard {
    /// The standard of 2002 for the protection of trafficked people in South-eastern Europe, which is embedded.
    #[uniffi::constructor]
    #[must_use]
    pub fn see_2002() -> Arc<Self> {
        Arc::new(Self { standard: palermo::Standard::see_2002() })
    }

    /// Loads a compiled rule set from its JSON.
    ///
    /// Refused is a rule set that cannot be decided by, with everything that is wrong with it.
    #[uniffi::constructor]
    pub fn from_json(text: &str) -> Result<Arc<Self>, PalermoError> {
        Ok(Arc::new(Self { standard: palermo::Standard::from_json(text)? }))
    }

    /// Composes overlays with a rule set, all of them JSON: what later texts add to it. In which order they are named does not
    /// matter.
    ///
    /// Refused is what cannot be composed, with everything that is wrong; a problem inside an overlay names it.
    #[uniffi::constructor]
    pub fn compose_json(base: &str, overlays: &[String]) -> Result<Arc<Self>, PalermoError> {
        let overlays: Vec<&str> = overlays.iter().map(String::as_str).collect();
        Ok(Arc::new(Self { standard: palermo::Standard::compose_json(base, &overlays)? }))
    }

    /// The id of the rule set.
    #[must_use]
    pub fn id(&self) -> String {
        self.standard.id().to_string()
    }

    /// The version of the rule set.
    #[must_use]
    pub fn version(&self) -> String {
        self.standard.version().to_string()
    }

    /// `sha256:` and the digest of the rule set's canonical JSON.
    #[must_use]
    pub fn digest(&self) -> String {
        self.standard.digest().to_string()
    }

    /// What the rule set speaks about.
    #[must_use]
    pub fn kind(&self) -> RuleSetKind {
        self.standard.kind()
    }

    /// Id, version, digest and overlays, as they stand in every decision.
    #[must_use]
    pub fn identity(&self) -> StandardId {
        self.standard.identity()
    }

    /// What the rule set is: title, summary, days in force, documents.
    #[must_use]
    pub fn about(&self) -> Option<StandardInfo> {
        self.standard.about().map(Into::into)
    }

    /// As `about`, as JSON text.
    #[must_use]
    pub fn about_json(&self) -> String {
        self.standard.about_json().to_string()
    }

    /// Whether the rule set is in force on a day, written `YYYY-MM-DD`. The caller brings the day: there is no clock inside.
    ///
    /// Refused is a text that is no day of the calendar.
    pub fn is_in_force(&self, date: &str) -> Result<bool, PalermoError> {
        #[cfg(feature = "panic-inside")]
        crate::panic_inside::when_asked(date);
        Ok(self.standard.is_in_force(date.parse()?))
    }

    /// Decides on a record: what the person is owed, what nobody may do, who is called, what was broken, what to ask.
    ///
    /// Refused is a record that does not fit the standard, with everything that is wrong with it. A partial record always
    /// fits.
    pub fn evaluate(&self, record: &IntakeRecord) -> Result<Decision, PalermoError> {
        Ok(self.read(record)?.decision())
    }

    /// As `evaluate`, from JSON text to the canonical JSON text of the decision: the fastest way, and the same bytes in every
    /// language.
    pub fn evaluate_json(&self, text: &str) -> Result<String, PalermoError> {
        Ok(self.standard.read_json(text)?.decision_json())
    }

    /// As `evaluate_json`, from bytes that should be JSON text, such as the body of a request; they are not copied.
    pub fn evaluate_json_bytes(&self, text: &[u8]) -> Result<String, PalermoError> {
        Ok(self.standard.read_json_bytes(text)?.decision_json())
    }

    /// As `evaluate`, in the short form.
    pub fn evaluate_compact(&self, record: &IntakeRecord) -> Result<CompactDecision, PalermoError> {
        Ok(self.read(record)?.compact())
    }

    /// As `evaluate_json`, in the short form.
    pub fn evaluate_compact_json(&self, text: &str) -> Result<String, PalermoError> {
        Ok(self.standard.read_json(text)?.compact_json())
    }

    /// Why a conclusion holds or does not: `entitlement:shelter`, `status`, or `status:` and a status.
    ///
    /// Refused is a record that does not fit the standard, and a conclusion that it does not have.
    pub fn explain(&self, record: &IntakeRecord, subject: &str) -> Result<Explanation, PalermoError> {
        Ok(self.read(record)?.explain(subject)?.into())
    }

    /// As `explain`, from JSON text to JSON text.
    pub fn explain_json(&self, text: &str, subject: &str) -> Result<String, PalermoError> {
        Ok(self.standard.read_json(text)?.explain_json(subject)?)
    }

    /// What to ask next, in the interview order: the open facts that could still change something.
    ///
    /// Refused is a record that does not fit the standard.
    pub fn questions(&self, record: &IntakeRecord, about: About) -> Result<Vec<Question>, PalermoError> {
        Ok(self.read(record)?.questions(about))
    }

    /// As `questions`, from JSON text to JSON text.
    pub fn questions_json(&self, text: &str, about: About) -> Result<String, PalermoError> {
        Ok(self.standard.read_json(text)?.questions_json(about))
    }

    /// Says everything that can be said of a record: errors, warnings, and advice on what not to collect.
    #[must_use]
    pub fn validate(&self, record: &IntakeRecord) -> ValidationReport {
        self.standard.read_json(record.text()).into()
    }

    /// As `validate`, from JSON text to JSON text.
    #[must_use]
    pub fn validate_json(&self, text: &str) -> String {
        self.standard.validate_json(text)
    }

    /// The dictionary: every fact with its question and help, the interview order, the conduct codes. A form keeps it.
    #[must_use]
    pub fn dictionary(&self) -> Dictionary {
        self.standard.dictionary().into()
    }

    /// As `dictionary`, as JSON text.
    #[must_use]
    pub fn dictionary_json(&self) -> String {
        self.standard.dictionary_json()
    }

    /// A fact of the dictionary.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<Fact> {
        self.standard.fact(name).map(Into::into)
    }

    /// As `fact`, as JSON text.
    #[must_use]
    pub fn fact_json(&self, name: &str) -> Option<String> {
        self.standard.fact_json(name).map(Into::into)
    }

    /// A conduct code of the dictionary.
    #[must_use]
    pub fn conduct(&self, code: &str) -> Option<ConductCode> {
        self.standard.conduct(code).map(Into::into)
    }

    /// As `conduct`, as JSON text.
    #[must_use]
    pub fn conduct_json(&self, code: &str) -> Option<String> {
        self.standard.conduct_json(code).map(Into::into)
    }

    /// The rules, in catalogue order.
    #[must_use]
    pub fn rules(&self) -> Vec<Rule> {
        self.standard.rules().into_iter().map(Into::into).collect()
    }

    /// As `rules`, as JSON text.
    #[must_use]
    pub fn rules_json(&self) -> String {
        self.standard.rules_json()
    }

    /// A rule.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<Rule> {
        self.standard.rule(id).map(Into::into)
    }

    /// As `rule`, as JSON text.
    #[must_use]
    pub fn rule_json(&self, id: &str) -> Option<String> {
        self.standard.rule_json(id)
    }

    /// The label and the sentence for an id: a conclusion (`entitlement:shelter`), a status (`status:presumed`), a conduct
    /// code (`conduct:deported`), a value (`value:documents=none`) or a word of a vocabulary (`bearer:police`).
    #[must_use]
    pub fn text(&self, id: &str) -> Option<Text> {
        self.standard.text(id)
    }

    /// What a first screen shows of a long decision, the most pressing first.
    #[must_use]
    pub fn first_screen(&self) -> FirstScreen {
        self.standard.first_screen()
    }

    /// The ids of every conclusion that some rule can give, in catalogue order.
    #[must_use]
    pub fn conclusions(&self) -> Vec<String> {
        self.standard.conclusions().map(Into::into).collect()
    }

    /// The names of the facts of a record, in catalogue order.
    #[must_use]
    pub fn fact_names(&self) -> Vec<String> {
        self.standard.fact_names().map(Into::into).collect()
    }

    /// The conduct codes, in catalogue order.
    #[must_use]
    pub fn conduct_codes(&self) -> Vec<String> {
        self.standard.conduct_codes().map(Into::into).collect()
    }
}

impl Standard {
    fn read(&self, record: &IntakeRecord) -> Result<CheckedRecord<'_>, PalermoError> {
        Ok(self.standard.read_json(record.text())?)
    }
}

impl fmt::Debug for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Standard({} {})", self.standard.id(), self.standard.version())
    }
}

impl fmt::Display for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.standard.id(), self.standard.version())
    }
}
