//! What the tests of the workspace share: the slow evaluator, random records and the places of the data.

pub mod random;
pub mod slow;
