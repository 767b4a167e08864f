//! Evaluation: from a checked record to what follows.
//!
//! [`outcome`] settles the derived facts and finds the rules that fire. [`open`] finds what the unknown facts could still
//! change. [`judge`] holds recorded conduct against the rules. [`assemble`] puts the decision together, as plain data or
//! straight as JSON.

mod assemble;
mod decision;
mod judge;
mod numbers;
mod open;
mod outcome;
mod questions;
mod write;

pub(crate) use self::{
    assemble::{compact, decision, question, standard_id},
    judge::{Judgement, judge},
    numbers::{numbers, words_json},
    open::{Analysis, Tri},
    outcome::{clause_meets, outcome, place},
    questions::questions,
    write::{write_compact, write_decision, write_questions},
};
pub use self::{
    decision::{CompactDecision, Conclusion, Decision, Elements, OverlayId, Pending, Referral, Shielded, StandardId, Violation},
    outcome::Outcome,
    questions::{About, Question},
};
