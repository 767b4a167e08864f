//! What a rule set takes from the folder of another one, where its `standard.yaml` has the key `dictionary`: the facts with
//! their groups and sets, the interview order and the documents that they cite, and of texts and cited ranges those that it needs.
//! What is compiled stands alone.

use std::collections::BTreeSet;

use palermo::{load::Tree, vocabulary::ConclusionKind};

use super::{Assembler, STANDARD, keys_of, words_of};
use crate::{
    error::SourceError,
    yaml::{Key, Node, Value},
};

/// The keys that are taken from the other `standard.yaml` as they stand.
const TAKEN: [&str; 4] = ["documents", "groups", "interview", "sets"];
/// The files of a rule set that make its dictionary, besides those of its facts.
const READ: [&str; 3] = [STANDARD, "source-index.yaml", "texts.yaml"];
/// Notes of rules that have texts of their own.
const NOTES: [&str; 4] = ["basis", "invariant", "irrelevant", "scope"];

/// The path of a file inside the folder `name` beside the rule set's own.
pub(crate) fn beside(name: &str, path: &str) -> String {
    format!("../{name}/{path}")
}

/// Whether a file of another rule set belongs to its dictionary.
pub(crate) fn is_read(path: &str) -> bool {
    READ.contains(&path) || path.starts_with("facts/")
}

/// Whether a file, by its path inside the folder of a rule set, belongs to another one and is no part of its dictionary.
pub(super) fn is_passed_over(path: &str) -> bool {
    let inside = path.strip_prefix("../").and_then(|path| path.split_once('/'));
    inside.is_some_and(|(_, path)| !is_read(path))
}

/// The name behind `dictionary` in a `standard.yaml`, where it is the name of a folder and leads nowhere else.
pub(crate) fn name_in(standard: &Node) -> Option<&str> {
    let Value::Map(entries) = &standard.value else { return None };
    let (_, node) = entries.iter().find(|(key, _)| key.name == "dictionary")?;
    match &node.value {
        Value::Scalar(Tree::Text(name)) if is_plain(name) => Some(name),
        _ => None,
    }
}

fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '-' || char == '_')
}

impl Assembler<'_> {
    /// Puts into `standard` what it takes from the dictionary that it names, and says which that is. Without its dictionary
    /// nothing of a rule set can be judged.
    pub(super) fn dictionary(&mut self, standard: &mut Vec<(Key, Node)>) -> Result<Option<String>, SourceError> {
        let Some(place) = standard.iter().position(|(key, _)| key.name == "dictionary") else { return Ok(None) };
        let (_, named) = standard.remove(place);
        let refused = |place, message, help| Err(SourceError::at(place, self.files, message, help));
        let name = match &named.value {
            Value::Scalar(Tree::Text(name)) if is_plain(name) => name,
            _ => {
                let help = Some("letters, digits, `-` and `_`, as in `dictionary: see-2002`".to_string());
                return refused(named.place, "the name of a folder beside this one is expected here".to_string(), help);
            }
        };
        let path = beside(name, STANDARD);
        let is_there = |path: &String| self.files.iter().any(|file| file.path == *path);
        if let Some(missing) = READ.iter().map(|path| beside(name, path)).find(|path| !is_there(path)) {
            return refused(named.place, format!("there is no file {missing}"), None);
        }
        // One that is no YAML has been reported already.
        let Some(Node { value: Value::Map(other), .. }) = self.nodes.remove(path.as_str()) else {
            return refused(named.place, format!("{path} is no map"), None);
        };
        if let Some((key, _)) = other.iter().find(|(key, _)| key.name == "dictionary") {
            let help = Some(format!("name that dictionary in place of {name}"));
            return refused(key.place, format!("{name} takes its own dictionary from another rule set"), help);
        }
        for (taken, node) in other.into_iter().filter(|(taken, _)| TAKEN.contains(&taken.name.as_str())) {
            if let Some(place) = standard.iter().position(|(own, _)| own.name == taken.name) {
                let (own, _) = standard.remove(place);
                let help = Some(format!("remove it: it is what {name} has"));
                self.error(own.place, format!("`{}` comes with the dictionary", taken.name), help);
            }
            standard.push((taken, node));
        }
        Ok(Some(name.clone()))
    }

    /// The texts of the rule set, and of those of the dictionary the ones that it needs and has not itself.
    pub(super) fn with_texts_of(&mut self, dictionary: &str, own: Option<Node>, needs: &Needs) -> Option<Node> {
        let other = self.nodes.remove(beside(dictionary, "texts.yaml").as_str());
        let place = own.as_ref().or(other.as_ref())?.place;
        let own = own.map(|node| self.map(node, "texts.yaml")).unwrap_or_default();
        let known: BTreeSet<&str> = own.iter().map(|(key, _)| key.name.as_str()).collect();
        let other = other.map(|node| self.map(node, "texts.yaml")).unwrap_or_default();
        let mut entries: Vec<(Key, Node)> =
            other.into_iter().filter(|(key, _)| needs.text(&key.name) && !known.contains(key.name.as_str())).collect();
        entries.extend(own);
        Some(Node { place, value: Value::Map(entries) })
    }

    /// The cited ranges of the rule set, and of those of the dictionary the ones that it cites and has not itself.
    pub(super) fn with_ranges_of(&mut self, dictionary: &str, own: Option<Node>, needs: &Needs) -> Option<Node> {
        let other = self.nodes.remove(beside(dictionary, "source-index.yaml").as_str()).and_then(|node| self.ranges(node));
        let place = own.as_ref().or(other.as_ref())?.place;
        let items = |node: Option<Node>| match node.map(|node| node.value) {
            Some(Value::List(items)) => items,
            _ => Vec::new(),
        };
        if let Some(node) = own.as_ref().filter(|node| !matches!(node.value, Value::List(_))) {
            self.error(node.place, "`ranges` has to be a list".to_string(), None);
        }
        let mut ranges = items(own);
        let known: BTreeSet<Range> = ranges.iter().filter_map(range).collect();
        let needed = |range: &Range| needs.ranges.contains(range) && !known.contains(range);
        ranges.extend(items(other).into_iter().filter(|node| range(node).is_some_and(|range| needed(&range))));
        Some(Node { place, value: Value::List(ranges) })
    }
}

