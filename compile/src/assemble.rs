//! Puts the files of a rule set together to one document of the published form.
//!
//! The folder is shaped for people: a map keyed by names where the document has a list, a file for each rule. Here names
//! become members and files become entries, in the order that `standard.yaml` gives.

pub(crate) mod dictionary;
mod overlay;

use std::collections::BTreeMap;

use palermo::load::{Tree, pointer};

use self::dictionary::{Needs, beside};
pub(crate) use self::overlay::OVERLAY;
use crate::{
    error::{Place, SourceError},
    source_file::SourceFile,
    yaml::{Key, Node, Value, parse},
};

/// The file that says what a folder is.
pub(crate) const STANDARD: &str = "standard.yaml";

/// The files beside `standard.yaml`, whether they must be there, and the member that holds the key of their entries.
const LISTS: [(&str, &str, bool, &str); 3] = [
    ("conduct.yaml", "conduct", true, "code"),
    ("situations.yaml", "situations", false, "name"),
    ("contested.yaml", "contested", false, "id"),
];

/// A document put together, in which every value knows its place.
pub(crate) struct Document(Node);

impl Document {
    /// Whether there is nothing in it, because `standard.yaml` is missing or is no YAML.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(&self.0.value, Value::Map(entries) if entries.is_empty())
    }

    /// The document as a plain tree, and the place of each value by its JSON Pointer.
    pub(crate) fn split(self) -> (Tree, BTreeMap<String, Place>) {
        tree_with_places(&self.0)
    }
}

/// A file as a plain tree.
pub(crate) fn tree(node: &Node) -> Tree {
    plain(node, String::new(), &mut BTreeMap::new())
}

/// A file as a plain tree, and the place of each value by its JSON Pointer.
pub(crate) fn tree_with_places(node: &Node) -> (Tree, BTreeMap<String, Place>) {
    let mut places = BTreeMap::new();
    let tree = plain(node, String::new(), &mut places);
    (tree, places)
}

fn plain(node: &Node, path: String, places: &mut BTreeMap<String, Place>) -> Tree {
    let tree = match &node.value {
        Value::Scalar(tree) => tree.clone(),
        Value::List(items) => {
            let items = items.iter().enumerate().map(|(number, item)| plain(item, format!("{path}/{number}"), places));
            Tree::List(items.collect())
        }
        Value::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| {
                let path = pointer(&path, &key.name);
                // A key that stands twice is shown where it stands again.
                let again = places.contains_key(&path);
                let tree = plain(value, path.clone(), places);
                if again {
                    places.insert(path.clone(), key.place);
                }
                // An error about a value is shown where its key stands, if they stand on different lines.
                if key.place.line != value.place.line {
                    places.insert(path, key.place);
                }
                (key.name.clone(), tree)
            });
            Tree::Map(entries.collect())
        }
    };
    places.entry(path).or_insert(node.place);
    tree
}

/// Puts the files together, and says what is wrong with them as files.
pub(crate) fn assemble(files: &[SourceFile]) -> (Document, Vec<SourceError>) {
    put_together(files, Assembler::document)
}

/// The same for the files of an overlay.
pub(crate) fn assemble_overlay(files: &[SourceFile]) -> (Document, Vec<SourceError>) {
    put_together(files, Assembler::overlay)
}

fn put_together<'f>(files: &'f [SourceFile], document: fn(&mut Assembler<'f>) -> Node) -> (Document, Vec<SourceError>) {
    let mut assembler = Assembler { files, errors: Vec::new(), nodes: BTreeMap::new() };
    for (number, file) in files.iter().enumerate().filter(|(_, file)| !dictionary::is_passed_over(&file.path)) {
        match parse(number, files) {
            Ok(node) => {
                assembler.nodes.insert(&file.path, node);
            }
            Err(error) => assembler.errors.push(error),
        }
    }
    let document = document(&mut assembler);
    (Document(document), assembler.errors)
}

struct Assembler<'f> {
    files: &'f [SourceFile],
    errors: Vec<SourceError>,
    /// The files that have not been put into the document yet.
    nodes: BTreeMap<&'f str, Node>,
}

