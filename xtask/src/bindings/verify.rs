//! The module that proves: built, run in Node, and held to what the same library says in Rust itself.

use std::path::Path;

use palermo::rule_set::{Accepts, Condition, Overlay, RuleSet, Value};
use palermo_verify::{Options, Subject, charter::Charter, prove, report::Report};

use super::{Measured, wasm};
use crate::{Outcome, charter, command::shown, files, published, rule_sets};

/// What is proved in Node, and what has to come of it.
struct Case {
    name: &'static str,
    rule_set: String,
    overlays: Vec<String>,
    charter: String,
    promises: Vec<String>,
    expected: String,
}

/// Builds the module and runs it in Node. It is measured by itself: it has nothing to do with records.
pub(crate) fn test(folder: &Path) -> Result<Vec<Measured>, String> {
    let project = folder.join("project");
    files::remove_folder(&project)?;
    wasm::build(&[wasm::VERIFY], &project.join("wasm"))?;
    for case in cases()? {
        write(&project.join("cases").join(case.name), &case)?;
    }
    files::write(&project.join("run.mjs"), &files::read(&files::root().join("bindings-wasm/verify/test/run.mjs"))?)?;
    shown(&project, "node", &["--test-reporter=spec", "run.mjs"])?;
    Ok(Vec::new())
}

fn write(folder: &Path, case: &Case) -> Outcome {
    let list = |texts: &Vec<String>| serde_json::to_string(texts).map_err(|error| error.to_string());
    for (name, text) in [
        ("rule-set.json", &case.rule_set),
        ("charter.json", &case.charter),
        ("overlays.json", &list(&case.overlays)?),
        ("promises.json", &list(&case.promises)?),
        ("expected.json", &case.expected),
    ] {
        files::write(&folder.join(name), text.as_bytes())?;
    }
    Ok(())
}

fn cases() -> Result<Vec<Case>, String> {
    let charter = charter::charter()?;
    let standard = published::newest("see-2002")?;
    let overlays = rule_sets::overlays()?;
    let case = |name, rule_set: &RuleSet, overlays: &[Overlay], promises: &[&str], holds| {
        let promises: Vec<String> = promises.iter().map(ToString::to_string).collect();
        let report = report(rule_set, overlays, &charter, &promises)?;
        if report.holds != holds {
            return Err(format!("the case {name} of the module that proves is not what it was made to be"));
        }
        Ok(Case {
            name,
            rule_set: rule_set.to_canonical_json(),
            overlays: overlays.iter().map(Overlay::to_canonical_json).collect(),
            charter: charter.to_canonical_json(),
            promises,
            expected: serde_json::to_string(&report).map_err(|error| error.to_string())?,
        })
    };
    Ok(vec![
        case("standard", &standard, &[], &[], true)?,
        case("one-promise", &standard, &[], &["shelter-independent-of-shield"], true)?,
        case("overlays", &standard, &overlays, &[], true)?,
        case("observed-practice", &published::newest("observed-practice-2002")?, &[], &[], false)?,
        case("asks-for-testimony", &asking_for_testimony(standard.clone()), &[], &[], false)?,
    ])
}

/// The standard with a shelter that is only for those who want to testify.
fn asking_for_testimony(mut rule_set: RuleSet) -> RuleSet {
    let willing = Accepts::OneOf(vec![Value::Word("willing".into())]);
    for rule in rule_set.rules.iter_mut().filter(|rule| rule.then.iter().any(|id| id == "entitlement:shelter")) {
        let wish = Condition::Literal { fact: "testimony_wish".into(), accepts: willing.clone() };
        rule.when = Condition::All(vec![rule.when.clone(), wish]);
    }
    rule_set
}

/// What the library says in Rust itself.
fn report(base: &RuleSet, overlays: &[Overlay], charter: &Charter, promises: &[String]) -> Result<Report, String> {
    let options = Options { only: promises.iter().cloned().collect(), ..Options::default() };
    let composed = base.compose(overlays).map_err(|errors| errors.to_string())?;
    let subject = if overlays.is_empty() { Subject::new(base) } else { Subject::composed(base, &composed, overlays) };
    prove(charter, &subject, &options, &mut |_| ()).map_err(|errors| errors.to_string())
}
