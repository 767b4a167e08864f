//! What the tests of the workspace share: the slow evaluator, random records, the catalogue's rows and the places of files.

pub mod random;
pub mod readme;
pub mod rows;
pub mod slow;
pub mod source;
pub mod workspace;