impl Assembler<'_> {
    fn error(&mut self, place: Place, message: String, help: Option<String>) {
        self.errors.push(SourceError::at(place, self.files, message, help));
    }

    /// Takes a file that has to be there; one that is no YAML has been reported already.
    fn take(&mut self, path: &str, required: bool) -> Option<Node> {
        let node = self.nodes.remove(path);
        if node.is_none() && required && !self.files.iter().any(|file| file.path == path) {
            self.errors.push(SourceError::of_file(path, "the file is missing".to_string()));
        }
        node
    }

    fn map(&mut self, node: Node, what: &str) -> Vec<(Key, Node)> {
        if let Value::Map(entries) = node.value {
            return entries;
        }
        self.error(node.place, format!("{what} has to be a map"), None);
        Vec::new()
    }

    fn document(&mut self) -> Node {
        let start = Place { file: 0, line: 1, column: 1 };
        let standard = self.take(STANDARD, true);
        if standard.is_none() {
            // Without it, nothing else in the folder has a place.
            return Node { place: start, value: Value::Map(Vec::new()) };
        }
        let place = standard.as_ref().map_or(start, |node| node.place);
        let mut standard = standard.map(|node| self.map(node, STANDARD)).unwrap_or_default();
        let dictionary = match self.dictionary(&mut standard) {
            Ok(dictionary) if !self.errors.iter().any(|error| error.file.starts_with("../")) => dictionary,
            unusable => {
                self.errors.extend(unusable.err());
                return Node { place, value: Value::Map(Vec::new()) };
            }
        };
        let mut entries = Vec::new();
        let mut families = None;
        let mut groups = None;
        for (key, node) in standard {
            match key.name.as_str() {
                "families" => families = Some(node),
                "derived" => entries.push(self.keyed(key, node, "name")),
                "sets" => entries.push(self.sets(key, node)),
                "groups" => {
                    groups = Some(node.clone());
                    entries.push((key, node));
                }
                _ => entries.push((key, node)),
            }
        }
        let add = |name: &str, node: Node| (Key { place: node.place, name: name.to_string() }, node);
        let groups = groups.map(|node| self.names(&node)).unwrap_or_default();
        let facts = self.facts(place, groups, dictionary.as_deref());
        entries.push(add("facts", facts));
        let rules = self.rules(place, families);
        entries.push(add("rules", rules));
        for (path, name, required, member) in LISTS {
            if let Some(node) = self.take(path, required) {
                let key = Key { place: node.place, name: name.to_string() };
                entries.push(self.keyed(key, node, member));
            }
        }
        let mut texts = self.take("texts.yaml", true);
        let mut ranges = self.take("source-index.yaml", true).and_then(|node| self.ranges(node));
        if let Some(dictionary) = &dictionary {
            let needs = Needs::of(&entries);
            texts = self.with_texts_of(dictionary, texts, &needs);
            ranges = self.with_ranges_of(dictionary, ranges, &needs);
        }
        entries.extend(texts.map(|node| add("texts", node)));
        entries.extend(ranges.map(|node| add("source_index", node)));
        self.left(STANDARD);
        Node { place, value: Value::Map(entries) }
    }

    /// Reports the files that nothing names: what is written and not read would be believed in.
    fn left(&mut self, head: &str) {
        for path in self.nodes.keys() {
            let help = format!(
                "a rule is `family/name.yaml` and stands under `families` in {head}, a group under `groups`; or remove the file"
            );
            let error = SourceError::of_file(path, "nothing names this file".to_string());
            self.errors.push(SourceError { help: Some(help), ..error });
        }
    }

    /// A map keyed by names as a list of maps that hold their name.
    fn keyed(&mut self, key: Key, node: Node, member: &str) -> (Key, Node) {
        let place = node.place;
        let what = format!("`{}`", key.name);
        let items = self.map(node, &what).into_iter().map(|(name, node)| self.named(&name, node, member)).collect();
        (key, Node { place, value: Value::List(items) })
    }

    fn named(&mut self, name: &Key, node: Node, member: &str) -> Node {
        let place = name.place;
        let what = format!("`{}`", name.name);
        let mut entries = vec![(Key { place, name: member.to_string() }, Node::text(place, &name.name))];
        entries.extend(self.map(node, &what));
        Node { place, value: Value::Map(entries) }
    }

    /// Sets are keyed by name and hold their members directly.
    fn sets(&mut self, key: Key, node: Node) -> (Key, Node) {
        let place = node.place;
        let items = self.map(node, "`sets`").into_iter().map(|(name, members)| {
            let entries = vec![
                (Key { place: name.place, name: "name".to_string() }, Node::text(name.place, &name.name)),
                (Key { place: members.place, name: "members".to_string() }, members),
            ];
            Node { place: name.place, value: Value::Map(entries) }
        });
        let items = items.collect();
        (key, Node { place, value: Value::List(items) })
    }

    /// The ranges of a source index.
    fn ranges(&mut self, node: Node) -> Option<Node> {
        let mut ranges = None;
        for (key, node) in self.map(node, "source-index.yaml") {
            if key.name == "ranges" {
                ranges = Some(node);
            } else {
                self.error(key.place, "the source index has one key, `ranges`".to_string(), None);
            }
        }
        ranges
    }

    /// The facts of all groups, in the order of the groups and of their files.
    fn facts(&mut self, place: Place, groups: Vec<Key>, dictionary: Option<&str>) -> Node {
        let mut facts = Vec::new();
        for group in groups {
            let path = format!("facts/{}.yaml", group.name);
            let path = dictionary.map_or(path.clone(), |dictionary| beside(dictionary, &path));
            let Some(node) = self.take(&path, true) else {
                continue;
            };
            for (name, node) in self.map(node, &path) {
                let mut fact = self.named(&name, node, "name");
                if let Value::Map(entries) = &mut fact.value {
                    entries
                        .insert(1, (Key { place: name.place, name: "group".to_string() }, Node::text(name.place, &group.name)));
                }
                facts.push(fact);
            }
        }
        Node { place, value: Value::List(facts) }
    }

    /// A list of plain words.
    fn names(&mut self, node: &Node) -> Vec<Key> {
        let Value::List(items) = &node.value else {
            self.error(node.place, "a list of names is expected here".to_string(), None);
            return Vec::new();
        };
        let mut names = Vec::new();
        for item in items {
            match &item.value {
                Value::Scalar(Tree::Text(name)) if names.iter().any(|known: &Key| known.name == *name) => {
                    self.error(item.place, "this name stands twice in the list".to_string(), None);
                }
                Value::Scalar(Tree::Text(name)) => names.push(Key { place: item.place, name: name.clone() }),
                _ => self.error(item.place, "a name is expected here".to_string(), None),
            }
        }
        names
    }

    /// The rules, in the order of the families and of the rules in them.
    fn rules(&mut self, place: Place, families: Option<Node>) -> Node {
        let Some(families) = families else {
            self.error(place, "the key `families` is missing".to_string(), None);
            return Node { place, value: Value::List(Vec::new()) };
        };
        let mut rules = Vec::new();
        for (family, names) in self.map(families, "`families`") {
            for name in self.names(&names) {
                let id = format!("{}/{}", family.name, name.name);
                let path = format!("{id}.yaml");
                let Some(node) = self.nodes.remove(path.as_str()) else {
                    if !self.files.iter().any(|file| file.path == path) {
                        self.error(name.place, format!("there is no file {path}"), None);
                    }
                    continue;
                };
                let start = node.place;
                rules.push(self.named(&Key { place: start, name: id }, node, "id"));
            }
        }
        Node { place, value: Value::List(rules) }
    }
}

/// The values under a key of a map.
fn keys_of<'n>(node: &'n Node, name: &str) -> impl Iterator<Item = &'n Node> {
    let entries = match &node.value {
        Value::Map(entries) => entries.as_slice(),
        _ => &[],
    };
    entries.iter().filter(move |(key, _)| key.name == name).map(|(_, node)| node)
}

/// The texts under a key of a map, which holds one or a list of them.
fn words_of<'n>(node: &'n Node, name: &str) -> impl Iterator<Item = &'n str> {
    let text = |node: &'n Node| match &node.value {
        Value::Scalar(Tree::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    keys_of(node, name).flat_map(move |node| match &node.value {
        Value::List(items) => items.iter().filter_map(text).collect(),
        _ => text(node).into_iter().collect::<Vec<_>>(),
    })
}
