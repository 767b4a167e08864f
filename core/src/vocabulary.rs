//! The words of the format: closed lists that every rule set, record and decision shares.
//!
//! These are the only lists that Rust knows. Facts, values, conduct codes and conclusions belong to a rule set and are
//! data. Each word is written the same in JSON, in YAML and in every binding.

use core::{fmt, str::FromStr};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, Visitor},
};

use crate::refuse::refuse;

/// A word that a list of the vocabulary does not have. It does not say which: a word from outside may be anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownWord;

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the list has no such word")
    }
}

impl core::error::Error for UnknownWord {}

/// Reads an entry of a list by its word. Unlike what serde derives, an error never holds what was found.
fn word<'de, D: Deserializer<'de>, T: Copy>(deserializer: D, from_word: fn(&str) -> Option<T>) -> Result<T, D::Error> {
    struct Word<T>(fn(&str) -> Option<T>);

    impl<T: Copy> Visitor<'_> for Word<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a word of a list")
        }

        fn visit_str<E: de::Error>(self, word: &str) -> Result<T, E> {
            (self.0)(word).ok_or_else(|| E::custom(UnknownWord))
        }

        refuse!("the list has no such word"; bool, number);
    }

    deserializer.deserialize_any(Word(from_word))
}

macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every word of the list, in the order in which lists of it are written.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it is written in JSON and YAML.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The entry of the list for a word, or `None` where the list has no such word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                Self::from_word(word).ok_or(UnknownWord)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                word(deserializer, Self::from_word)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

vocabulary! {
    /// What a conclusion is about: something owed, forbidden, due, or a destination that is offered.
    ConclusionKind {
        /// Something that the person is owed.
        Entitlement = "entitlement",
        /// Something that nobody may do to the person.
        Prohibition = "prohibition",
        /// Something that an official or a helper has to do.
        Obligation = "obligation",
        /// A destination to which the person is offered a referral.
        Refer = "refer",
    }
}

vocabulary! {
    /// What an answer to a question may still change.
    Effect {
        /// The status of the person.
        Status = "status",
        /// An entitlement.
        Entitlement = "entitlement",
        /// A prohibition.
        Prohibition = "prohibition",
        /// An obligation.
        Obligation = "obligation",
        /// A referral.
        Refer = "refer",
        /// Whether recorded conduct broke a duty.
        Violation = "violation",
    }
}

impl From<ConclusionKind> for Effect {
    fn from(kind: ConclusionKind) -> Self {
        match kind {
            ConclusionKind::Entitlement => Self::Entitlement,
            ConclusionKind::Prohibition => Self::Prohibition,
            ConclusionKind::Obligation => Self::Obligation,
            ConclusionKind::Refer => Self::Refer,
        }
    }
}

vocabulary! {
    /// Who has to see that a rule is kept.
    Bearer {
        /// Everybody.
        All = "all",
        /// Police, international police included.
        Police = "police",
        /// Prosecutors.
        Prosecutor = "prosecutor",
        /// Courts.
        Court = "court",
        /// The state beyond police, prosecutors and courts.
        State = "state",
        /// Non-governmental organisations.
        Ngo = "ngo",
        /// International organisations.
        InternationalOrganisation = "international_organisation",
        /// Donors.
        Donor = "donor",
    }
}

vocabulary! {
    /// Who did what a conduct event records.
    Actor {
        /// Police, international police included.
        Police = "police",
        /// A prosecutor.
        Prosecutor = "prosecutor",
        /// A court.
        Court = "court",
        /// Another part of the state.
        State = "state",
        /// A non-governmental organisation.
        Ngo = "ngo",
        /// An international organisation.
        InternationalOrganisation = "international_organisation",
        /// A donor.
        Donor = "donor",
        /// An embassy.
        Embassy = "embassy",
        /// Somebody else.
        Other = "other",
    }
}

vocabulary! {
    /// How certain it is that recorded conduct happened.
    Certainty {
        /// It happened.
        Established = "established",
        /// Somebody says that it happened.
        Alleged = "alleged",
        /// It is announced, threatened or about to happen.
        Planned = "planned",
        /// It is known not to have happened.
        RuledOut = "ruled_out",
    }
}

