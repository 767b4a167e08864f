//! The rule sets of palermo as data. This crate depends on nothing and holds no logic.
//!
//! The sources stand beside it as YAML, `published/` has what was compiled of them, and `images/` the bytes that `palermo`
//! opens without parsing. All of it is written by the workspace's own automation and checked there.
//!
//! ## Overlays
//!
//! A folder with `overlay.yaml` in place of `standard.yaml` holds what a later text adds to a standard. An overlay can add
//! rules, facts, conduct codes, members of sets of facts, referrals, citations and contested points. It has no words for
//! removing, renaming or narrowing anything: whatever a standard gives somebody, the standard with overlays gives them too.
//! The tests prove this of the overlays here, and `palermo rules verify` of any other.
//!
//! | overlay | adds to see-2002 |
//! |---|---|
//! | `palermo-2000` | Palermo Protocol: proceedings that keep privacy, information and a voice in them, material help, special needs, a home state that lets people come back, no removal into persecution |
//! | `coe-2005` | Council of Europe Convention: reasonable grounds, 30 days to reflect, a guardian, subsistence, interpretation, school, a permit, free legal aid, guaranteed compensation, no penalty under compulsion, protection from retaliation and in court |
//!
//! They are written like this, and so can others be:
//!
//! - **What is ours is marked.** An instrument says what states owe, seldom to whom, when and by whom in one case. Conditions,
//!   bearers, breach conditions and the values of new facts are therefore `derivation: design`, with the reason in `reading`.
//! - **A weaker mood adds nothing.** "Shall consider", "in appropriate cases", "preferably", "possibility" and "lawfully
//!   resident" are not taken over, and the reading says so. A text that says the same as the standard, or less, adds a
//!   citation to the nearest rule under `citations`. A clause that `do-not-import.yaml` marks `import: nothing`
//!   cannot be cited at all.
//! - **What was done ends nothing.** A fact such as `reflection_period_given` is read by no entitlement. It counts only where
//!   it shows a breach: it then implies a conduct code, so that what was withheld is seen.
//! - **Who is not asked loses nothing.** A need that opens help opens it once it is known. Where asking could only cost the
//!   person something, as with `compelled_to_offend`, the condition accepts `unknown` in so many words.
//! - **Naming an act more exactly costs nothing.** A conduct code under a wider code is a breach wherever the wider one is.
//! - **Core is the default.** A new entitlement is core assistance, and depends on no shielded fact and on no need, unless
//!   `not_core` names it with a reason.
//! - **Doubt is visible.** An article that was not checked is `confidence: unverified` in every citation. What binds states
//!   and not a case waits, as a comment in `overlay.yaml`, for a rule set about systems.

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

/// The overlay palermo-2000 as published: what the Palermo Protocol adds to see-2002, in canonical JSON.
#[cfg(feature = "published")]
pub const PALERMO_2000_JSON: &str = include_str!("../published/palermo-2000-0.1.0.json");

/// The overlay coe-2005 as published: what the Council of Europe Convention adds to see-2002, in canonical JSON.
#[cfg(feature = "published")]
pub const COE_2005_JSON: &str = include_str!("../published/coe-2005-0.1.0.json");

/// No standard: the practice of 2002 that the report describes, written as rules to be held against a standard.
#[cfg(feature = "published")]
pub const OBSERVED_PRACTICE_2002_JSON: &str = include_str!("../published/observed-practice-2002-0.1.0.json");

/// The charter as published: what the standard promises to everybody, in canonical JSON.
#[cfg(feature = "published")]
pub const CHARTER_JSON: &str = include_str!("../published/charter-0.1.0.json");
