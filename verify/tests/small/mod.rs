//! Small rule sets out of a tape of choices, and everything that the engine says of every record that fits them.

mod condition;
mod engine;
mod rule_set;
mod tape;

pub use self::{
    engine::{Everything, Said},
    rule_set::rule_set,
    tape::Tape,
};