vocabulary! {
    /// When, and of whom, a fact may be asked.
    Stage {
        /// Danger and health, before anything else.
        First = "first",
        /// How the talk is held; asked of whoever meets the person.
        Setting = "setting",
        /// What was observed or reported; asked of whoever meets the person.
        Seen = "seen",
        /// What happened; asked of the person, only in safety.
        Situation = "situation",
        /// What the person needs; asked of the person, only in safety.
        Need = "need",
        /// What the person wants; asked of the person, after time to think.
        Wish = "wish",
        /// What the file says; never asked of the person.
        File = "file",
        /// Never asked: it changes nothing.
        Never = "never",
    }
}

vocabulary! {
    /// How intrusive a question is.
    Sensitivity {
        /// Little.
        Low = "low",
        /// Some.
        Medium = "medium",
        /// Much.
        High = "high",
        /// Very much.
        VeryHigh = "very_high",
    }
}

vocabulary! {
    /// The mood of a rule.
    Modality {
        /// A duty.
        Obligation = "obligation",
        /// Something owed.
        Entitlement = "entitlement",
        /// Something forbidden.
        Prohibition = "prohibition",
        /// How something is to be taken in doubt, or what must not count.
        Presumption = "presumption",
        /// What a word of the rule set means.
        Definition = "definition",
        /// A practice that is itself the breach.
        ViolationPattern = "violation_pattern",
    }
}

vocabulary! {
    /// Where a rule comes from, so that everybody sees what the source says and what was added.
    Derivation {
        /// E: the source says it.
        Explicit = "explicit",
        /// F: the inverse of a practice that the source criticises.
        Inverse = "inverse",
        /// R: by reference to another instrument.
        Reference = "reference",
        /// D: an inference of the design that is not in the source.
        Design = "design",
    }
}

impl Derivation {
    /// The letter by which the derivation is marked in lists: E, F, R or D.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Explicit => 'E',
            Self::Inverse => 'F',
            Self::Reference => 'R',
            Self::Design => 'D',
        }
    }
}

vocabulary! {
    /// How sure it is that a cited article has its number and says what it is cited for.
    Confidence {
        /// Compared with a copy of the text.
        High = "high",
        /// Compared with a part of it.
        Medium = "medium",
        /// Not compared: to be checked by whoever relies on it.
        Unverified = "unverified",
    }
}

vocabulary! {
    /// How much of a clause of the do-not-import ledger an overlay may import.
    Import {
        /// Nothing: no rule and no citation may name it.
        Nothing = "nothing",
        /// What does not weaken: it may be cited, and the ledger names the part that is left out.
        Part = "part",
    }
}

vocabulary! {
    /// How the person is to be treated on the best present knowledge. There is no "not a victim".
    Status {
        /// Every element is known.
        Identified = "identified",
        /// Signs are known and nothing refutes them; the protection is the same as for identified.
        Presumed = "presumed",
        /// Nothing is known either way; screening stays due.
        Undetermined = "undetermined",
        /// A completed identification in safety found an element absent; open to new facts.
        NotEstablished = "not_established",
    }
}

vocabulary! {
    /// What is known of one element of the definition.
    ElementState {
        /// Known.
        Established = "established",
        /// Not known; an answer given without safety leaves it so.
        Open = "open",
        /// Known to be absent, by answers given in safety.
        NotMet = "not_met",
    }
}

vocabulary! {
    /// Whether the person is treated as a child.
    ChildStatus {
        /// Under 18.
        Child = "child",
        /// Treated as a child until a doubt about age is cleared.
        PresumedChild = "presumed_child",
        /// Known to be adult.
        Adult = "adult",
        /// Not known; never treated as adult.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// Whether something is known to be so, known not to be so, or unknown.
    Known {
        /// Known to be so.
        Yes = "yes",
        /// Known not to be so.
        No = "no",
        /// Not known.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// What a rule set speaks about.
    RuleSetKind {
        /// A person's situation.
        Case = "case",
    }
}

vocabulary! {
    /// What a rule set is held to be: rules to decide by, or a description of how others decided.
    #[derive(Default)]
    Standing {
        /// Rules that say how people are to be treated.
        #[default]
        Standard = "standard",
        /// How people were treated, written as rules so that it can be held against a standard. Nobody decides by it, and
        /// nothing is composed with it.
        ObservedPractice = "observed_practice",
    }
}

impl Standing {
    /// Whether the rules say how people are to be treated.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over references")]
    pub(crate) fn is_standard(&self) -> bool {
        *self == Self::Standard
    }
}
