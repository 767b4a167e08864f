//! The forms in which a promise can be stated, so that it can be decided.

use std::collections::BTreeMap;

use palermo::{
    rule_set::{Accepts, Condition},
    vocabulary::Bearer,
};
use serde::{Serialize, Serializer};

use super::select::{ConclusionSelection, FactSelection, OutputKind, Selected};

/// A statement in one of the forms that can be decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Statement {
    /// The conclusions do not depend on the facts: two records that differ in these facts alone have the same.
    Independent(Independent),
    /// Whatever record meets the condition has the conclusions, or meets another condition.
    Always(Always),
    /// No record that meets the condition has any of the conclusions.
    Never(Never),
    /// No record has both conclusions of a pair. `kind:*` on both sides stands for every name that conclusions of both kinds have.
    NeverTogether(Vec<(String, String)>),
    /// What follows for every known value of a fact also follows while the fact is unknown.
    UnknownKeeps(UnknownKeeps),
    /// Of two records that differ in some facts alone, the second keeps what the first has.
    Compare(Compare),
    /// What is composed on a base takes nothing from what the base gives.
    Strengthens(Strengthens),
    /// Whoever has the first conclusion also has the second.
    Closure(BTreeMap<String, String>),
    /// Rules that give a derived fact different values of a list never fire together.
    Exclusive(Vec<Exclusive>),
    /// Every conduct code breaks exactly one rule, and no rule has two codes.
    Bijection(BijectionOf),
    /// A property of the rule set as a document, or of each of its rules.
    Structure(Structure),
    /// A fact about the engine and not about a rule set: tests show it.
    ShownBy(Vec<Test>),
}

impl Statement {
    /// The key by which the form is written.
    #[must_use]
    pub const fn form(&self) -> &'static str {
        match self {
            Self::Independent(_) => "independent",
            Self::Always(_) => "always",
            Self::Never(_) => "never",
            Self::NeverTogether(_) => "never_together",
            Self::UnknownKeeps(_) => "unknown_keeps",
            Self::Compare(_) => "compare",
            Self::Strengthens(_) => "strengthens",
            Self::Closure(_) => "closure",
            Self::Exclusive(_) => "exclusive",
            Self::Bijection(_) => "bijection",
            Self::Structure(_) => "structure",
            Self::ShownBy(_) => "shown_by",
        }
    }

    /// The conditions that it is written with.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let (first, second, third) = match self {
            Self::Always(always) => (Some(&always.when), always.holds.as_ref(), None),
            Self::Never(never) => (Some(&never.when), None, None),
            Self::Compare(compare) => (compare.when.as_ref(), compare.then_when.as_ref(), compare.then_holds.as_ref()),
            _ => (None, None, None),
        };
        [first, second, third].into_iter().flatten()
    }
}

/// The conclusions do not depend on the facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Independent {
    /// What does not depend on them.
    pub conclusions: Selected<ConclusionSelection>,
    /// The facts.
    pub facts: Selected<FactSelection>,
}

/// Whatever record meets a condition has more: at least one of `holds` and `concludes` is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Always {
    /// The condition, in the language of rules; named sets of facts of the charter count as sets.
    pub when: Condition,
    /// Another condition that then holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub holds: Option<Condition>,
    /// What then follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub concludes: Option<Selected<ConclusionSelection>>,
}

/// No record that meets a condition has any of the conclusions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Never {
    /// The condition.
    pub when: Condition,
    /// What then does not follow.
    pub concludes: Selected<ConclusionSelection>,
}

/// What follows for every known value of a fact also follows while the fact is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct UnknownKeeps {
    /// What is not lost by not knowing.
    pub conclusions: Selected<ConclusionSelection>,
    /// The facts, each on its own.
    pub facts: Selected<FactSelection>,
}

/// Two records that differ in some facts alone: at least one of `keeps`, `same` and `then_holds` is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Compare {
    /// The facts in which the records may differ.
    pub change: Selected<FactSelection>,
    /// Whether all of them may differ at once; otherwise each on its own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub together: bool,
    /// The values that a changed fact has in the first record. A fact without such a value does not change.
    #[serde(skip_serializing_if = "Which::is_any")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub from: Which,
    /// The values that it has in the second record.
    #[serde(skip_serializing_if = "Which::is_any")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub to: Which,
    /// What holds of the first record.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub when: Option<Condition>,
    /// What holds of the second record.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub then_when: Option<Condition>,
    /// Derived facts that have the same value in both.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub where_equal: Vec<String>,
    /// What the second record has wherever the first has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub keeps: Option<Selected<ConclusionSelection>>,
    /// What both have or neither.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub same: Option<Selected<ConclusionSelection>>,
    /// What then holds of the second record.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub then_holds: Option<Condition>,
}

/// Which values of a fact: `any`, `known` (any but unknown), a list, or a bound of years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// Any value.
    #[default]
    Any,
    /// Any value but unknown.
    Known,
    /// What a literal of a condition accepts.
    Accepts(Accepts),
}

impl Which {
    fn is_any(&self) -> bool {
        *self == Self::Any
    }
}

impl Serialize for Which {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Any => serializer.serialize_str("any"),
            Self::Known => serializer.serialize_str("known"),
            Self::Accepts(accepts) => accepts.serialize(serializer),
        }
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Which {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Which".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let bound = |key: &str| {
            schemars::json_schema!({
                "type": "object",
                "properties": { key: { "type": "integer", "minimum": 0 }, "or_unknown": { "type": "boolean" } },
                "required": [key],
                "additionalProperties": false
            })
        };
        schemars::json_schema!({
            "description": "Which values of a fact: `any`, `known` (any but unknown), a value or a list of them, or a bound of years.",
            "anyOf": [
                { "type": ["boolean", "string"] },
                { "type": "array", "items": { "type": ["boolean", "string"] }, "minItems": 1 },
                bound("below"),
                bound("at_least")
            ]
        })
    }
}

