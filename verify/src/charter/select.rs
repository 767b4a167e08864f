//! Which facts, and which conclusions, a statement is about.

use serde::Serialize;

/// A selection by the name of a set, as a list of names, or written out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(rename = "Selected{S}"))]
pub enum Selected<S> {
    /// The name of a set.
    Set(String),
    /// Names of facts, or ids of conclusions.
    List(Vec<String>),
    /// A selection for this place alone.
    Selection(Box<S>),
}

/// A selection of facts of a record: everything that is named in any way, without the exceptions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FactSelection {
    /// Every fact.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub all: bool,
    /// Every fact that the dictionary marks as shielded.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub shielded: bool,
    /// Every fact of these groups.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// These facts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Every fact of these named sets of the charter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub include: Vec<String>,
    /// What is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub except: Option<Selected<FactSelection>>,
}

/// A selection of what can follow from a record: everything that is named in any way, without the exceptions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ConclusionSelection {
    /// Everything of these kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<OutputKind>,
    /// These, by their ids: `entitlement:shelter`, `status:presumed`, `fact:means_element=yes`, `violation:deported`,
    /// `implied:rights_not_explained`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<String>,
    /// Every value of these derived facts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<String>,
    /// Everything of these named sets of the charter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub include: Vec<String>,
    /// What is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub except: Option<Selected<ConclusionSelection>>,
    /// Leaves out the violations whose breach condition itself names one of these facts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_reading: Vec<String>,
    /// Leaves out the entitlements that composed overlays declare to depend, by nature, on a wish, a need or a stage.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub core: bool,
}

/// A kind of what can follow from a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum OutputKind {
    /// How the person is to be treated.
    Status,
    /// Something that the person is owed.
    Entitlement,
    /// Something that nobody may do to the person.
    Prohibition,
    /// Something that an official or a helper has to do.
    Obligation,
    /// A destination to which the person is offered a referral.
    Refer,
    /// Recorded conduct that is a violation.
    Violation,
    /// Conduct that recorded facts imply, and that is a violation.
    Implied,
}

impl OutputKind {
    /// Every kind, in the order in which lists of them are written.
    pub const ALL: &'static [Self] =
        &[Self::Status, Self::Entitlement, Self::Prohibition, Self::Obligation, Self::Refer, Self::Violation, Self::Implied];

    /// The word as it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Entitlement => "entitlement",
            Self::Prohibition => "prohibition",
            Self::Obligation => "obligation",
            Self::Refer => "refer",
            Self::Violation => "violation",
            Self::Implied => "implied",
        }
    }
}
