//! What can keep a command from being done: for people with a sentence and help, for scripts with an exit code.

use std::{
    fmt, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use miette::Diagnostic;
use palermo::{RecordErrors, load::LoadErrors};
use palermo_compile::SourceErrors;

/// What kept a command from being done.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failure {
    /// A file cannot be read.
    Input {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// What was said cannot be written.
    Output {
        /// The file, or none for standard output.
        path: Option<PathBuf>,
        /// Why.
        error: io::Error,
    },
    /// A record is invalid.
    Record {
        /// The file.
        path: PathBuf,
        /// Every error.
        errors: RecordErrors,
    },
    /// A rule set is invalid.
    RuleSet {
        /// The file.
        path: PathBuf,
        /// Every error.
        errors: LoadErrors,
    },
    /// An overlay is invalid.
    Overlay {
        /// The file.
        path: PathBuf,
        /// Every error.
        errors: LoadErrors,
    },
    /// Overlays cannot be composed with a rule set.
    Composition {
        /// The id of the rule set.
        base: String,
        /// Every error.
        errors: LoadErrors,
    },
    /// The sources of a rule set are invalid.
    Sources {
        /// The folder.
        folder: PathBuf,
        /// Every error.
        errors: SourceErrors,
    },
    /// A charter is invalid, or names what the rule set does not have.
    Charter {
        /// The file, or the name of the charter that the program has.
        path: PathBuf,
        /// Every error.
        errors: SourceErrors,
    },
    /// Nothing can be proved of a rule set.
    Proof {
        /// The rule set, or the rule sets.
        of: String,
        /// Why.
        failure: palermo_verify::Failure,
    },
    /// Another document is invalid.
    Document {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
        /// What to do.
        help: String,
    },
    /// The command line asks for what does not go together.
    Usage {
        /// What does not.
        what: String,
        /// What to do.
        help: String,
    },
    /// There is no such thing as was asked for.
    NotFound {
        /// What is not there.
        what: String,
        /// What to do.
        help: String,
    },
}

impl Failure {
    /// Standard output cannot be written to.
    #[must_use]
    pub fn output(error: io::Error) -> Self {
        Self::Output { path: None, error }
    }

    /// A file cannot be read.
    #[must_use]
    pub fn input(path: &Path, error: io::Error) -> Self {
        Self::Input { path: path.to_path_buf(), error }
    }

    /// The exit code, as documented in `palermo --help`.
    #[must_use]
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Usage { .. } => 2,
            Self::Input { .. } | Self::Output { .. } => 4,
            Self::NotFound { .. } => 5,
            Self::Proof { failure: palermo_verify::Failure::Limit { .. }, .. } => 6,
            Self::Record { .. }
            | Self::RuleSet { .. }
            | Self::Overlay { .. }
            | Self::Composition { .. }
            | Self::Sources { .. }
            | Self::Charter { .. }
            | Self::Document { .. }
            | Self::Proof { .. } => 3,
        })
    }

    /// Every single thing that is wrong, where there is a list.
    fn details(&self) -> Vec<Detail> {
        let detail = |message: String, help: Option<String>| Detail { message, help };
        match self {
            Self::Record { errors, .. } => errors
                .errors()
                .iter()
                .map(|error| {
                    let place = place(&error.path, "the record");
                    detail(format!("{place}: {}", error.code.message()), Some(error.code.help()))
                })
                .collect(),
            Self::RuleSet { errors, .. } => errors
                .errors()
                .iter()
                .map(|error| {
                    let place = place(&error.path, "the rule set");
                    detail(format!("{place}: {}", error.code.message()), error.code.help())
                })
                .collect(),
            Self::Overlay { errors, .. } => errors
                .errors()
                .iter()
                .map(|error| {
                    let place = place(&error.path, "the overlay");
                    detail(format!("{place}: {}", error.code.message()), error.code.help())
                })
                .collect(),
            Self::Composition { base, errors } => errors
                .errors()
                .iter()
                .map(|error| {
                    let place = format!("{} {}", error.document.as_deref().unwrap_or(base), error.path);
                    detail(format!("{}: {}", place.trim_end(), error.code.message()), error.code.help())
                })
                .collect(),
            Self::Sources { errors, .. } | Self::Charter { errors, .. } => errors
                .errors()
                .iter()
                .map(|error| {
                    let file = place(&error.file, "the whole");
                    let place = match error.line {
                        0 => file.to_string(),
                        line => format!("{file}:{line}:{}", error.column),
                    };
                    detail(format!("{place}: {}", error.message), error.help.clone())
                })
                .collect(),
            _ => Vec::new(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input { path, error } => write!(f, "`{}` cannot be read: {error}", path.display()),
            Self::Output { path: Some(path), error } => write!(f, "`{}` cannot be written: {error}", path.display()),
            Self::Output { path: None, error } => write!(f, "the output cannot be written: {error}"),
            Self::Record { path, errors } => {
                write!(f, "`{}` is no valid record: {}", path.display(), count(errors.errors().len()))
            }
            Self::RuleSet { path, errors } => {
                write!(f, "`{}` is no valid rule set: {}", path.display(), count(errors.errors().len()))
            }
            Self::Overlay { path, errors } => {
                write!(f, "`{}` is no valid overlay: {}", path.display(), count(errors.errors().len()))
            }
            Self::Composition { base, errors } => {
                write!(f, "these overlays cannot be composed with {base}: {}", count(errors.errors().len()))
            }
            Self::Sources { folder, errors } => {
                write!(f, "`{}` does not compile: {}", folder.display(), count(errors.errors().len()))
            }
            Self::Charter { path, errors } => {
                write!(f, "`{}` is no valid charter for this rule set: {}", path.display(), count(errors.errors().len()))
            }
            Self::Proof { of, failure } => write!(f, "`{of}`: {failure}"),
            Self::Document { path, reason, .. } => write!(f, "`{}`: {reason}", path.display()),
            Self::Usage { what, .. } | Self::NotFound { what, .. } => f.write_str(what),
        }
    }
}

