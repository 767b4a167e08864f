//! A standard: a compiled rule set with its texts, against which records are held.

use alloc::{borrow::Cow, string::String, vec::Vec};
use core::fmt;

use crate::{
    CheckedRecord, CompactDecision, Date, Decision, IntakeRecord, RecordErrors, ValidationReport,
    evaluate::{StandardId, standard_id, words_json},
    json_writer::Writer,
    logic::{BitSet, ImageError, Index, Logic, NameTable, at},
    near::nearest,
    record::{ErrorCode, check, read},
    rule_set::{ConductCode, Dictionary, Fact, FirstScreen, Rule, Text},
    texts::{StandardInfo, Texts},
    vocabulary::RuleSetKind,
};

/// A rule set, ready to decide by: the embedded one, or one of your own.
///
/// Opening the embedded standard takes microseconds and allocates its tables; keep it and share it, by reference or in an
/// `Arc`, between threads.
///
/// ```
/// # #[cfg(feature = "see-2002")] {
/// use palermo::Standard;
///
/// let standard = Standard::see_2002();
/// let decision = standard.evaluate_json(r#"{"facts":{"immediate_danger":true}}"#)?;
/// assert!(decision.contains("obligation:urgent-safety"));
/// # }
/// # Ok::<(), palermo::RecordErrors>(())
/// ```
#[derive(Clone)]
pub struct Standard {
    pub(crate) logic: Logic,
    pub(crate) texts: Texts,
    facts: NameTable,
    conduct: NameTable,
    /// The bits of a record in which nothing is known.
    pub(crate) unknown_bits: BitSet,
}

impl fmt::Debug for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Standard");
        debug.field("id", &self.id()).field("version", &self.version()).field("digest", &self.digest());
        debug.finish_non_exhaustive()
    }
}

impl Standard {
    /// The standard of 2002 for the protection of trafficked people in South-eastern Europe.
    ///
    /// # Panics
    ///
    /// Never: the image is part of the crate, and a test opens it.
    #[cfg(feature = "see-2002")]
    #[must_use]
    pub fn see_2002() -> Self {
        let image = palermo_rules::SEE_2002;
        #[expect(clippy::expect_used, reason = "the image is part of the build; a test opens every embedded image")]
        Self::open(image.logic, Cow::Borrowed(image.texts)).expect("the embedded image opens")
    }

    /// The embedded standard that is in force on a day, or `None` where none is.
    ///
    /// ```
    /// # #[cfg(feature = "see-2002")] {
    /// use palermo::{Date, Standard};
    ///
    /// let today = Date::parse("2026-11-24").unwrap();
    /// assert_eq!(Standard::at(today).unwrap().id(), "see-2002");
    /// assert!(Standard::at(Date::parse("1999-12-31").unwrap()).is_none());
    /// # }
    /// ```
    #[cfg(feature = "see-2002")]
    #[must_use]
    pub fn at(date: Date) -> Option<Self> {
        Some(Self::see_2002()).filter(|standard| standard.is_in_force(date))
    }

    /// Opens the images that the same version of this crate has made elsewhere in the same program: in a WebAssembly module
    /// that only loads rule sets, so that one that only decides stays small. Images are no format: they are not stored, not
    /// sent and not accepted from outside. `None` where they are damaged.
    #[doc(hidden)]
    #[must_use]
    pub fn from_images(logic: &[u8], texts: Vec<u8>) -> Option<Self> {
        Self::open(logic, texts.into()).ok()
    }

    /// The words behind [`CheckedRecord::decision_numbers`].
    #[doc(hidden)]
    #[must_use]
    pub fn decision_words_json(&self) -> String {
        words_json(self)
    }

    /// Opens the images of a compiled rule set.
    pub(crate) fn open(logic: &[u8], texts: Cow<'static, [u8]>) -> Result<Self, ImageError> {
        let logic = Logic::open(logic)?;
        let texts = Texts::open(texts).ok_or(ImageError::OutOfBounds("texts"))?;
        let mut unknown_bits = BitSet::EMPTY;
        for fact in logic.facts.iter().take(usize::from(logic.inputs)) {
            let unknown = fact.unknown().ok_or(ImageError::OutOfBounds("values"))?;
            unknown_bits.replace(fact.word, fact.domain(), fact.bit(unknown));
        }
        let facts = NameTable::new(logic.facts.iter().take(usize::from(logic.visible)).map(|fact| &*fact.name));
        let conduct = NameTable::new(logic.conduct.iter().map(|code| &*code.code));
        Ok(Self { logic, texts, facts, conduct, unknown_bits })
    }

