//! What can be asked for on the command line.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
pub use clap_complete::Shell;
use palermo::Date;
use palermo_verify::NODE_LIMIT;

/// The exit codes, at the end of the help.
const EXIT_CODES: &str = "\
Exit codes:
  0  done; where the command asks a question, the answer is yes
  1  done, and the answer is no: the record has errors (validate), the bytes differ (check), a protection was lost (compare),
     a case does not come out as it says (rules test), somebody loses something (rules diff), a promise is broken (rules verify),
     something denied is found (rules lint), something is not exercised (rules coverage)
  2  the command line cannot be understood
  3  a record, a decision or a rule set is invalid; of many records, at least one
  4  a file cannot be read or written
  5  no standard is in force on the day, or the standard has no such rule or conclusion
  6  undecided: a limit was reached before the answer was found

The software advises and explains; a person decides. Lawyers have not reviewed the rules.";

/// Decides, by a standard for the protection of trafficked people, what a person is owed, what nobody may do to them,
/// whom to call, which duties were broken and what to ask next, and explains every conclusion by rule and source.
///
/// Nothing leaves the machine: the program opens no connection and keeps no log.
#[derive(Debug, Parser)]
#[command(name = "palermo", version, after_help = EXIT_CODES, max_term_width = 100)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Decide on a record, or on many.
    Evaluate(Evaluate),
    /// Say why a conclusion holds for a record, or what is missing.
    Explain(Explain),
    /// List what to ask next, and what an answer may change.
    Questions(Questions),
    /// Say what is wrong with a record, what is probably not meant so, and what nobody should collect.
    Validate(Validate),
    /// List and show rules, and build rule sets.
    Rules(Rules),
    /// Print the JSON Schema of a document.
    Schema(Schema),
    /// Decide again on a record and say whether a decision has the same bytes.
    Check(Check),
    /// Say what was gained and what was lost between two records or decisions of one case, and why.
    Compare(Compare),
    /// Turn the data of other systems into records.
    Import(Import),
    /// Print completions for a shell.
    #[command(hide = true)]
    Completions(Completions),
    /// Print the man page.
    #[command(hide = true)]
    Man,
}

impl Command {
    /// Every file that is to be read.
    #[must_use]
    pub fn inputs(&self) -> Vec<&Path> {
        let (files, standard): (Vec<&PathBuf>, _) = match self {
            Self::Evaluate(evaluate) => (vec![&evaluate.file], Some(&evaluate.standard)),
            Self::Explain(explain) => (vec![&explain.file], Some(&explain.standard)),
            Self::Questions(questions) => (vec![&questions.file], Some(&questions.standard)),
            Self::Validate(validate) => (vec![&validate.file], Some(&validate.standard)),
            Self::Check(check) => (vec![&check.decision, &check.record], Some(&check.standard)),
            Self::Compare(compare) => (vec![&compare.old, &compare.new], Some(&compare.standard)),
            Self::Rules(_) | Self::Schema(_) | Self::Import(_) | Self::Completions(_) | Self::Man => (Vec::new(), None),
        };
        let rules = standard.into_iter().flat_map(|choice| choice.standard.iter().chain(&choice.overlay));
        files.into_iter().chain(rules).map(PathBuf::as_path).collect()
    }
}

/// By which standard to decide.
#[derive(Args, Clone, Debug, Default)]
pub struct StandardChoice {
    /// Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the
    /// standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a
    /// folder or file of such a name.
    #[arg(long, value_name = "RULES")]
    pub standard: Option<PathBuf>,
    /// Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a
    /// folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order.
    #[arg(long, value_name = "OVERLAY")]
    pub overlay: Vec<PathBuf>,
    /// Decide by the standard in force on a day; without it, by the newest.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write a day as YYYY-MM-DD".to_string())
}

/// `palermo evaluate`
#[derive(Args, Debug)]
pub struct Evaluate {
    /// The record, as JSON; `-` reads standard input.
    pub file: PathBuf,
    /// Text for people, one JSON document, or one record a line in and one decision a line out.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Show everything, not only the first screen (text only; JSON always holds everything).
    #[arg(long, conflicts_with = "compact")]
    pub all: bool,
    /// The short form: status, ids of conclusions, violations (only with `--format json` or `ndjson`).
    #[arg(long)]
    pub compact: bool,
    /// By which standard to decide.
    #[command(flatten)]
    pub standard: StandardChoice,
}

