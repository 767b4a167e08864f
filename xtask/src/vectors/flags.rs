//! What marks a vector: every flag with its meaning, which each file repeats for those that it uses.

use super::format::Vector;

/// Every flag in the order in which files explain them.
const MEANINGS: [(&str, &str); 24] = [
    ("example", "A worked example from the folder examples, with the white space of its file."),
    ("decisive", "A literal of a condition alone decides: with it turned around, the condition would come out the other way."),
    ("nothing_known", "No fact is known."),
    ("reference", "The record has a reference, which the decision, the short form and the explanation echo unchanged."),
    ("declined", "The record names facts that the person declined to answer."),
    ("conduct", "The record has conduct events."),
    ("violation", "The decision lists a violation."),
    ("implied", "The decision lists a violation that no event records: the facts imply it."),
    ("pending", "The decision lists conduct that is no violation yet."),
    ("shielded", "The decision lists shielded facts that changed nothing."),
    ("does_not_hold", "The subject does not hold: its explanation says what is missing."),
    ("warning", "The report has a warning."),
    ("advice", "The report advises not to collect a fact."),
    ("null", "The record says null where it could say nothing."),
    ("white_space", "The text has white space where JSON allows it and a compact writer puts none."),
    ("escapes", "The text writes characters of keys or words as JSON escapes."),
    ("key_order", "What comes out depends on the order of keys in the text, or the text has an unusual one."),
    (
        "text_only",
        "The text says something that most languages lose when they read it into objects of their own and write it again: a \
         key twice, 16.0 or -0, half of a surrogate pair, the order of keys that look like numbers, a record that is no object, white space, broken JSON. \
         Hand over the text, and leave the vector out where your runner hands over objects.",
    ),
    ("large", "The text has about a mebibyte."),
    ("broken_json", "The text is no JSON from some place on; errors found before that place are listed first."),
    ("several", "There is more than one error, in the order of the document."),
    ("position", "An error is shown by its position (#3, counted from 0), because what stands there could be a name."),
    ("near_name", "A key is near a known name and therefore shown in a path; ~ and / in it are escaped as in any JSON Pointer."),
    ("unicode", "The text holds characters outside ASCII, or NUL, as themselves or as escapes."),
];

/// The flags that the vectors use, with their meanings.
pub(super) fn explained(vectors: &[Vector]) -> Result<Vec<(&'static str, &'static str)>, String> {
    let used = |flag: &str| vectors.iter().any(|vector| vector.flags.contains(&flag));
    let strange = |flag: &&&str| !MEANINGS.iter().any(|(known, _)| *known == **flag);
    match vectors.iter().flat_map(|vector| &vector.flags).find(strange) {
        Some(flag) => Err(format!("the flag {flag} has no meaning")),
        None => Ok(MEANINGS.into_iter().filter(|(flag, _)| used(flag)).collect()),
    }
}

/// The flags in the order in which they are explained, each once.
pub(super) fn sorted(flags: &[&'static str]) -> Vec<&'static str> {
    let place = |flag: &&str| MEANINGS.iter().position(|(known, _)| known == flag).unwrap_or(MEANINGS.len());
    let mut flags = flags.to_vec();
    flags.sort_by_key(place);
    flags.dedup();
    flags
}
