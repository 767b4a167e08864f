//! Words for people: what the commands say when they do not write JSON.
//!
//! [`words`] finds what an id is called, [`condition`] and [`rule_words`] say what a rule says, [`page`] lays lines out;
//! each other module writes the text of one command. Every word about a person, a duty or a rule comes from the texts of the
//! standard; only what is said of the program is here.

pub mod cases;
pub mod condition;
pub mod coverage;
pub mod diff;
pub mod everything;
pub mod explanation;
pub mod first_screen;
pub mod lint;
pub mod page;
pub mod questions;
pub mod report;
pub mod rule;
pub mod rule_words;
pub mod verify;
pub mod words;
