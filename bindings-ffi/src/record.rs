//! The record as it is handed over: opaque, so that no log shows a fact.

use std::{fmt, sync::Arc};

/// What is known about one person's situation, and what officials did.
///
/// It shows nothing of what it holds, since what shows itself ends in logs; `to_json` gives it out. Build it with a
/// `RecordBuilder`, or take it from JSON text. It is read when it is used, against the standard by which is decided then: only
/// the standard knows which facts there are, and every error comes at once, with its place.
#[derive(Clone, PartialEq, Eq, uniffi::Object)]
pub struct IntakeRecord {
    text: String,
}

impl IntakeRecord {
    pub(crate) fn new(text: String) -> Self {
        Self { text }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

#[uniffi::export]
impl IntakeRecord {
    /// A record from JSON text, in the form of `schemas/record.json`.
    ///
    /// Any text is taken; what is wrong with it is said when it is used.
    #[uniffi::constructor]
    #[must_use]
    pub fn from_json(text: String) -> Arc<Self> {
        Arc::new(Self::new(text))
    }

    /// The record as JSON text: the one that it was taken from, or what was built.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.text.clone()
    }
}

impl fmt::Debug for IntakeRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IntakeRecord").finish_non_exhaustive()
    }
}
