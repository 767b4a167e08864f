//! An embeddable rules engine for the protection of trafficked people.
//!
//! Hand it an [`IntakeRecord`], what is known about one person's situation and what officials did, and it returns a
//! [`Decision`]: how the person is to be treated, what they are owed, what nobody may do to them, where they are offered a
//! referral to, which duties were broken, and what to ask next. Every conclusion names the rule and, through
//! [`CheckedRecord::explain`], the place in the standard that it comes from. The software advises and explains; a person
//! decides. Lawyers have not reviewed the rules.
#![cfg_attr(feature = "see-2002", doc = "```")]
#![cfg_attr(not(feature = "see-2002"), doc = "```ignore")]
//! use palermo::{Standard, Status};
//!
//! let standard = Standard::see_2002();
//! let record = standard.read_json(r#"{"facts":{"identification_result":"recognised"}}"#)?;
//! let decision = record.decision();
//! assert_eq!(decision.status, Status::Presumed);
//! assert!(decision.conclusions.iter().any(|conclusion| conclusion.id == "entitlement:shelter"));
//! # Ok::<(), palermo::RecordErrors>(())
//! ```
//!
//! # How it decides
//!
//! Every fact has a finite domain that includes "unknown", and nothing is inferred from silence. The rules are data: the
//! crate knows the words of the format ([`vocabulary`]) and no fact, rule or conclusion. A rule set compiles to clauses over
//! bits; deciding is a few hundred operations on words, and explaining means naming the bits that met each clause.
//!
//! # Features
//!
//! - `see-2002` (default) embeds the standard see-2002: `Standard::see_2002()` and the names in the module `see_2002`.
//! - `load` (default) loads rule sets from JSON: `Standard::from_json`.
//! - `std` (default) builds on the standard library; without it the crate needs only `alloc`.
//! - `schemars` derives JSON Schema for every type that crosses the border, and adds the module `schema`.

#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(
    not(any(feature = "see-2002", feature = "load")),
    allow(dead_code, reason = "without one of these features there is no standard to open; the document types remain")
)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod date;
mod evaluate;
mod explain;
mod generated;
mod json_writer;
mod lines;
mod logic;
mod near;
mod record;
mod refuse;
mod standard;
mod texts;
mod validate;

#[cfg(feature = "load")]
pub mod load;
pub mod rule_set;
#[cfg(feature = "schemars")]
pub mod schema;
pub mod vocabulary;

#[cfg(feature = "see-2002")]
pub use self::generated::see_2002;

pub use self::{
    date::{Date, InvalidDate},
    evaluate::{
        About, CompactDecision, Conclusion, Decision, Elements, Outcome, OverlayId, Pending, Question, Referral, Shielded,
        StandardId, Violation,
    },
    explain::{ExplainedClause, ExplainedRule, Explanation, FactIs, FactNeeds, UnknownConclusion},
    record::{
        CheckedRecord, ConductEvent, ErrorCode, Expected, FactValue, IntakeRecord, MAX_RECORD_BYTES, MAX_RECORD_DEPTH,
        MAX_RECORD_ERRORS, Problem, RecordError, RecordErrors, Reference,
    },
    standard::Standard,
    texts::StandardInfo,
    validate::ValidationReport,
    vocabulary::{
        Actor, Bearer, Certainty, ChildStatus, ConclusionKind, Confidence, Effect, ElementState, Known, Sensitivity, Stage,
        Status,
    },
};

impl<'s> CheckedRecord<'s> {
    /// What follows, as bits: the cheapest form.
    #[must_use]
    pub fn outcome(&self) -> Outcome<'_, 's> {
        evaluate::outcome(self)
    }

    /// What follows, as plain data.
    #[must_use]
    pub fn decision(&self) -> Decision {
        evaluate::decision(&self.outcome())
    }

    /// What follows, as canonical JSON: the same bytes as serialising [`CheckedRecord::decision`], and faster.
    #[must_use]
    pub fn decision_json(&self) -> alloc::string::String {
        let mut text = alloc::string::String::new();
        self.append_decision_json(&mut text);
        text
    }

    /// Appends what follows, as canonical JSON, to a text: for many records, whose text can be used again.
    pub fn append_decision_json(&self, text: &mut alloc::string::String) {
        evaluate::write_decision(&self.outcome(), text);
    }

    /// What follows, as numbers that stand for the words of [`Standard::decision_words_json`]: for a binding of the same
    /// version, that makes its own objects of them. It is no format.
    #[doc(hidden)]
    #[must_use]
    pub fn decision_numbers(&self) -> alloc::vec::Vec<u16> {
        evaluate::numbers(&self.outcome())
    }

    /// What follows, in the short form.
    #[must_use]
    pub fn compact(&self) -> CompactDecision {
        evaluate::compact(&self.outcome())
    }

    /// What follows, in the short form, as canonical JSON.
    #[must_use]
    pub fn compact_json(&self) -> alloc::string::String {
        let mut text = alloc::string::String::new();
        self.append_compact_json(&mut text);
        text
    }

    /// Appends what follows, in the short form, as canonical JSON, to a text.
    pub fn append_compact_json(&self, text: &mut alloc::string::String) {
        evaluate::write_compact(&self.outcome(), text);
    }

    /// What to ask next, in the interview order: the open facts that could still change something. Never listed are facts
    /// that are given, declined or not to be asked.
    #[must_use]
    pub fn questions(&self, about: About) -> alloc::vec::Vec<Question> {
        evaluate::questions(self, about).iter().filter_map(|open| evaluate::question(self, open)).collect()
    }

    /// What to ask next, as canonical JSON.
    #[must_use]
    pub fn questions_json(&self, about: About) -> alloc::string::String {
        let mut text = alloc::string::String::new();
        evaluate::write_questions(self, about, &mut text);
        text
    }

    /// Why a conclusion holds or does not: `entitlement:shelter`, `status`, or `status:` and a status.
    ///
    /// # Errors
    ///
    /// Where the standard has no such conclusion, with the nearest one.
    ///
    /// ```
    /// # #[cfg(feature = "see-2002")] {
    /// let standard = palermo::Standard::see_2002();
    /// let record = standard.read_json(r#"{"facts":{"identification_result":"recognised"}}"#)?;
    /// let explanation = record.explain("entitlement:shelter").unwrap();
    /// assert_eq!(explanation.rules[0].rule, "assistance/shelter");
    /// assert_eq!(explanation.rules[0].clauses[0].by[0].fact, "protected");
    /// # }
    /// # Ok::<(), palermo::RecordErrors>(())
    /// ```
    pub fn explain(&self, subject: &str) -> Result<Explanation, UnknownConclusion> {
        explain::explain(self, subject)
    }

    /// Why a conclusion holds or does not, as canonical JSON: the same bytes as serialising [`CheckedRecord::explain`].
    ///
    /// # Errors
    ///
    /// As [`CheckedRecord::explain`].
    pub fn explain_json(&self, subject: &str) -> Result<alloc::string::String, UnknownConclusion> {
        let mut text = alloc::string::String::new();
        explain::write_explanation(self, subject, &mut text)?;
        Ok(text)
    }
}
