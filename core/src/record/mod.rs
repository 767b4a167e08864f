//! The record of one person's situation: the plain document that crosses the border, and the checked form that is evaluated.

mod check;
mod checked;
mod error;
mod intake;
mod plain;
mod read;
mod reference;

pub(crate) use self::{
    check::check,
    checked::{Event, FactBits},
    read::read,
};
pub use self::{
    checked::CheckedRecord,
    error::{ErrorCode, Expected, Problem, RecordError, RecordErrors, pointer},
    intake::{ConductEvent, FactValue, IntakeRecord},
    reference::Reference,
};

/// The largest record that is read, in bytes. A complete record has a few thousand.
pub const MAX_RECORD_BYTES: usize = 1 << 20;

/// How many errors of a record are listed; a text with more of them is no record that was meant.
pub const MAX_RECORD_ERRORS: usize = 1_000;

/// How deep a misplaced value may be nested before it is called too deep rather than of the wrong type. A record nests three deep.
pub const MAX_RECORD_DEPTH: usize = 32;
