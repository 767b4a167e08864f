//! Reads a record from JSON straight into bits: no document tree, no allocation for what is well formed, every error.
//!
//! A wrong type is noted and the value skipped; only text that is no JSON stops the reading. Scalars are looked at in
//! their written form (`RawValue`), since `16.0` and `1e1` are numbers that no whole number should be written as, and
//! `1e999` is valid JSON that no number type holds.

mod event;
mod facts;
mod parts;
mod raw;
mod scalar;

use alloc::{format, string::String, vec::Vec};

use serde::de::DeserializeSeed;

pub(super) use self::{facts::shown, parts::unknown_key_path, scalar::Scalar};
use self::{
    parts::{Part, Seed},
    raw::Raw,
};
use super::{
    CheckedRecord, ErrorCode, Event, Expected, FactBits, MAX_RECORD_BYTES, MAX_RECORD_DEPTH, MAX_RECORD_ERRORS, RecordError,
    RecordErrors,
};
use crate::{
    logic::{Index, ValueCodes},
    record::pointer,
    standard::Standard,
    vocabulary::{Actor, Certainty},
};

/// Reads one record.
pub(crate) fn read<'s>(standard: &'s Standard, text: &str) -> Result<CheckedRecord<'s>, RecordErrors> {
    if text.len() > MAX_RECORD_BYTES {
        let code = ErrorCode::TooLarge { limit: MAX_RECORD_BYTES };
        return Err(RecordErrors::new(Vec::from([RecordError { path: String::new(), code }])));
    }
    let mut reading = Reading::new(standard);
    if let Err(error) = reading.record(text, false) {
        // `serde_json` also stops at a number that no type holds (`1e999`) where an object or a list belongs. The text is
        // valid JSON all the same: it is read again, with a look at each part before it is entered.
        let mut careful = Reading::new(standard);
        if serde_json::from_str::<Raw<'_>>(text).is_ok() && careful.record(text, true).is_ok() {
            return careful.finish();
        }
        let code = ErrorCode::InvalidJson { line: error.line(), column: error.column().max(1) };
        reading.note(String::new(), code);
    }
    reading.finish()
}

/// What has been read so far.
pub(super) struct Reading<'s> {
    pub(super) record: CheckedRecord<'s>,
    /// Each error with the place in the document at which it belongs.
    errors: Vec<(usize, RecordError)>,
    /// Counts what has been read, so that errors found late stand where they belong.
    clock: usize,
    /// Declined facts with the place at which they were declined.
    declined: Vec<(usize, usize, Index)>,
    /// Facts that have stood in the record, known or not.
    seen: FactBits,
    /// Whether there are more errors than are listed.
    unlisted: bool,
}

impl<'s> Reading<'s> {
    pub(super) fn new(standard: &'s Standard) -> Self {
        Self {
            record: CheckedRecord::empty(standard),
            errors: Vec::new(),
            clock: 0,
            declined: Vec::new(),
            seen: FactBits::EMPTY,
            unlisted: false,
        }
    }

    fn record(&mut self, text: &str, careful: bool) -> Result<(), serde_json::Error> {
        let mut json = serde_json::Deserializer::from_str(text);
        Seed { reading: self, part: Part::Record, careful }.deserialize(&mut json)?;
        json.end()
    }

    pub(super) fn note(&mut self, path: String, code: ErrorCode) {
        self.clock += 1;
        self.note_at(self.clock, path, code);
    }

    /// Notes an error that belongs to an earlier place, as far as the list of errors reaches.
    fn note_at(&mut self, clock: usize, path: String, code: ErrorCode) {
        if self.errors.len() < MAX_RECORD_ERRORS {
            // Nearly always the last place: only what is declined and given is found late.
            let place = self.errors.partition_point(|(known, _)| *known <= clock);
            self.errors.insert(place, (clock, RecordError { path, code }));
        } else {
            self.unlisted = true;
        }
    }

    /// The pointer to a fact.
    fn fact_path(&self, index: Index) -> String {
        pointer("/facts", self.record.standard.fact_name(index))
    }

    pub(super) fn decline(&mut self, position: usize, name: &str) {
        match self.record.standard.fact_index(name) {
            Ok(fact) => {
                self.clock += 1;
                self.declined.push((self.clock, position, fact));
                self.record.declined.insert(fact);
            }
            Err(code) => self.note(format!("/declined/{position}"), code),
        }
    }

    /// Puts the word or the years that a fact has.
    pub(super) fn give(&mut self, index: Index, value: &Scalar<'_>) {
        let Some(fact) = self.record.fact(index) else {
            return;
        };
        let expected = match &fact.values {
            ValueCodes::YesNo => Expected::YesNo,
            ValueCodes::Years { .. } => Expected::Years,
            ValueCodes::Choice(_) => Expected::Word,
        };
        let place = match (value, &fact.values) {
            (Scalar::Null, _) => return,
            (Scalar::YesNo(yes), ValueCodes::YesNo) => Ok(u32::from(!yes)),
            (Scalar::Whole(years), ValueCodes::Years { from, to, .. }) => {
                years.and_then(|years| fact.cell(years)).ok_or(ErrorCode::OutOfRange { from: *from, to: *to })
            }
            (Scalar::Fraction, ValueCodes::Years { .. }) => Err(ErrorCode::NotWhole),
            (Scalar::Word(word), ValueCodes::Choice(_)) if word == "unknown" => return,
            (Scalar::Word(word), ValueCodes::Choice(words)) => fact
                .place_of_word(word)
                .ok_or_else(|| ErrorCode::UnknownValue { accepted: words.iter().map(|word| String::from(&**word)).collect() }),
            (Scalar::TooDeep, _) => Err(ErrorCode::TooDeep { limit: MAX_RECORD_DEPTH }),
            _ => Err(ErrorCode::WrongType { expected }),
        };
        match place {
            Ok(place) => self.record.give(index, fact, place),
            Err(code) => self.note(self.fact_path(index), code),
        }
    }

    pub(super) fn push_event(&mut self, code: Index, actor: Option<Actor>, certainty: Certainty) {
        self.record.events.push(Event { code, actor, certainty });
    }

    pub(super) fn finish(mut self) -> Result<CheckedRecord<'s>, RecordErrors> {
        for (clock, position, fact) in core::mem::take(&mut self.declined) {
            if self.record.given.contains(fact) {
                let path = format!("/declined/{position}");
                self.note_at(clock, path, ErrorCode::DeclinedAndGiven);
            }
        }
        if self.errors.is_empty() {
            return Ok(self.record);
        }
        if self.unlisted {
            let code = ErrorCode::TooManyErrors { limit: MAX_RECORD_ERRORS };
            self.errors.push((usize::MAX, RecordError { path: String::new(), code }));
        }
        Err(RecordErrors::new(self.errors.into_iter().map(|(_, error)| error).collect()))
    }
}