/// How `evaluate` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Text for people.
    Text,
    /// One JSON document.
    Json,
    /// A record a line in, a decision a line out, in order; a bad line gives an error object in its place.
    Ndjson,
}

/// How other commands write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum TextOrJson {
    /// Text for people.
    #[default]
    Text,
    /// One JSON document.
    Json,
}

/// `palermo explain`
#[derive(Args, Debug)]
pub struct Explain {
    /// The record, as JSON; `-` reads standard input.
    pub file: PathBuf,
    /// What to explain: `entitlement:shelter` or another id of the decision, `status`, or `status:presumed`.
    #[arg(long, value_name = "ID")]
    pub conclusion: String,
    /// Text for people or JSON.
    #[arg(long, value_enum, default_value_t)]
    pub format: TextOrJson,
    /// By which standard to decide.
    #[command(flatten)]
    pub standard: StandardChoice,
}

/// `palermo questions`
#[derive(Args, Debug)]
pub struct Questions {
    /// The record, as JSON; `-` reads standard input.
    pub file: PathBuf,
    /// What the questions are to be about.
    #[arg(long, value_enum, default_value_t = AboutChoice::Decision)]
    pub about: AboutChoice,
    /// Text for people or JSON.
    #[arg(long, value_enum, default_value_t)]
    pub format: TextOrJson,
    /// By which standard to decide.
    #[command(flatten)]
    pub standard: StandardChoice,
}

/// What questions are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AboutChoice {
    /// The whole decision.
    Decision,
    /// The status alone.
    Status,
}

/// `palermo validate`
#[derive(Args, Debug)]
pub struct Validate {
    /// The record, as JSON; `-` reads standard input.
    pub file: PathBuf,
    /// Text for people or JSON.
    #[arg(long, value_enum, default_value_t)]
    pub format: TextOrJson,
    /// By which standard to decide.
    #[command(flatten)]
    pub standard: StandardChoice,
}

/// `palermo rules`
#[derive(Args, Debug)]
pub struct Rules {
    /// What to do with rules.
    #[command(subcommand)]
    pub command: RulesCommand,
}

/// The commands on rules.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// List the rules, one a line: derivation, id, sentence.
    List(RulesList),
    /// Show a rule: sentence, source, condition, what follows, breach, reading, contested points, cases.
    Show(RulesShow),
    /// Compile a folder of YAML to a rule set, or an overlay, as JSON.
    Build(RulesBuild),
    /// Run the cases of a folder of YAML: each has to come out as it says.
    Test(RulesTest),
    /// Write the skeleton of an overlay of your own.
    New(RulesNew),
    /// Say what changes between two rule sets: who loses something, who gains it, and which rules are written differently.
    Diff(RulesDiff),
    /// Prove for every possible record that a rule set keeps its promises, or show whom a broken one would meet.
    Verify(RulesVerify),
    /// Say what in a rule set can never happen, says nothing new, or asks for what nobody needs; with overlays, in what they add.
    Lint(RulesLint),
    /// Say what of the source the rules cite, and what of the rules some records exercise; with overlays, of what they add.
    Coverage(RulesCoverage),
}

/// `palermo rules list`
#[derive(Args, Debug)]
pub struct RulesList {
    /// Only the rules of a family, for example `child`.
    #[arg(long)]
    pub family: Option<String>,
    /// By which standard.
    #[command(flatten)]
    pub standard: StandardChoice,
}

/// `palermo rules show`
#[derive(Args, Debug)]
pub struct RulesShow {
    /// The id of the rule, for example `assistance/shelter`.
    pub id: String,
    /// By which standard.
    #[command(flatten)]
    pub standard: StandardChoice,
}

