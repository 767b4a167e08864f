//! Puts the files of an overlay together: `overlay.yaml` in place of `standard.yaml`, and only what it adds.

use super::{Assembler, Key, LISTS, Node, Place, Value};

/// The file that says what the overlay is.
pub(crate) const OVERLAY: &str = "overlay.yaml";

impl Assembler<'_> {
    pub(super) fn overlay(&mut self) -> Node {
        let start = Place { file: 0, line: 1, column: 1 };
        let Some(head) = self.take(OVERLAY, true) else {
            // Without it, nothing else in the folder has a place.
            return Node { place: start, value: Value::Map(Vec::new()) };
        };
        let place = head.place;
        let mut entries = Vec::new();
        let mut families = None;
        let mut groups = Vec::new();
        for (key, node) in self.map(head, OVERLAY) {
            match key.name.as_str() {
                "families" => families = Some(node),
                "members" => entries.push(self.members(key, node)),
                "groups" => {
                    groups = self.names(&node);
                    entries.push((key, node));
                }
                _ => entries.push((key, node)),
            }
        }
        let add = |name: &str, node: Node| (Key { place: node.place, name: name.to_string() }, node);
        let groups = self.groups_of_base(groups);
        if !groups.is_empty() {
            let facts = self.facts(place, groups, None);
            entries.push(add("facts", facts));
        }
        if families.is_some() {
            let rules = self.rules(place, families);
            entries.push(add("rules", rules));
        }
        for (path, name, _, member) in LISTS {
            if let Some(node) = self.take(path, false) {
                let key = Key { place: node.place, name: name.to_string() };
                entries.push(self.keyed(key, node, member));
            }
        }
        entries.extend(self.take("texts.yaml", false).map(|node| add("texts", node)));
        self.left(OVERLAY);
        Node { place, value: Value::Map(entries) }
    }

    /// The groups that the overlay brings, behind those of the rule set to which it adds facts: their files say which.
    fn groups_of_base(&self, new: Vec<Key>) -> Vec<Key> {
        let group = |(path, node): (&&str, &Node)| {
            let name = path.strip_prefix("facts/")?.strip_suffix(".yaml")?;
            Some(Key { place: node.place, name: name.to_string() })
        };
        let of_files = self.nodes.iter().filter_map(group).filter(|key| !new.iter().any(|known| known.name == key.name));
        let mut groups: Vec<Key> = of_files.collect();
        groups.extend(new);
        groups
    }

    /// Members are keyed by the set that they are added to.
    fn members(&mut self, key: Key, node: Node) -> (Key, Node) {
        let place = node.place;
        let items = self.map(node, "`members`").into_iter().map(|(name, members)| {
            let entries = vec![
                (Key { place: name.place, name: "set".to_string() }, Node::text(name.place, &name.name)),
                (Key { place: members.place, name: "members".to_string() }, members),
            ];
            Node { place: name.place, value: Value::Map(entries) }
        });
        let items = items.collect();
        (key, Node { place, value: Value::List(items) })
    }
}
