//! What the commands do, one module each.

pub mod check;
pub mod compare;
pub mod evaluate;
pub mod explain;
pub mod generated;
pub mod import;
pub mod questions;
pub mod rules;
pub mod schema;
pub mod validate;
