//! Proofs over rule sets: a promise is shown for every record that there could ever be, or refuted by a smallest one.
//!
//! Every fact has a finite domain, so a rule set is a set of Boolean functions over its facts. This crate builds them as
//! binary decision diagrams, from the rules as they are written and not from the tables that the engine evaluates: it is a
//! second reading of the rules, and a test holds the two together. Nothing is sampled in a proof. Where a diagram grows
//! beyond its limit the answer is "undecided", never "holds".
//!
//! - [`Domain`]: the facts of one or more rule sets with their finite domains, as Boolean variables.
//! - [`Space`]: functions over these variables, with a limit on their size.
//! - [`Model`]: one rule set as functions: conditions, derived facts, conclusions, breaches.
//! - [`Witness`]: a smallest record, or pair of records, for which a function holds.
//! - [`Story`]: a witness in plain words.
//! - [`decisive`]: where one literal of a condition alone decides.
//! - [`diff`]: what changes between two rule sets.
//! - [`lint`]: advice about a rule set.
//! - [`coverage`]: what of the source is cited, and what of the rules some records exercise.
//! - [`charter`]: promises that rule sets are held to, as a document; [`prove`] holds a rule set to them and gives a [`report`].
//! - [`OpenFacts`]: which open facts of a record can still matter.

#![forbid(unsafe_code)]

pub mod charter;
mod coverage;
mod decisive;
mod diff;
mod domain;
mod failure;
mod lint;
mod model;
mod output;
mod prove;
mod questions;
pub mod report;
#[cfg(feature = "schemars")]
pub mod schema;
mod space;
mod story;
mod witness;

pub use self::{
    coverage::{
        Bullet, CitedElsewhere, Coverage, Exercise, LiteralExercise, NamedRecord, RecordCoverage, RuleExercise, SourceCoverage,
        coverage,
    },
    decisive::{ConditionOf, Decisive, Literal, decisive},
    diff::{
        Change, Changed, ChangedRule, DerivedChange, Diff, FactChanges, Move, OutputChange, RuleChanges, Shown, diff, diff_within,
    },
    domain::{Cell, Domain, DomainFact, FactIndex, Place, Side},
    failure::Failure,
    lint::{Finding, Lint, LintReport, lint},
    model::{CodeModel, Model, RuleModel},
    output::Output,
    prove::{Options, Progress, Subject, prove},
    questions::{Matters, OpenFacts},
    space::{Function, NODE_LIMIT, Space},
    story::Story,
    witness::{Facts, Witness},
};

/// The Rust of `README.md`, compiled and run as a doc test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
