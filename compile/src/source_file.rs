//! A source file of a rule set, as it was read.

/// A source file of a rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path inside the folder, with `/`: `standard.yaml`, `facts/age.yaml`, `assistance/shelter.yaml`; that of a file of the
    /// rule set from which it takes its dictionary begins with `../`: `../see-2002/facts/age.yaml`.
    pub path: String,
    /// Its text.
    pub text: String,
}