/// `palermo rules build`
#[derive(Args, Debug)]
pub struct RulesBuild {
    /// The folder with `standard.yaml`, or with `overlay.yaml`.
    pub folder: PathBuf,
    /// The rule set that the overlay in the folder extends, where it is none that is built in.
    #[arg(long, value_name = "RULES")]
    pub standard: Option<PathBuf>,
    /// Where to write the JSON; without it, to standard output.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// `palermo rules test`
#[derive(Args, Debug)]
pub struct RulesTest {
    /// The folder with `standard.yaml`, or with `overlay.yaml`.
    pub folder: PathBuf,
    /// The rule set that the overlay in the folder extends, where it is none that is built in.
    #[arg(long, value_name = "RULES")]
    pub standard: Option<PathBuf>,
    /// Text for people or JSON.
    #[arg(long, value_enum, default_value_t)]
    pub format: TextOrJson,
}

/// `palermo rules new`
#[derive(Args, Debug)]
pub struct RulesNew {
    /// What to write.
    #[command(subcommand)]
    pub command: RulesNewCommand,
}

/// The skeletons.
#[derive(Debug, Subcommand)]
pub enum RulesNewCommand {
    /// An overlay: what a law of your country adds to a standard. Comments in its files teach the form.
    Overlay(NewOverlay),
}

/// `palermo rules new overlay`
#[derive(Args, Debug)]
pub struct NewOverlay {
    /// The id of the overlay, and of its folder: lower-case words and numbers joined by `-`, for example ruritania-2026.
    pub id: String,
    /// The standard to which it adds.
    #[arg(long, value_name = "STANDARD", default_value = "see-2002")]
    pub extends: String,
    /// The folder in which its folder is made.
    #[arg(long = "in", value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
}

/// `palermo rules diff`
#[derive(Args, Debug)]
pub struct RulesDiff {
    /// The rule set before: the name of one that the program has, a folder of YAML, or a file of JSON; with overlays as
    /// `see-2002+coe-2005`.
    #[arg(value_name = "BEFORE")]
    pub from: PathBuf,
    /// The rule set after.
    #[arg(value_name = "AFTER")]
    pub to: PathBuf,
    /// Also tell conduct and derived facts one by one, every rule by its name, and how to decide each record again (text only;
    /// JSON always holds everything).
    #[arg(long)]
    pub all: bool,
    /// How large a function may grow, in nodes, before the answer is given up as undecided.
    #[arg(long, value_name = "NODES", default_value_t = NODE_LIMIT)]
    pub node_limit: usize,
    /// Text for people or JSON.
    #[arg(long, value_enum, default_value_t)]
    pub format: TextOrJson,
}

/// `palermo rules verify`
#[derive(Args, Debug)]
pub struct RulesVerify {
    /// The rule set: the name of one that the program has, a folder of YAML, or a file of JSON; with overlays as
    /// `see-2002+coe-2005`.
    #[arg(default_value = "see-2002", value_name = "RULES")]
    pub rules: PathBuf,
    /// Compose an overlay with it: the name of one that the program has, a folder with `overlay.yaml`, or a file of JSON. Can be
    /// given more than once, in any order.
    #[arg(long, value_name = "OVERLAY")]
    pub overlay: Vec<PathBuf>,
    /// Also hold it against this rule set: nothing that it gives may be lost. Without this, a rule set that goes by the name of a
    /// published one, and is not it, is held against the published one; `none` holds it against nothing.
    #[arg(long, value_name = "RULES")]
    pub against: Option<PathBuf>,
    /// Also hold it to the promises of this file, YAML or JSON; they may use the named sets of the charter.
    #[arg(long, value_name = "FILE")]
    pub charter: Vec<PathBuf>,
    /// Leave out the charter that the program has.
    #[arg(long, requires = "charter")]
    pub only_own: bool,
    /// Only this promise, by its name or number; can be given more than once.
    #[arg(long, value_name = "NAME")]
    pub promise: Vec<String>,
    /// Tell every way in which a promise is broken, and not only the first.
    #[arg(long)]
    pub all: bool,
    /// How large a function of the proof may grow, in nodes, before the answer is given up as undecided. More nodes need more
    /// memory: about 24 bytes each.
    #[arg(long, value_name = "NODES", default_value_t = NODE_LIMIT)]
    pub node_limit: usize,
    /// Write the records that break promises to this folder, with the commands that decide them again.
    #[arg(long, value_name = "DIR")]
    pub write_witnesses: Option<PathBuf>,
    /// Text for people or JSON.
    #[arg(long, value_enum, default_value_t)]
    pub format: TextOrJson,
}

/// `palermo rules lint`
#[derive(Args, Debug)]
pub struct RulesLint {
    /// The rule set: the name of one that the program has, a folder of YAML, or a file of JSON; with overlays as
    /// `see-2002+coe-2005`.
    #[arg(default_value = "see-2002", value_name = "RULES")]
    pub rules: PathBuf,
    /// Compose an overlay with it: the name of one that the program has, a folder with `overlay.yaml`, or a file of JSON. Can be
    /// given more than once, in any order.
    #[arg(long, value_name = "OVERLAY")]
    pub overlay: Vec<PathBuf>,
    /// Make the answer no where something of this kind is found, for example `rule_never_fires`, or `all`; can be given more
    /// than once.
    #[arg(long, value_name = "LINT")]
    pub deny: Vec<String>,
    /// Text for people or JSON.
    #[arg(long, value_enum, default_value_t)]
    pub format: TextOrJson,
}

/// `palermo rules coverage`
#[derive(Args, Debug)]
pub struct RulesCoverage {
    /// The rule set: the name of one that the program has, a folder of YAML, or a file of JSON; with overlays as
    /// `see-2002+coe-2005`.
    #[arg(default_value = "see-2002", value_name = "RULES")]
    pub rules: PathBuf,
    /// Compose an overlay with it: the name of one that the program has, a folder with `overlay.yaml`, or a file of JSON. Can be
    /// given more than once, in any order.
    #[arg(long, value_name = "OVERLAY")]
    pub overlay: Vec<PathBuf>,
    /// Records to hold against the rules: a record, records as NDJSON, a file of vectors, or a folder of these; can be given more
    /// than once.
    #[arg(long, value_name = "PATH")]
    pub records: Vec<PathBuf>,
    /// Also hold the cases of the rules against them.
    #[arg(long)]
    pub cases: bool,
    /// Tell every place of the source, and everything that no record shows (text only; JSON always holds everything).
    #[arg(long)]
    pub all: bool,
    /// Text for people or JSON.
    #[arg(long, value_enum, default_value_t)]
    pub format: TextOrJson,
}

/// `palermo schema`
#[derive(Args, Debug)]
pub struct Schema {
    /// The document: record, decision, compact-decision, explanation, questions, validation-report, rule-set, overlay,
    /// dictionary, rule-file.
    pub name: String,
    /// By which standard; the schema of the record is made from its dictionary.
    #[command(flatten)]
    pub standard: StandardChoice,
}

/// `palermo check`
#[derive(Args, Debug)]
pub struct Check {
    /// The decision, as JSON; full or short.
    pub decision: PathBuf,
    /// The record on which it was made.
    pub record: PathBuf,
    /// By which standard to decide.
    #[command(flatten)]
    pub standard: StandardChoice,
}

/// `palermo compare`
#[derive(Args, Debug)]
pub struct Compare {
    /// The earlier record or decision.
    pub old: PathBuf,
    /// The later record or decision.
    pub new: PathBuf,
    /// Text for people or JSON.
    #[arg(long, value_enum, default_value_t)]
    pub format: TextOrJson,
    /// By which standard to decide on records.
    #[command(flatten)]
    pub standard: StandardChoice,
}

/// `palermo import`
#[derive(Args, Debug)]
pub struct Import {
    /// What to import.
    #[command(subcommand)]
    pub command: ImportCommand,
}

/// The formats that can be imported.
#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// The CSV of the Counter-Trafficking Data Collaborative: one record a line of NDJSON.
    Ctdc(ImportCtdc),
}

/// `palermo import ctdc`
#[derive(Args, Debug)]
pub struct ImportCtdc {
    /// The CSV file; `-` reads standard input.
    pub file: PathBuf,
    /// Also record that the person was recognised as trafficked, which every row of this data set says of itself.
    #[arg(long)]
    pub as_recognised: bool,
}

/// `palermo completions`
#[derive(Args, Debug)]
pub struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub shell: Shell,
}
