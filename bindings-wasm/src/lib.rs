//! The WebAssembly behind the npm package `palermo`: JSON text in, JSON text out.
//!
//! It holds no logic. Objects, types and errors that a person reads are made of the texts by the TypeScript in
//! `bindings-wasm/npm/src`, since JavaScript reads JSON faster than values cross the border one by one.
//!
//! This is the module that everybody loads, so it decides and does nothing else. Rule sets of one's own are compiled by a
//! second module, `bindings-wasm/loader`, which is read where one is used: its code is larger than all that is here.

mod thrown;

use palermo::{About, CheckedRecord, Date};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::thrown::{Thrown, json};

/// A standard; what it takes and gives is JSON text, where it is no id or name.
#[wasm_bindgen]
pub struct RawStandard {
    standard: palermo::Standard,
}

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "what is thrown is described once, in `thrown`")]
impl RawStandard {
    /// Opens the embedded standard of 2002.
    #[must_use]
    #[wasm_bindgen(js_name = see2002)]
    pub fn see_2002() -> Self {
        Self { standard: palermo::Standard::see_2002() }
    }

    /// Opens what the second module has made of a rule set; nothing where that is damaged.
    #[must_use]
    #[wasm_bindgen(js_name = fromImages)]
    pub fn from_images(logic: &[u8], texts: Vec<u8>) -> Option<Self> {
        palermo::Standard::from_images(logic, texts).map(|standard| Self { standard })
    }

    /// The id of the rule set.
    #[must_use]
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.standard.id().to_string()
    }

    /// The version of the rule set.
    #[must_use]
    #[wasm_bindgen(getter)]
    pub fn version(&self) -> String {
        self.standard.version().to_string()
    }

    /// `sha256:` and the digest of the rule set.
    #[must_use]
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> String {
        self.standard.digest().to_string()
    }

    /// What the rule set speaks about.
    #[must_use]
    #[wasm_bindgen(getter)]
    pub fn kind(&self) -> String {
        self.standard.kind().as_str().to_string()
    }

    /// Id, version, digest and overlays.
    #[must_use]
    pub fn identity(&self) -> String {
        self.standard.identity_json()
    }

    /// Title, summary, days in force, documents.
    #[must_use]
    pub fn about(&self) -> String {
        self.standard.about_json().into()
    }

    /// Whether the rule set is in force on a day, written `2026-11-24`; nothing where that is no day.
    #[must_use]
    #[wasm_bindgen(js_name = isInForce)]
    pub fn is_in_force(&self, date: &str) -> Option<bool> {
        Date::parse(date).map(|date| self.standard.is_in_force(date))
    }

    /// The decision on a record.
    pub fn evaluate(&self, record: &str) -> Result<String, Thrown> {
        Ok(self.read(record)?.decision_json())
    }

    /// The decision on a record as numbers, for JavaScript to make objects of: faster than parsing the text.
    #[wasm_bindgen(js_name = evaluateToNumbers)]
    pub fn evaluate_to_numbers(&self, record: &str) -> Result<Vec<u16>, Thrown> {
        Ok(self.read(record)?.decision_numbers())
    }

    /// The words that the numbers stand for.
    #[must_use]
    #[wasm_bindgen(js_name = decisionWords)]
    pub fn decision_words(&self) -> String {
        self.standard.decision_words_json()
    }

    /// The short form of the decision on a record.
    #[wasm_bindgen(js_name = evaluateCompact)]
    pub fn evaluate_compact(&self, record: &str) -> Result<String, Thrown> {
        Ok(self.read(record)?.compact_json())
    }

    /// Why a conclusion holds or does not.
    pub fn explain(&self, record: &str, subject: &str) -> Result<String, Thrown> {
        Ok(self.read(record)?.explain_json(subject)?)
    }

    /// What to ask next, about the whole decision or the status alone.
    pub fn questions(&self, record: &str, about_status: bool) -> Result<String, Thrown> {
        let about = if about_status { About::Status } else { About::Decision };
        Ok(self.read(record)?.questions_json(about))
    }

    /// Errors, warnings, advice.
    #[must_use]
    pub fn validate(&self, record: &str) -> String {
        self.standard.validate_json(record)
    }

    /// Every fact with its question and help, the interview order, the conduct codes.
    #[must_use]
    pub fn dictionary(&self) -> String {
        self.standard.dictionary_json()
    }

    /// A fact of the dictionary.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<String> {
        self.standard.fact_json(name).map(Into::into)
    }

    /// A conduct code of the dictionary.
    #[must_use]
    pub fn conduct(&self, code: &str) -> Option<String> {
        self.standard.conduct_json(code).map(Into::into)
    }

    /// The rules.
    #[must_use]
    pub fn rules(&self) -> String {
        self.standard.rules_json()
    }

    /// A rule.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<String> {
        self.standard.rule_json(id)
    }

    /// The label and the sentence for an id.
    #[must_use]
    pub fn text(&self, id: &str) -> Option<String> {
        self.standard.text(id).as_ref().map(json)
    }

    /// What a first screen shows of a decision.
    #[must_use]
    #[wasm_bindgen(js_name = firstScreen)]
    pub fn first_screen(&self) -> String {
        json(&self.standard.first_screen())
    }

    /// The ids of every conclusion that some rule can give.
    #[must_use]
    pub fn conclusions(&self) -> Vec<String> {
        self.standard.conclusions().map(Into::into).collect()
    }

    /// The names of the facts of a record.
    #[must_use]
    #[wasm_bindgen(js_name = factNames)]
    pub fn fact_names(&self) -> Vec<String> {
        self.standard.fact_names().map(Into::into).collect()
    }

    /// The conduct codes.
    #[must_use]
    #[wasm_bindgen(js_name = conductCodes)]
    pub fn conduct_codes(&self) -> Vec<String> {
        self.standard.conduct_codes().map(Into::into).collect()
    }

    /// Panics, for the tests.
    ///
    /// # Panics
    ///
    /// Always.
    #[cfg(feature = "panic-inside")]
    #[expect(clippy::panic, reason = "the tests show what a caller sees of a panic")]
    #[wasm_bindgen(js_name = panicInside)]
    pub fn panic_inside(&self) {
        panic!("a panic for the tests");
    }
}

impl RawStandard {
    fn read(&self, record: &str) -> Result<CheckedRecord<'_>, Thrown> {
        Ok(self.standard.read_json(record)?)
    }
}
