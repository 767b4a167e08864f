//! The decision as plain data, in the key order of its canonical JSON.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::Question;
use crate::{
    record::Reference,
    vocabulary::{Actor, Bearer, Certainty, ChildStatus, ConclusionKind, ElementState, Known, Status},
};

/// What follows from a record: what the person is owed, what nobody may do, who is called, what was broken, what to ask.
///
/// Serialising it with `serde_json` gives the canonical JSON: the same bytes in every binding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Decision {
    /// The reference of the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
    /// The standard by which was decided.
    pub standard: StandardId,
    /// How the person is to be treated.
    pub status: Status,
    /// The rules that gave the status.
    pub status_rules: Vec<String>,
    /// What is known of the three elements of the definition.
    pub elements: Elements,
    /// Whether the person is treated as a child today.
    pub child: ChildStatus,
    /// Whether the person was under 18 when the trafficking began.
    pub child_when_trafficked: Known,
    /// Every entitlement, prohibition, obligation and referral, in catalogue order.
    pub conclusions: Vec<Conclusion>,
    /// Conduct that broke a duty.
    pub violations: Vec<Violation>,
    /// Conduct that is no breach yet.
    pub pending: Vec<Pending>,
    /// Where the person is offered a referral to, the most urgent first.
    pub referrals: Vec<Referral>,
    /// What to ask next, in the order in which it is asked.
    pub questions: Vec<Question>,
    /// Shielded facts that the record holds and no rule used: names, never values.
    pub shielded: Vec<Shielded>,
}

/// The standard by which a decision was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct StandardId {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// `sha256:` and the digest of its canonical JSON.
    pub digest: String,
    /// The overlays composed on it, in the order in which they were composed.
    pub overlays: Vec<OverlayId>,
}

/// An overlay that was composed on a standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct OverlayId {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// `sha256:` and the digest of its canonical JSON.
    pub digest: String,
}

/// What is known of the three elements of the Palermo definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Elements {
    /// Recruiting, transporting, transferring, harbouring or receiving the person.
    pub act: ElementState,
    /// Force, deception or another means; not needed for a child.
    pub means: ElementState,
    /// The intended exploitation.
    pub purpose: ElementState,
}

/// Something owed, forbidden or due, or a destination, with the rules that gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Conclusion {
    /// The id, kind and name.
    pub id: String,
    /// The kind.
    pub kind: ConclusionKind,
    /// The rules that gave it.
    pub rules: Vec<String>,
    /// Who has to see to it.
    pub bearers: Vec<Bearer>,
}

/// Conduct that broke a duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Violation {
    /// The conduct code.
    pub code: String,
    /// The rule that was broken.
    pub rule: String,
    /// Who did it, where the record says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// How certain it is that it happened.
    pub certainty: Certainty,
}

/// Conduct that is no breach yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Pending {
    /// The conduct code.
    pub code: String,
    /// The rule that it would break.
    pub rule: String,
    /// Who does it, where the record says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// How certain it is.
    pub certainty: Certainty,
    /// The facts that have to be settled before it is a breach; empty where it is planned and would be one.
    pub waits_for: Vec<String>,
}

/// A destination to which the person is offered a referral.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Referral {
    /// The destination.
    pub to: String,
    /// The rules that gave it.
    pub rules: Vec<String>,
}

/// A shielded fact that the record holds and no rule used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Shielded {
    /// The name of the fact.
    pub fact: String,
    /// The rules that say why it changes nothing.
    pub rules: Vec<String>,
}

/// The short form for bulk users.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CompactDecision {
    /// The reference of the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
    /// How the person is to be treated.
    pub status: Status,
    /// The ids of the conclusions, in catalogue order.
    pub conclusions: Vec<String>,
    /// Conduct that broke a duty.
    pub violations: Vec<Violation>,
}
