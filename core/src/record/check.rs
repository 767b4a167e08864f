//! Holds a plain record against a standard: the same checks and the same errors as for JSON text.

use alloc::format;

use super::{
    CheckedRecord, ErrorCode, FactValue, IntakeRecord, RecordErrors,
    read::{Reading, Scalar, shown, unknown_key_path},
};
use crate::standard::Standard;

/// Checks a plain record.
pub(crate) fn check<'s>(standard: &'s Standard, record: &IntakeRecord) -> Result<CheckedRecord<'s>, RecordErrors> {
    let mut reading = Reading::new(standard);
    reading.record.reference = record.reference;
    for (position, (name, value)) in record.facts.iter().enumerate() {
        match standard.fact_index(name) {
            Ok(index) => {
                let value = match value {
                    FactValue::Unknown => Scalar::Null,
                    FactValue::YesNo(value) => Scalar::YesNo(*value),
                    FactValue::Years(years) => Scalar::Whole(Some(*years)),
                    FactValue::Word(word) => Scalar::Word(word.as_str().into()),
                };
                reading.give(index, &value);
            }
            Err(code) => reading.note(unknown_key_path("/facts", shown(name, &code).as_deref(), position), code),
        }
    }
    for (position, name) in record.declined.iter().enumerate() {
        reading.decline(position, name);
    }
    for (position, event) in record.conduct.iter().enumerate() {
        match standard.conduct_index(&event.code) {
            Ok(code) => reading.push_event(code, event.actor, event.certainty),
            Err(code @ ErrorCode::UnknownConduct { .. }) => reading.note(format!("/conduct/{position}/code"), code),
            Err(code) => reading.note(format!("/conduct/{position}"), code),
        }
    }
    reading.finish()
}