    /// The id of the rule set.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.logic.id
    }

    /// The version of the rule set.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.logic.version
    }

    /// `sha256:` and the digest of the rule set's canonical JSON.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.logic.digest
    }

    /// What the rule set speaks about.
    #[must_use]
    pub fn kind(&self) -> RuleSetKind {
        self.logic.kind
    }

    /// Id, version, digest and overlays, as they stand in every decision.
    #[must_use]
    pub fn identity(&self) -> StandardId {
        standard_id(&self.logic)
    }

    /// Id, version, digest and overlays, as canonical JSON.
    #[must_use]
    pub fn identity_json(&self) -> String {
        let mut text = String::new();
        Writer { text: &mut text }.identity(&self.logic);
        text
    }

    /// Whether the rule set is in force on a day.
    #[must_use]
    pub fn is_in_force(&self, date: Date) -> bool {
        let begun = Date::parse(&self.logic.in_force_from).is_some_and(|from| from <= date);
        let ended = self.logic.in_force_to.as_deref().and_then(Date::parse).is_some_and(|to| to < date);
        begun && !ended
    }

    /// What the rule set is: title, summary, days in force, documents.
    #[must_use]
    pub fn about(&self) -> Option<StandardInfo> {
        self.texts.about()
    }

    /// The dictionary: every fact with its question and help, the interview order, the conduct codes. It is read from the
    /// texts at each call; a form keeps it.
    #[must_use]
    pub fn dictionary(&self) -> Dictionary {
        self.texts.dictionary()
    }

    /// The dictionary as JSON, without parsing it: for programs that hand it on.
    #[must_use]
    pub fn dictionary_json(&self) -> String {
        self.texts.dictionary_json()
    }

    /// What the rule set is, as JSON.
    #[must_use]
    pub fn about_json(&self) -> &str {
        self.texts.about_json()
    }

    /// A fact of the dictionary.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<Fact> {
        self.texts.fact(usize::from(self.visible_fact(name)?))
    }

    /// A fact of the dictionary as JSON.
    #[must_use]
    pub fn fact_json(&self, name: &str) -> Option<&str> {
        self.texts.fact_json(usize::from(self.visible_fact(name)?))
    }

    /// A conduct code of the dictionary.
    #[must_use]
    pub fn conduct(&self, code: &str) -> Option<ConductCode> {
        self.texts.conduct(usize::from(self.conduct_index(code).ok()?))
    }

    /// A conduct code of the dictionary as JSON.
    #[must_use]
    pub fn conduct_json(&self, code: &str) -> Option<&str> {
        self.texts.conduct_json(usize::from(self.conduct_index(code).ok()?))
    }

    /// The rules, in catalogue order, without their cases and readings. They are read from the texts at each call.
    #[must_use]
    pub fn rules(&self) -> Vec<Rule> {
        self.texts.rules()
    }

    /// The rules as JSON, without parsing them.
    #[must_use]
    pub fn rules_json(&self) -> String {
        self.texts.rules_json()
    }

    /// A rule as JSON, without its cases and reading.
    #[must_use]
    pub fn rule_json(&self, id: &str) -> Option<String> {
        self.texts.rule_json(usize::from(self.rule_index(id)?))
    }

    /// A rule, without its cases and reading.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<Rule> {
        self.texts.rule(usize::from(self.rule_index(id)?))
    }

    /// The label and the sentence for an id: a conclusion (`entitlement:shelter`), a status (`status:presumed`), a conduct
    /// code (`conduct:deported`), a value (`value:documents=none`) or a word of a vocabulary (`bearer:police`).
    ///
    /// ```
    /// # #[cfg(feature = "see-2002")] {
    /// let standard = palermo::Standard::see_2002();
    /// assert!(standard.text("entitlement:shelter").is_some());
    /// assert!(standard.text("entitlement:nothing").is_none());
    /// # }
    /// ```
    #[must_use]
    pub fn text(&self, id: &str) -> Option<Text> {
        self.texts.text(id)
    }

    /// What a first screen shows of a long decision, the most pressing first.
    #[must_use]
    pub fn first_screen(&self) -> FirstScreen {
        let ids = |list: &[Index]| {
            list.iter().filter_map(|index| at(&self.logic.conclusions, *index)).map(|code| String::from(&*code.id)).collect()
        };
        FirstScreen { now: ids(&self.logic.screen_now), must_not: ids(&self.logic.screen_must_not) }
    }

    /// The names of the facts of a record, in catalogue order; cheaper than the [dictionary](Standard::dictionary).
    pub fn fact_names(&self) -> impl Iterator<Item = &str> {
        self.logic.facts.iter().take(usize::from(self.logic.inputs)).map(|fact| &*fact.name)
    }

    /// The conduct codes, in catalogue order.
    pub fn conduct_codes(&self) -> impl Iterator<Item = &str> {
        self.logic.conduct.iter().map(|code| &*code.code)
    }

    /// The ids of every conclusion that some rule can give, in catalogue order.
    pub fn conclusions(&self) -> impl Iterator<Item = &str> {
        self.logic.conclusions.iter().map(|code| &*code.id)
    }

    /// Holds a plain record against the standard.
    ///
    /// # Errors
    ///
    /// Every place at which the record does not fit: unknown names, values outside their domain, a declined fact with a
    /// value. A partial record is never an error.
    pub fn check(&self, record: &IntakeRecord) -> Result<CheckedRecord<'_>, RecordErrors> {
        check(self, record)
    }

    /// Reads a record from JSON text.
    ///
    /// # Errors
    ///
    /// Every error with its JSON Pointer, in the order of the document; only text that is no JSON stops the reading.
    ///
    /// ```
    /// # #[cfg(feature = "see-2002")] {
    /// let standard = palermo::Standard::see_2002();
    /// let errors = standard.read_json(r#"{"facts":{"age_yaers":16,"time_given":"yes"}}"#).unwrap_err();
    /// assert_eq!(errors.errors().len(), 2);
    /// assert_eq!(errors.errors()[0].path, "/facts/age_yaers");
    /// # }
    /// ```
    pub fn read_json(&self, text: &str) -> Result<CheckedRecord<'_>, RecordErrors> {
        read(self, text)
    }

    /// Reads a record from bytes that should be JSON text.
    ///
    /// # Errors
    ///
    /// As [`Standard::read_json`]; bytes that are no UTF-8 are no JSON.
    pub fn read_json_bytes(&self, bytes: &[u8]) -> Result<CheckedRecord<'_>, RecordErrors> {
        match core::str::from_utf8(bytes) {
            Ok(text) => self.read_json(text),
            Err(error) => Err(RecordErrors::not_utf8(bytes, error.valid_up_to())),
        }
    }

    /// Decides on a plain record.
    ///
    /// # Errors
    ///
    /// As [`Standard::check`].
    pub fn evaluate(&self, record: &IntakeRecord) -> Result<Decision, RecordErrors> {
        Ok(self.check(record)?.decision())
    }

    /// Decides on JSON text: the canonical JSON of the decision.
    ///
    /// # Errors
    ///
    /// As [`Standard::read_json`].
    pub fn evaluate_json(&self, text: &str) -> Result<String, RecordErrors> {
        Ok(self.read_json(text)?.decision_json())
    }

    /// Decides on a plain record, in the short form.
    ///
    /// # Errors
    ///
    /// As [`Standard::check`].
    pub fn evaluate_compact(&self, record: &IntakeRecord) -> Result<CompactDecision, RecordErrors> {
        Ok(self.check(record)?.compact())
    }

    /// Says everything that can be said of a record: errors, warnings, advice.
    #[must_use]
    pub fn validate(&self, record: &IntakeRecord) -> ValidationReport {
        ValidationReport::from(self.check(record))
    }

    /// Says everything that can be said of JSON text as a record: the canonical JSON of the report. As plain data it is
    /// `ValidationReport::from(standard.read_json(text))`.
    ///
    /// ```
    /// # #[cfg(feature = "see-2002")] {
    /// use palermo::{Standard, ValidationReport};
    ///
    /// let standard = Standard::see_2002();
    /// let text = r#"{"facts":{"prior_sex_work":true}}"#;
    /// assert_eq!(ValidationReport::from(standard.read_json(text)).advice[0].code, "not_needed");
    /// assert!(standard.validate_json(text).contains("\"not_needed\""));
    /// # }
    /// ```
    #[must_use]
    pub fn validate_json(&self, text: &str) -> String {
        // Texts and lists only, so serialising cannot fail.
        serde_json::to_string(&ValidationReport::from(self.read_json(text))).unwrap_or_default()
    }

    fn visible_fact(&self, name: &str) -> Option<Index> {
        self.facts.find(name, |index| at(&self.logic.facts, index).map(|fact| &*fact.name))
    }

    /// The index of an input fact, or what is wrong with the name.
    pub(crate) fn fact_index(&self, name: &str) -> Result<Index, ErrorCode> {
        match self.visible_fact(name) {
            Some(index) if index < self.logic.inputs => Ok(index),
            Some(_) => Err(ErrorCode::DerivedFact),
            None => {
                let inputs = self.logic.facts.iter().take(usize::from(self.logic.inputs));
                Err(ErrorCode::UnknownFact { nearest: nearest(name, inputs.map(|fact| &*fact.name)).map(Into::into) })
            }
        }
    }

    pub(crate) fn fact_name(&self, index: Index) -> &str {
        at(&self.logic.facts, index).map_or("", |fact| &fact.name)
    }

    pub(crate) fn conduct_index(&self, code: &str) -> Result<Index, ErrorCode> {
        self.conduct.find(code, |index| at(&self.logic.conduct, index).map(|code| &*code.code)).ok_or_else(|| {
            let codes = self.logic.conduct.iter().map(|code| &*code.code);
            ErrorCode::UnknownConduct { nearest: nearest(code, codes).map(Into::into) }
        })
    }

    pub(crate) fn rule_index(&self, id: &str) -> Option<Index> {
        (0..).zip(&self.logic.rules).find(|(_, rule)| *rule.id == *id).map(|(index, _)| index)
    }
}
