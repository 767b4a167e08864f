//! Texts that are no record, each with its errors: written by hand, code and path beside the text.

mod conduct;
mod facts;
mod json;
mod keys;
mod limits;
mod numbers;
mod record;

use palermo_tests::slow::Remark;

use super::{
    flags,
    format::{Outcome, Text, Vector},
};

/// A text with what is wrong with it: `path code` each, in the order of the document.
type Case = (&'static str, &'static str, &'static [&'static str], &'static str, &'static [&'static str]);

pub(super) fn vectors() -> Result<Vec<Vector>, String> {
    let cases = [json::CASES, record::CASES, keys::CASES, facts::CASES, numbers::CASES, conduct::CASES];
    let mut vectors = cases
        .into_iter()
        .flatten()
        .map(|(id, about, flags, text, errors)| {
            refused(id, (*about).to_string(), flags, Text::Whole((*text).to_string()), remarks(errors)?)
        })
        .collect::<Result<Vec<Vector>, String>>()?;
    vectors.extend(numbers::everywhere()?);
    vectors.extend(limits::vectors()?);
    Ok(vectors)
}

fn remarks(errors: &[&str]) -> Result<Vec<Remark>, String> {
    errors.iter().map(|error| remark(error)).collect()
}

fn remark(error: &str) -> Result<Remark, String> {
    let (path, code) = error.rsplit_once(' ').ok_or_else(|| format!("`{error}` is no path and code"))?;
    Ok((path.to_string(), code.to_string()))
}

/// A vector of a text that is refused; what marks its errors is added to the flags.
fn refused(id: &str, about: String, flags: &[&'static str], record: Text, errors: Vec<Remark>) -> Result<Vector, String> {
    let by_position = |path: &str| path.rsplit('/').next().is_some_and(|last| last.starts_with('#'));
    let seen = [
        ("broken_json", errors.iter().any(|(_, code)| code == "invalid_json")),
        ("several", errors.len() > 1),
        ("position", errors.iter().any(|(path, _)| by_position(path))),
    ];
    let mut all = flags.to_vec();
    all.extend(seen.into_iter().filter(|(_, is)| *is).map(|(flag, _)| flag));
    if all.contains(&"broken_json") {
        all.push("text_only");
    }
    if errors.is_empty() {
        return Err(format!("{id} has no error"));
    }
    Ok(Vector { id: format!("refused/{id}"), about, flags: flags::sorted(&all), record, outcome: Outcome::Refused(errors) })
}
