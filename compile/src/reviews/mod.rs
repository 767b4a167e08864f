//! Reviews: who has read which rule, in which version, and agrees with how it reads the source.
//!
//! A review belongs to the text that was read: it names the published version and the digest of the rule in it, as `LOCK`
//! has it. [`read_reviews`] holds both against each other, so that a slip of the pen is an error and never looks like a rule
//! that changed. Whether a review still stands is for whoever shows it to say; here it is only read.

mod reader;

use std::{collections::BTreeMap, fmt, str::FromStr};

use palermo::Date;

use crate::{error::SourceErrors, source_file::SourceFile};

/// The form of the file that is read here.
pub const REVIEWS_FORMAT: u64 = 1;

/// One review of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The rule set that the rule belongs to.
    pub rule_set: String,
    /// The published version that was read.
    pub version: String,
    /// The rule.
    pub rule: String,
    /// The digest of the rule in that version.
    pub digest: String,
    /// As what the reviewer read it.
    pub role: Role,
    /// When the review was signed.
    pub date: Date,
    /// What the reviewer wants to be known with it.
    pub remark: Option<String>,
}

/// The rules of a published version of a rule set, each with its digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedRules {
    /// The rule set.
    pub rule_set: String,
    /// The version.
    pub version: String,
    /// The digest of each rule.
    pub digests: BTreeMap<String, String>,
}

/// Reads the reviews.
///
/// `published` holds every published version, those of one rule set in the order in which they were published. A review of a
/// rule that the newest version does not have is an error: it says nothing about any rule there is.
///
/// # Errors
///
/// Everything that is wrong, each with its line and column: text that is no YAML, keys and types that do not fit, rule sets,
/// versions and rules that do not exist, digests that are not those of the version, and a review that stands twice.
pub fn read_reviews(file: &SourceFile, published: &[PublishedRules]) -> Result<Vec<Review>, SourceErrors> {
    reader::read(file, published)
}

macro_rules! roles {
    ($($(#[$meta:meta])* $variant:ident = $word:literal, $label:literal;)+) => {
        /// As what a reviewer reads a rule. The list is closed, so that no name and no employer stands in the file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Role {
            $($(#[$meta])* $variant,)+
        }

        impl Role {
            /// Every role.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the file.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// What a person reads.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }
        }

        impl FromStr for Role {
            type Err = UnknownRole;

            fn from_str(word: &str) -> Result<Self, UnknownRole> {
                match word { $($word => Ok(Self::$variant),)+ _ => Err(UnknownRole) }
            }
        }
    };
}

roles! {
    /// A lawyer.
    Lawyer = "lawyer", "a lawyer";
    /// A judge.
    Judge = "judge", "a judge";
    /// A prosecutor.
    Prosecutor = "prosecutor", "a prosecutor";
    /// A police officer.
    Police = "police", "a police officer";
    /// Somebody who works with trafficked people in an organisation that helps them.
    Practitioner = "practitioner", "a practitioner from an organisation that helps";
    /// Somebody who works in the protection of children.
    ChildProtection = "child_protection", "a child protection worker";
    /// Somebody who was trafficked.
    LivedExperience = "lived_experience", "a person with lived experience";
    /// A researcher.
    Researcher = "researcher", "a researcher";
}

/// A word that is no role. It does not say which: it may be anybody's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownRole;

impl fmt::Display for UnknownRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is no such role")
    }
}

impl std::error::Error for UnknownRole {}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
