//! The do-not-import ledger: clauses of later instruments that would weaken a standard, and how much of each is left out.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use crate::vocabulary::Import;

/// The do-not-import ledger, as it is published: a later or weaker text adds citations, never a weaker rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Ledger {
    /// The version of the rule format.
    pub format: u32,
    /// The id of the ledger.
    pub id: String,
    /// The version of the ledger.
    pub version: String,
    /// What it is called.
    pub title: String,
    /// What it is for, in a few sentences.
    pub summary: String,
    /// The clauses.
    pub clauses: Vec<LedgerClause>,
}

/// A clause that would weaken a standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct LedgerClause {
    /// The id of the instrument.
    pub instrument: String,
    /// The article, as citations write it.
    pub article: String,
    /// How much of it may be imported.
    pub import: Import,
    /// Why it is in the ledger.
    pub why: String,
    /// What is left out, where a part may be imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<String>,
}
