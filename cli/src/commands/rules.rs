//! `palermo rules`: list and show rules, build rule sets and run their cases.

mod coverage;
mod diff;
mod lint;
mod new;
mod test;
mod verify;

use std::{
    collections::BTreeSet,
    ffi::OsString,
    fs::{self, File},
    io::{self, Write},
    path::Path,
    process,
};

use palermo::{load::digest_of, rule_set::Rule};

use crate::{
    Answer,
    arguments::{Rules, RulesBuild, RulesCommand, RulesList, RulesShow},
    failure::Failure,
    input, overlays,
    text::{
        page::{self, clean},
        rule,
    },
};

/// Runs the command.
///
/// # Errors
///
/// Where the standard cannot be read or is invalid, there is no such rule or family, the folder does not compile, or the
/// output cannot be written.
pub fn run(arguments: &Rules, out: &mut dyn Write) -> Result<Answer, Failure> {
    match &arguments.command {
        RulesCommand::List(list) => run_list(list, out),
        RulesCommand::Show(show) => run_show(show, out),
        RulesCommand::Build(build) => run_build(build, out),
        RulesCommand::Test(test) => test::run(test, out),
        RulesCommand::New(new) => new::run(new, out),
        RulesCommand::Diff(diff) => diff::run(diff, out),
        RulesCommand::Verify(verify) => verify::run(verify, out),
        RulesCommand::Lint(lint) => lint::run(lint, out),
        RulesCommand::Coverage(coverage) => coverage::run(coverage, out),
    }
}

fn family(rule: &Rule) -> &str {
    rule.id.split_once('/').map_or(rule.id.as_str(), |(family, _)| family)
}

/// One line a rule, so that `grep` and `cut` find their way.
fn run_list(arguments: &RulesList, out: &mut dyn Write) -> Result<Answer, Failure> {
    let standard = input::standard(&arguments.standard)?;
    super::warn(&standard);
    let mut rules = standard.rules();
    if let Some(wanted) = &arguments.family {
        let mut seen = BTreeSet::new();
        let families: Vec<String> =
            rules.iter().map(family).filter(|family| seen.insert(*family)).map(ToString::to_string).collect();
        rules.retain(|rule| family(rule) == wanted);
        if rules.is_empty() {
            return Err(Failure::NotFound {
                what: format!("{} has no such family of rules", standard.id()),
                help: format!("name one of {}", families.join(", ")),
            });
        }
    }
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    for rule in &rules {
        writeln!(out, "{}  {:width$}  {}", rule.derivation.letter(), rule.id, clean(&rule.sentence)).map_err(Failure::output)?;
    }
    Ok(Answer::Yes)
}

fn run_show(arguments: &RulesShow, out: &mut dyn Write) -> Result<Answer, Failure> {
    let (standard, rule_set) = input::standard_with_rule_set(&arguments.standard)?;
    let Some(shown) = standard.rule(&arguments.id) else {
        let help = nearest(&arguments.id, &standard.rules()).map_or_else(
            || "`palermo rules list` lists the rules".to_string(),
            |nearest| format!("did you mean `{nearest}`? `palermo rules list` lists the rules"),
        );
        return Err(Failure::NotFound { what: format!("{} has no such rule", standard.id()), help });
    };
    let text = rule::rule(&standard, rule_set.as_ref(), &shown, page::output_width());
    out.write_all(text.as_bytes()).map_err(Failure::output)?;
    Ok(Answer::Yes)
}

/// The rule that was meant: a slip of the pen, or a name without its family.
fn nearest(id: &str, rules: &[Rule]) -> Option<String> {
    let name = |id: &str| id.rsplit('/').next().unwrap_or_default().to_string();
    let by_name = || rules.iter().find(|rule| name(&rule.id) == name(id));
    let near = rules.iter().map(|rule| (strsim::osa_distance(id, &rule.id), rule));
    let slip = near.filter(|(distance, _)| *distance <= 3.min(id.len() / 3)).min_by_key(|(distance, _)| *distance);
    slip.map(|(_, rule)| rule).or_else(by_name).map(|rule| rule.id.clone())
}

fn run_build(arguments: &RulesBuild, out: &mut dyn Write) -> Result<Answer, Failure> {
    let folder = &arguments.folder;
    let refused = |errors| Failure::Sources { folder: folder.clone(), errors };
    let (json, id, version) = if palermo_compile::is_overlay(folder) {
        let base = overlays::base_of(folder, arguments.standard.as_deref())?;
        let overlay = palermo_compile::compile_overlay(folder, &base).map_err(refused)?;
        (overlay.to_canonical_json(), overlay.id, overlay.version)
    } else {
        let rule_set = palermo_compile::compile(folder).map_err(refused)?;
        (rule_set.to_canonical_json(), rule_set.id, rule_set.version)
    };
    let digest = digest_of(&json);
    let json = json + "\n";
    match &arguments.output {
        None => out.write_all(json.as_bytes()).map_err(Failure::output)?,
        Some(path) => replace(path, &json).map_err(|error| Failure::Output { path: Some(path.clone()), error })?,
    }
    // Standard output may hold the rule set itself; a closed standard error is no reason to fail.
    let told = writeln!(io::stderr(), "{id} {version} {digest}");
    drop(told);
    Ok(Answer::Yes)
}

/// Writes a file anew: beside it first, so that the old one stays where the new one cannot be written.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let old = fs::metadata(path).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        // Nothing can take the place of a pipe or a device.
        return fs::write(path, text);
    }
    // A link stays a link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", process::id()));
    let beside = target.with_file_name(name);
    let mut file = File::create_new(&beside)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).and_then(|()| {
        old.map_or(Ok(()), |old| fs::set_permissions(&beside, old.permissions()))?;
        fs::rename(&beside, &target)
    });
    if written.is_err() {
        // What is left of it is of no use; the failure is what counts.
        fs::remove_file(&beside).ok();
    }
    written
}
