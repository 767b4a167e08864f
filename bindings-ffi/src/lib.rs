//! The UniFFI bindings of `palermo`: Kotlin, Java, Python, Swift and Ruby get their classes and types from here.
//!
//! There is no logic in it. [`Standard`] passes every call on to the core; [`IntakeRecord`] and [`RecordBuilder`] are how a
//! record is handed over; [`PalermoError`] is all that can be refused. The plain types, a decision and its parts and all
//! that a standard says of itself, are generated from the sources of the core with their documentation (`generated`).
//!
//! A panic inside, which no input is known to cause, ends the call and not the process: the caller gets an internal error.

mod as_json;
mod builder;
mod error;
mod generated;
mod record;
mod standard;
#[cfg(test)]
mod tests;

#[cfg(feature = "panic-inside")]
mod panic_inside;

pub use self::{
    as_json::{compact_to_json, decision_to_json, questions_to_json, report_to_json},
    builder::RecordBuilder,
    error::PalermoError,
    generated::{own, see_2002},
    record::IntakeRecord,
    standard::Standard,
};

uniffi::setup_scaffolding!("palermo");