/// A cited range: its anchor, its first and its last line.
type Range = (String, u64, u64);

/// The range that a map names by `at` and `lines`.
fn range(node: &Node) -> Option<Range> {
    let Value::Map(entries) = &node.value else { return None };
    let value = |name: &str| entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| &node.value);
    let (Value::Scalar(Tree::Text(at)), Value::List(lines)) = (value("at")?, value("lines")?) else { return None };
    let number = |node: &Node| match node.value {
        Value::Scalar(Tree::Number(number)) => Some(number),
        _ => None,
    };
    Some((at.clone(), number(lines.first()?)?, number(lines.last()?)?))
}

/// What a rule set needs of the texts and ranges of a dictionary.
pub(super) struct Needs {
    /// What its rules conclude and note, its derived facts, its families and its conduct codes, each as the id of a text.
    ids: BTreeSet<String>,
    /// What its rules and facts cite.
    ranges: BTreeSet<Range>,
}

impl Needs {
    /// What the parts of a document need.
    pub(super) fn of(entries: &[(Key, Node)]) -> Self {
        let list = |name: &str| match entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| &node.value) {
            Some(Value::List(items)) => items.as_slice(),
            _ => &[],
        };
        let rules = list("rules");
        let mut ids: BTreeSet<String> = rules.iter().flat_map(|rule| words_of(rule, "then")).map(ToString::to_string).collect();
        for (kind, name, items) in [("derived", "name", list("derived")), ("conduct", "code", list("conduct"))] {
            ids.extend(items.iter().flat_map(|item| words_of(item, name)).map(|word| format!("{kind}:{word}")));
        }
        let families = rules.iter().flat_map(|rule| words_of(rule, "id")).filter_map(|id| id.split_once('/'));
        ids.extend(families.map(|(family, _)| format!("family:{family}")));
        let sources = rules.iter().chain(list("facts")).flat_map(|item| keys_of(item, "source"));
        let cited = sources.filter_map(|source| match &source.value {
            Value::List(items) => Some(items),
            _ => None,
        });
        Self { ids, ranges: cited.flatten().filter_map(range).collect() }
    }

    /// Whether a text is about something that the rule set has: every word of the format, every fact, its own conclusions.
    fn text(&self, id: &str) -> bool {
        let kind = id.split_once(':').map_or("", |(kind, _)| kind);
        let its_own = ConclusionKind::from_word(kind).is_some()
            || NOTES.contains(&kind)
            || ["conduct", "derived", "family"].contains(&kind);
        !its_own || self.ids.contains(id)
    }
}
