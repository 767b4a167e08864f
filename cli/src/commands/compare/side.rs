//! One of the two documents that are compared: a record, which is decided on, or a decision.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use palermo::{
    CheckedRecord, CompactDecision, Decision, FactValue, IntakeRecord, Pending, Reference, Standard, StandardId, Status,
    Violation,
};

use crate::{
    decision_file::{DecisionFile, parse},
    failure::Failure,
    input,
};

/// What is compared.
pub struct Side<'s> {
    /// The reference of the record or decision.
    pub reference: Option<Reference>,
    /// The standard by which was decided; a short decision does not say.
    pub standard: Option<StandardId>,
    /// The status.
    pub status: Status,
    /// The ids of the conclusions.
    pub conclusions: Vec<String>,
    /// Conduct that broke a duty.
    pub violations: Vec<Violation>,
    /// Conduct that is no breach yet; a short decision does not say.
    pub pending: Option<Vec<Pending>>,
    /// The record, where it was one.
    pub record: Option<Facts<'s>>,
}

/// A record with its facts.
pub struct Facts<'s> {
    /// The record to explain by.
    pub checked: CheckedRecord<'s>,
    /// The facts with a known value.
    pub known: BTreeMap<String, FactValue>,
    /// The facts that the person would rather not be asked.
    pub declined: BTreeSet<String>,
}

impl<'s> Side<'s> {
    /// Reads a record or a decision; what has a `status` is a decision.
    pub fn read(standard: &'s Standard, path: &Path) -> Result<Self, Failure> {
        let bytes = input::read(path)?;
        match DecisionFile::parse(path, &bytes)? {
            Some(DecisionFile::Full(decision)) => Ok(Self::of_decision(*decision)),
            Some(DecisionFile::Compact(decision)) => Ok(Self::of_compact(decision)),
            // What cannot even be looked into is read as a record, whose errors say where and why.
            None => {
                let invalid = |errors| Failure::Record { path: path.to_path_buf(), errors };
                let checked = standard.read_json_bytes(&bytes).map_err(invalid)?;
                Ok(Self::of_record(checked, parse(path, &bytes)?))
            }
        }
    }

    fn of_decision(decision: Decision) -> Self {
        Self {
            reference: decision.reference,
            standard: Some(decision.standard),
            status: decision.status,
            conclusions: decision.conclusions.into_iter().map(|conclusion| conclusion.id).collect(),
            violations: decision.violations,
            pending: Some(decision.pending),
            record: None,
        }
    }

    fn of_compact(decision: CompactDecision) -> Self {
        Self {
            reference: decision.reference,
            standard: None,
            status: decision.status,
            conclusions: decision.conclusions,
            violations: decision.violations,
            pending: None,
            record: None,
        }
    }

    fn of_record(checked: CheckedRecord<'s>, written: IntakeRecord) -> Self {
        let unknown = |value: &FactValue| match value {
            FactValue::Unknown => true,
            FactValue::Word(word) => word == "unknown",
            FactValue::YesNo(_) | FactValue::Years(_) => false,
        };
        let known = written.facts.into_iter().filter(|(_, value)| !unknown(value)).collect();
        let declined = written.declined.into_iter().collect();
        let decision = checked.decision();
        Self { record: Some(Facts { checked, known, declined }), ..Self::of_decision(decision) }
    }
}
