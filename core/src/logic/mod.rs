//! A compiled rule set: the tables that are evaluated.
//!
//! Every (fact, value) pair is one bit. A record has exactly one bit on for each fact. A clause is a set of acceptable
//! pairs, a condition a list of clauses, and a condition holds when each of its clauses meets the record. The written tree
//! of a condition is kept beside its clauses: the open analysis is defined over it.
//!
//! The tables are the logic image: they are written by `load` and read back when a standard is opened. Indices inside
//! them are checked once, when an image is opened ([`Logic::open`]), and still never trusted: every access is bounded.

mod bits;
mod image;
mod names;
mod open;
mod values;

use alloc::{boxed::Box, vec::Vec};

pub(crate) use self::{
    bits::{BitSet, FACT_WORDS, FactBits, RULE_WORDS, RuleBits, WORDS, Words},
    names::NameTable,
    open::ImageError,
};
use crate::vocabulary::{Bearer, ChildStatus, ConclusionKind, ElementState, Known, RuleSetKind, Sensitivity, Stage, Status};

/// The version of the image layout; an image of another version is refused.
pub(crate) const IMAGE_FORMAT: u32 = 3;

/// An index into a table of the same name.
pub(crate) type Index = u16;

/// A compiled rule set.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Logic {
    pub image_format: u32,
    pub id: Box<str>,
    pub version: Box<str>,
    pub digest: Box<str>,
    /// The overlays that were composed on the rule set, in order.
    pub overlays: Vec<OverlayCode>,
    pub kind: RuleSetKind,
    pub in_force_from: Box<str>,
    pub in_force_to: Option<Box<str>>,
    /// How many of `facts` are input; they come first, in catalogue order. Derived facts follow as `standard.yaml` lists
    /// them, then facts that the compiler made to keep conditions small.
    pub inputs: Index,
    /// How many of `facts` are input or derived; what follows is hidden.
    pub visible: Index,
    pub facts: Vec<FactCode>,
    pub terms: Vec<Term>,
    pub clauses: Vec<Span>,
    /// Indices into `clauses`, grouped by condition.
    pub clause_lists: Vec<Index>,
    pub nodes: Vec<Node>,
    pub conditions: Vec<ConditionCode>,
    /// In the order in which they are resolved.
    pub derived: Vec<DerivedCode>,
    /// In catalogue order.
    pub rules: Vec<RuleCode>,
    /// Conclusions about a person, in catalogue order, each once.
    pub conclusions: Vec<ConclusionCode>,
    /// In catalogue order.
    pub conduct: Vec<ConductTable>,
    /// Codes that recorded facts can imply, in the catalogue order of their rules.
    pub implied: Vec<Index>,
    pub interview: Vec<StageCode>,
    /// Conclusions of the kind `refer`, the most urgent first.
    pub urgency: Vec<Index>,
    /// Conclusions that the first screen shows, the most pressing first.
    pub screen_now: Vec<Index>,
    pub screen_must_not: Vec<Index>,
    pub decision: DecisionCode,
}

/// An overlay that was composed on the rule set.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OverlayCode {
    pub id: Box<str>,
    pub version: Box<str>,
    pub digest: Box<str>,
}

/// A run of entries of another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub start: u32,
    pub length: u32,
}

impl Span {
    pub(crate) fn of<T>(self, table: &[T]) -> &[T] {
        let start = self.start as usize;
        table.get(start..start.saturating_add(self.length as usize)).unwrap_or_default()
    }
}

/// A fact: its name, its place among the bits and what may be done with it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FactCode {
    pub name: Box<str>,
    /// The word that holds all its bits, and the place of the first.
    pub word: u8,
    pub shift: u8,
    pub values: ValueCodes,
    /// Whether `unknown` is one of its values; always so for input facts.
    pub has_unknown: bool,
    pub ask: Stage,
    pub sensitivity: Sensitivity,
    pub shield: bool,
    /// The rules that note why the fact changes nothing.
    pub irrelevant: Vec<Index>,
}

/// The values of a fact, in the order of their bits; `unknown`, where there is one, is the last.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ValueCodes {
    YesNo,
    Choice(Vec<Box<str>>),
    /// Whole years, cut into the cells that the thresholds of the rule set make: a cell ends before each of `cuts`.
    Years {
        from: u32,
        to: u32,
        cuts: Vec<u32>,
    },
}

impl FactCode {
    /// How many bits the fact has.
    pub(crate) fn count(&self) -> u32 {
        let known = match &self.values {
            ValueCodes::YesNo => 2,
            ValueCodes::Choice(words) => words.len(),
            ValueCodes::Years { cuts, .. } => cuts.len() + 1,
        };
        u32::try_from(known).unwrap_or(u32::MAX).saturating_add(u32::from(self.has_unknown))
    }