/// What is composed on a base takes nothing away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Strengthens {
    /// What is never lost.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub conclusions: Option<Selected<ConclusionSelection>>,
    /// The values of the status, the lowest first: what is composed never lowers it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub statuses: Vec<String>,
}

/// Values of a derived fact of which no two are given at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Exclusive {
    /// The derived fact.
    pub fact: String,
    /// The values by their names: `yes`, `no` or a word.
    pub values: Vec<String>,
}

/// What is bijective to the rules that it breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum BijectionOf {
    /// Conduct codes.
    Conduct,
}

/// A test that shows a fact about the engine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Test {
    /// The file, from the root of the project.
    pub file: String,
    /// The name of the test in it.
    pub test: String,
}

/// A property of the rule set as a document, or of each of its rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Structure {
    /// Every rule cites, and every citation leads somewhere: to a range of the source with its digest, to an instrument that
    /// the rule set names, or to a reference in words.
    EveryRuleCites,
    /// Every obligation, entitlement and prohibition falls on somebody.
    EveryDutyHasABearer,
    /// For every rule there is a record for which it applies.
    EveryRuleCanFire,
    /// Whenever a rule with a conduct code applies, the conduct breaks it.
    EveryDutyCanBeBroken,
    /// Conduct codes form a forest.
    ConductIsAForest,
    /// What is composed on the base removes, renames, re-words and re-conditions nothing of it.
    OverlaysOnlyAdd,
    /// Nothing that is composed on the base cites a clause that the ledger blocks.
    NothingBlockedIsCited,
    /// The numbers that stand in conditions.
    Numbers(Numbers),
    /// No condition reads the facts.
    NotRead(Selected<FactSelection>),
    /// The facts are never asked.
    NotAsked(Selected<FactSelection>),
    /// The dictionary marks the facts as shielded.
    MarkedAsShielded(Selected<FactSelection>),
    /// No fact and no value has such a name.
    NoFactNamed(ForbiddenNames),
    /// No conclusion of these kinds begins with one of these words, or has one of those anywhere.
    NoConclusionNamed {
        /// The kinds.
        kinds: Vec<OutputKind>,
        /// The first word, or the first words joined by `-`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        words: Vec<String>,
        /// A word, or words joined by `-`, at any place.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        anywhere: Vec<String>,
        /// Conclusions that begin so and were looked at: they command something else.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        except: Vec<String>,
    },
    /// Every bullet of the source is cited by a rule, or is said to wait.
    Bullets(SourceBullets),
    /// Whose duty it is: no rule that gives one of the conclusions, or that is broken by one of the violations, lets them off.
    BorneBy(Vec<BorneBy>),
    /// What the interview waits for before it asks.
    AskedAfter(Vec<AskedAfter>),
    /// By which word the decision tells each value of a derived fact.
    ToldAs(BTreeMap<String, BTreeMap<String, String>>),
}

impl Structure {
    /// The word by which it is written.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::EveryRuleCites => "every_rule_cites",
            Self::EveryDutyHasABearer => "every_duty_has_a_bearer",
            Self::EveryRuleCanFire => "every_rule_can_fire",
            Self::EveryDutyCanBeBroken => "every_duty_can_be_broken",
            Self::ConductIsAForest => "conduct_is_a_forest",
            Self::OverlaysOnlyAdd => "overlays_only_add",
            Self::NothingBlockedIsCited => "nothing_blocked_is_cited",
            Self::Numbers(_) => "numbers",
            Self::NotRead(_) => "not_read",
            Self::NotAsked(_) => "not_asked",
            Self::MarkedAsShielded(_) => "marked_as_shielded",
            Self::NoFactNamed(_) => "no_fact_named",
            Self::NoConclusionNamed { .. } => "no_conclusion_named",
            Self::Bullets(_) => "bullets",
            Self::BorneBy(_) => "borne_by",
            Self::AskedAfter(_) => "asked_after",
            Self::ToldAs(_) => "told_as",
        }
    }
}

/// Whose duty something is. What everybody has to do is also theirs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct BorneBy {
    /// On each rule bears one of these at least.
    pub bearers: Vec<Bearer>,
    /// What the rules give, or what breaks them.
    pub conclusions: Selected<ConclusionSelection>,
}

/// What is settled before something is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AskedAfter {
    /// What is asked.
    pub facts: Selected<FactSelection>,
    /// What must be yes before.
    pub after: Vec<String>,
    /// What must not be yes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub not_while: Vec<String>,
}

/// The numbers that may stand in conditions, and of which facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Numbers {
    /// The facts that conditions may compare with a number.
    pub of: Selected<FactSelection>,
    /// The numbers.
    pub allowed: Vec<u32>,
}

/// Words that names of facts, or of their values, may not have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ForbiddenNames {
    /// Words that the name of a fact has nowhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Words with which the name of a fact does not end.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub last_words: Vec<String>,
    /// Words that are no value of a fact.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// The greatest number that a fact can have: larger ones could tell a person from others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub greatest_number: Option<u32>,
}

/// The bullets of the source that rules have to carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SourceBullets {
    /// The anchors that at least one rule cites.
    pub carried: Vec<String>,
    /// For another rule set, the anchors that wait for it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub waiting: BTreeMap<String, Vec<String>>,
}
