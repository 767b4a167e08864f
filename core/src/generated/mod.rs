//! Typed names of the embedded standards, generated from their compiled JSON by `cargo xtask generate`.

#[cfg(feature = "see-2002")]
pub mod see_2002;
