//! Reads the file of reviews, with the place of everything that is wrong in it. No value of the file is repeated in an error.

use palermo::{Date, load::Tree};

use super::{PublishedRules, REVIEWS_FORMAT, Review, Role};
use crate::{
    error::{Place, SourceError, SourceErrors},
    source_file::SourceFile,
    yaml::{Key, Node, Value, parse},
};

/// The keys of a review; the last one may be left out.
const KEYS: [&str; 7] = ["rule_set", "version", "rule", "digest", "role", "date", "remark"];

pub(super) fn read(file: &SourceFile, published: &[PublishedRules]) -> Result<Vec<Review>, SourceErrors> {
    let files = std::slice::from_ref(file);
    let root = parse(0, files).map_err(|error| SourceErrors::new(vec![error]))?;
    let mut reader = Reader { files, published, errors: Vec::new() };
    let reviews = reader.document(root);
    if reader.errors.is_empty() { Ok(reviews) } else { Err(SourceErrors::new(reader.errors)) }
}

struct Reader<'f> {
    files: &'f [SourceFile],
    published: &'f [PublishedRules],
    errors: Vec<SourceError>,
}

/// A text of a review and where it stands.
struct Told {
    text: String,
    place: Place,
}

impl Reader<'_> {
    fn error(&mut self, place: Place, message: &str, help: Option<String>) {
        self.errors.push(SourceError::at(place, self.files, message.to_string(), help));
    }

    fn document(&mut self, root: Node) -> Vec<Review> {
        let place = root.place;
        let mut format = None;
        let mut reviews = None;
        for (key, node) in self.map(root) {
            match key.name.as_str() {
                "format" => format = Some(node),
                "reviews" => reviews = Some(node),
                _ => self.error(key.place, "there is no such key", Some("the keys here are format, reviews".to_string())),
            }
        }
        match format {
            None => self.error(place, "`format`: the key is missing", None),
            Some(Node { value: Value::Scalar(Tree::Number(REVIEWS_FORMAT)), .. }) => {}
            Some(node) => self.error(node.place, "another form of this file", Some(format!("write `format: {REVIEWS_FORMAT}`"))),
        }
        let items = match reviews {
            None => {
                self.error(place, "`reviews`: the key is missing", Some("write `reviews: []` while there are none".to_string()));
                Vec::new()
            }
            Some(Node { value: Value::List(items), .. }) => items,
            Some(node) => {
                self.error(node.place, "a list is expected here", Some("write `[]` while there are no reviews".to_string()));
                Vec::new()
            }
        };
        let mut read: Vec<Review> = Vec::new();
        for item in items {
            let place = item.place;
            let Some(review) = self.review(item) else { continue };
            let twice = |other: &Review| Review { remark: None, ..other.clone() } == Review { remark: None, ..review.clone() };
            if read.iter().any(twice) {
                self.error(place, "this review stands twice", Some("remove one of the two".to_string()));
            } else {
                read.push(review);
            }
        }
        read
    }

    fn map(&mut self, node: Node) -> Vec<(Key, Node)> {
        let Value::Map(entries) = node.value else {
            self.error(node.place, "a map is expected here", None);
            return Vec::new();
        };
        let mut kept: Vec<(Key, Node)> = Vec::new();
        for (key, node) in entries {
            if kept.iter().any(|(known, _)| known.name == key.name) {
                self.error(key.place, "this key stands twice", None);
            } else {
                kept.push((key, node));
            }
        }
        kept
    }

    /// A review, where all that it needs is there.
    fn review(&mut self, item: Node) -> Option<Review> {
        let place = item.place;
        if !matches!(item.value, Value::Map(_)) {
            self.error(place, "a map is expected here", Some(format!("its keys are {}", KEYS.join(", "))));
            return None;
        }
        let mut told: [Option<Told>; KEYS.len()] = Default::default();
        for (key, node) in self.map(item) {
            let known = KEYS.iter().position(|name| *name == key.name);
            let Some(slot) = known.and_then(|number| told.get_mut(number)) else {
                let help = nearest(&key.name, KEYS).unwrap_or_else(|| format!("the keys here are {}", KEYS.join(", ")));
                self.error(key.place, "there is no such key", Some(help));
                continue;
            };
            *slot = Some(Told { text: String::new(), place: node.place });
            match node.value {
                Value::Scalar(Tree::Text(text)) if !text.trim().is_empty() => *slot = Some(Told { text, place: node.place }),
                _ => self.error(node.place, "a text is expected here", Some("put it in quotes".to_string())),
            }
        }
        let [rule_set, version, rule, digest, role, date, remark] = told;
        for (name, told) in KEYS.iter().zip([&rule_set, &version, &rule, &digest, &role, &date]) {
            if told.is_none() {
                self.error(place, &format!("`{name}`: the key is missing"), None);
            }
        }
        let role = role.and_then(|told| self.role(&told));
        let date = date.and_then(|told| self.date(&told));
        let (rule_set, version, rule, digest) = (rule_set?, version?, rule?, digest?);
        self.identity(&rule_set, &version, &rule, &digest)?;
        Some(Review {
            rule_set: rule_set.text,
            version: version.text,
            rule: rule.text,
            digest: digest.text,
            role: role?,
            date: date?,
            remark: remark.map(|told| told.text.trim().to_string()),
        })
    }

    fn role(&mut self, told: &Told) -> Option<Role> {
        let role = told.text.parse().ok();
        // What was no text has its error already.
        if role.is_none() && !told.text.is_empty() {
            let words = Role::ALL.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(", ");
            self.error(told.place, "there is no such role", Some(format!("a role is one of {words}")));
        }
        role
    }

    fn date(&mut self, told: &Told) -> Option<Date> {
        let date = Date::parse(&told.text);
        if date.is_none() && !told.text.is_empty() {
            self.error(told.place, "this is no day of the calendar", Some("a day is written YYYY-MM-DD".to_string()));
        }
        date
    }

    /// Whether there is such a rule, and whether it has this digest in this version.
    fn identity(&mut self, rule_set: &Told, version: &Told, rule: &Told, digest: &Told) -> Option<()> {
        if [rule_set, version, rule, digest].iter().any(|told| told.text.is_empty()) {
            return None;
        }
        let published = self.published;
        let versions: Vec<&PublishedRules> = published.iter().filter(|known| known.rule_set == rule_set.text).collect();
        let Some(newest) = versions.last() else {
            let help = nearest(&rule_set.text, published.iter().map(|known| known.rule_set.as_str()));
            self.error(rule_set.place, "no such rule set is published", help);
            return None;
        };
        if !newest.digests.contains_key(&rule.text) {
            let help = nearest(&rule.text, newest.digests.keys().map(String::as_str));
            let gone = versions.iter().any(|version| version.digests.contains_key(&rule.text));
            let message = if gone { "the newest version has no such rule any more" } else { "there is no such rule" };
            self.error(rule.place, message, help.or_else(|| gone.then(|| "remove the review".to_string())));
            return None;
        }
        let Some(read) = versions.iter().find(|known| known.version == version.text) else {
            let known = versions.iter().map(|known| known.version.as_str()).collect::<Vec<_>>().join(", ");
            self.error(version.place, "no such version is published", Some(format!("published are {known}")));
            return None;
        };
        match read.digests.get(&rule.text) {
            None => self.error(rule.place, "that version has no such rule", None),
            Some(known) if *known == digest.text => return Some(()),
            Some(known) => {
                let help = format!("there the rule has {known}; if that is what was read, write it here");
                self.error(digest.place, "this is not the digest of the rule in that version", Some(help));
            }
        }
        None
    }
}

/// The known name that was meant: a slip of the pen, or the name of a rule without its family.
fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    let known: Vec<&str> = known.into_iter().collect();
    let near = known.iter().map(|known| (strsim::osa_distance(name, known), *known));
    let slip = near.filter(|(distance, _)| *distance <= 2.min(name.len() / 3)).min_by_key(|(distance, _)| *distance);
    let by_name = || known.iter().copied().find(|known| known.rsplit_once('/').is_some_and(|(_, last)| last == name));
    slip.map(|(_, known)| known).or_else(by_name).map(|known| format!("did you mean `{known}`?"))
}