/// A place, or the whole where it is empty.
fn place<'p>(path: &'p str, whole: &'p str) -> &'p str {
    if path.is_empty() { whole } else { path }
}

fn count(errors: usize) -> String {
    if errors == 1 { "1 error".to_string() } else { format!("{errors} errors") }
}

impl std::error::Error for Failure {}

/// A failure as it is told to people: itself, what to do, and every single thing that is wrong.
#[derive(Debug)]
pub struct Told {
    failure: Failure,
    details: Vec<Detail>,
}

impl From<Failure> for Told {
    fn from(failure: Failure) -> Self {
        let details = failure.details();
        Self { failure, details }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.failure.fmt(f)
    }
}

impl std::error::Error for Told {}

impl Diagnostic for Told {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = match &self.failure {
            Failure::Input { .. } => "give the path of a file, or `-` for standard input",
            Failure::Output { .. } => return None,
            Failure::Record { .. } => "`palermo schema record` prints the form of a record",
            Failure::RuleSet { .. } => "`palermo rules build` compiles a folder of YAML to a rule set",
            Failure::Overlay { .. } => "`palermo rules build` compiles a folder with `overlay.yaml` to an overlay",
            Failure::Composition { .. } => "an overlay only adds to the rule set that it names under `extends`",
            Failure::Sources { .. } => "`palermo schema rule-file` prints the form of a rule file",
            Failure::Charter { .. } => "`palermo schema charter` prints the form of a charter",
            Failure::Proof { failure, .. } => match failure {
                palermo_verify::Failure::Limit { .. } => {
                    "raise `--node-limit`, where the command has it, or make the conditions of the rules simpler"
                }
                palermo_verify::Failure::Incompatible { .. } => {
                    "compare rule sets of one dictionary: a fact of both has the same values in both"
                }
                _ => "`palermo rules build` tells every error of a folder of YAML",
            },
            Failure::Document { help, .. } | Failure::Usage { help, .. } | Failure::NotFound { help, .. } => help,
        };
        Some(Box::new(help))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        let details = self.details.iter().map(|detail| detail as &dyn Diagnostic);
        (!self.details.is_empty()).then(|| Box::new(details) as Box<dyn Iterator<Item = &dyn Diagnostic>>)
    }
}

/// One entry of a list of errors.
#[derive(Debug)]
struct Detail {
    message: String,
    help: Option<String>,
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Detail {}

impl Diagnostic for Detail {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display + 'a>)
    }
}
