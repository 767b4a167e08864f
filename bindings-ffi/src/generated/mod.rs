//! What is generated from the sources of the core and from the dictionary of the embedded standard, and what it needs.

pub mod own;
mod remote;
pub mod see_2002;

/// A whole number for languages whose numbers have a sign: years and lines are far smaller than what it holds.
fn whole(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// Converts every item of a list.
fn all<T, U: From<T>>(list: Vec<T>) -> Vec<U> {
    list.into_iter().map(Into::into).collect()
}

// A reference crosses as text.
uniffi::custom_type!(Reference, String, {
    remote,
    lower: |reference| reference.as_str().to_string(),
    try_lift: |text| Ok(text.parse()?),
});

use palermo::Reference;