    /// The bits of all values.
    pub(crate) fn domain(&self) -> u64 {
        let ones = 1_u64.checked_shl(self.count()).unwrap_or(0).wrapping_sub(1);
        ones.checked_shl(u32::from(self.shift)).unwrap_or(0)
    }

    /// The bit of the value at a place.
    pub(crate) fn bit(&self, place: u32) -> u64 {
        1_u64.checked_shl(u32::from(self.shift).saturating_add(place)).unwrap_or(0)
    }

    /// The place of `unknown`, the last.
    pub(crate) fn unknown(&self) -> Option<u32> {
        self.has_unknown.then(|| self.count().saturating_sub(1))
    }

    /// The place of a number of years, where it lies within the bounds.
    pub(crate) fn cell(&self, years: u32) -> Option<u32> {
        match &self.values {
            ValueCodes::Years { from, to, cuts } if (*from..=*to).contains(&years) => {
                u32::try_from(cuts.iter().take_while(|cut| **cut <= years).count()).ok()
            }
            _ => None,
        }
    }

    /// The place of a word of the list.
    pub(crate) fn place_of_word(&self, word: &str) -> Option<u32> {
        match &self.values {
            ValueCodes::Choice(words) => {
                words.iter().position(|known| **known == *word).and_then(|place| u32::try_from(place).ok())
            }
            _ => None,
        }
    }
}

/// The acceptable bits of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Term {
    pub word: u8,
    pub mask: u64,
}

/// A part of a condition as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Always,
    /// Every one of the nodes.
    All(Span),
    /// At least one of the nodes.
    Any(Span),
    /// A fact has one of the accepted values: its word and its domain stand here as well, so that nothing is looked up.
    Literal {
        fact: Index,
        word: u8,
        domain: u64,
        mask: u64,
    },
}

/// A condition: its clauses, its written tree and the facts that it names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ConditionCode {
    /// Into `clause_lists`.
    pub clauses: Span,
    /// Its tree, in `nodes`: the root is the first, and children stand behind their parents.
    pub tree: Span,
    /// The facts, input and derived, that the written condition names.
    pub names: FactBits,
    /// What rules with this condition conclude, as bits of [`crate::vocabulary::Effect`].
    pub effects: u8,
    /// Whether it is the condition of a rule, and not only of a breach.
    pub is_a_rules: bool,
}

/// How a derived fact gets its value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DerivedCode {
    pub fact: Index,
    /// The place of the value where no rule gives one.
    pub default: u8,
    /// The values by priority, each with the conditions of the rules that give it.
    pub steps: Vec<Step>,
}

/// A value of a derived fact and the conditions under which rules give it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    pub place: u8,
    pub conditions: Vec<Index>,
}

/// A rule: when it fires and what follows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RuleCode {
    pub id: Box<str>,
    pub condition: Index,
    /// Conclusions, in the order of the rule.
    pub conclusions: Vec<Index>,
    /// The derived facts that it gives, with the places of the values.
    pub gives: Vec<(Index, u8)>,
    /// Bits of [`Bearer`].
    pub bearers: u8,
    /// The conduct code that breaks it.
    pub conduct: Option<Index>,
}

impl RuleCode {
    pub(crate) fn bearers(mask: u8) -> impl Iterator<Item = Bearer> {
        Bearer::ALL.iter().copied().enumerate().filter(move |(place, _)| mask >> place & 1 == 1).map(|(_, bearer)| bearer)
    }
}

/// A conclusion about a person.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ConclusionCode {
    pub id: Box<str>,
    pub kind: ConclusionKind,
}

impl ConclusionCode {
    /// The id without its kind: the destination of a referral.
    pub(crate) fn name(&self) -> &str {
        self.id.split_once(':').map_or(&*self.id, |(_, name)| name)
    }
}

/// A conduct code: the rule that it breaks and when it does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ConductTable {
    pub code: Box<str>,
    pub parent: Option<Index>,
    pub rule: Index,
    pub breach: Index,
    pub implied_when: Option<Index>,
}

/// A stage of the interview.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StageCode {
    pub stage: Stage,
    pub after: Vec<Index>,
    pub not_while: Vec<Index>,
    pub ask: Vec<Index>,
}

/// The derived facts behind the keys of the decision, each with a word for every place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DecisionCode {
    pub status: KeyCode<Status>,
    pub act: KeyCode<ElementState>,
    pub means: KeyCode<ElementState>,
    pub purpose: KeyCode<ElementState>,
    pub child: KeyCode<ChildStatus>,
    pub child_when_trafficked: KeyCode<Known>,
}

/// A derived fact behind a key of the decision.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct KeyCode<Word> {
    pub fact: Index,
    pub words: Vec<Word>,
}

/// Looks an entry of a table up.
pub(crate) fn at<T>(table: &[T], index: Index) -> Option<&T> {
    table.get(usize::from(index))
}
