//! The rule sets of palermo as data. This crate depends on nothing and holds no logic.
//!
//! The sources stand beside it as YAML, `published/` has what was compiled of them, and `images/` the bytes that `palermo`
//! opens without parsing. All of it is written by the workspace's own automation and checked there.

#![no_std]
#![forbid(unsafe_code)]

/// The byte images of a compiled rule set, for `palermo` alone.
#[derive(Clone, Copy, Debug)]
pub struct Images {
    /// The tables that are evaluated.
    pub logic: &'static [u8],
    /// The texts that people read.
    pub texts: &'static [u8],
}

/// The do-not-import ledger: canonical JSON.
pub const DO_NOT_IMPORT_JSON: &str = include_str!("../published/do-not-import.json");

/// The standard see-2002, compiled.
#[cfg(feature = "see-2002")]
pub const SEE_2002: Images =
    Images { logic: include_bytes!("../images/see-2002.logic"), texts: include_bytes!("../images/see-2002.texts") };

/// The standard see-2002 as published: canonical JSON.
#[cfg(feature = "published")]
pub const SEE_2002_JSON: &str = include_str!("../published/see-2002-0.1.0.json");

/// No standard: the practice of 2002 that the report describes, written as rules to be held against a standard.
#[cfg(feature = "published")]
pub const OBSERVED_PRACTICE_2002_JSON: &str = include_str!("../published/observed-practice-2002-0.1.0.json");

/// The charter as published: what the standard promises to everybody, in canonical JSON.
#[cfg(feature = "published")]
pub const CHARTER_JSON: &str = include_str!("../published/charter-0.1.0.json");
