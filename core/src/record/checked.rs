//! A record that was held against a standard: every fact one bit, every code an index. It cannot be evaluated by another.

use alloc::vec::Vec;
use core::fmt;

use super::Reference;
pub(crate) use crate::logic::FactBits;
use crate::{
    logic::{BitSet, FactCode, Index, at},
    standard::Standard,
    vocabulary::{Actor, Certainty},
};

/// A record that is valid for one standard, ready to be decided on.
///
/// It borrows the standard, so that it cannot meet the rules of another.
///
/// ```
/// # #[cfg(feature = "see-2002")] {
/// use palermo::{Standard, Status};
///
/// let standard = Standard::see_2002();
/// let record = standard.read_json(r#"{"facts":{"identification_result":"recognised"}}"#)?;
/// assert_eq!(record.outcome().status(), Status::Presumed);
/// # }
/// # Ok::<(), palermo::RecordErrors>(())
/// ```
#[derive(Clone)]
pub struct CheckedRecord<'s> {
    pub(crate) standard: &'s Standard,
    /// One bit on for each input fact; derived facts have none yet.
    pub(crate) bits: BitSet,
    /// Facts with a known value.
    pub(crate) given: FactBits,
    pub(crate) declined: FactBits,
    pub(crate) events: Vec<Event>,
    pub(crate) reference: Option<Reference>,
}

/// A conduct event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    pub code: Index,
    pub actor: Option<Actor>,
    pub certainty: Certainty,
}

/// Shows which standard and reference, and nothing of the person.
impl fmt::Debug for CheckedRecord<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("CheckedRecord");
        debug.field("standard", &self.standard.id()).field("reference", &self.reference).finish_non_exhaustive()
    }
}

impl<'s> CheckedRecord<'s> {
    /// A record in which nothing is known.
    pub(crate) fn empty(standard: &'s Standard) -> Self {
        Self {
            standard,
            bits: standard.unknown_bits,
            given: FactBits::EMPTY,
            declined: FactBits::EMPTY,
            events: Vec::new(),
            reference: None,
        }
    }

    /// The standard against which the record was held.
    #[must_use]
    pub fn standard(&self) -> &'s Standard {
        self.standard
    }

    /// The reference that the record carries.
    #[must_use]
    pub fn reference(&self) -> Option<Reference> {
        self.reference
    }

    /// The names of the facts whose value is known, in catalogue order.
    pub fn given(&self) -> impl Iterator<Item = &'s str> + '_ {
        self.given.iter().map(|fact| self.standard.fact_name(fact))
    }

    /// The names of the facts that were declined, in catalogue order.
    pub fn declined(&self) -> impl Iterator<Item = &'s str> + '_ {
        self.declined.iter().map(|fact| self.standard.fact_name(fact))
    }

    /// Puts a known value.
    pub(crate) fn give(&mut self, index: Index, fact: &FactCode, place: u32) {
        self.bits.replace(fact.word, fact.domain(), fact.bit(place));
        self.given.insert(index);
    }

    pub(crate) fn fact(&self, index: Index) -> Option<&'s FactCode> {
        at(&self.standard.logic.facts, index)
    }
}
