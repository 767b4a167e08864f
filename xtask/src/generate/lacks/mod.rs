//! The lists of what the core offers in Rust and a binding does not: `lacks.txt` beside each binding.
//!
//! The items are found anew each time, in the sources of the core and of the bindings. The reasons are written by hand, into the
//! lists, and kept; an item without a reason stops the generation, so that nothing is forgotten in silence.

mod core_items;
mod offered;

use std::{collections::BTreeMap, fmt::Write};

use self::core_items::Item;
use crate::derived::Derived;
use crate::files;

/// A binding and its list.
struct Binding {
    /// The path of the list.
    list: &'static str,
    /// What the list is called in its first line.
    name: &'static str,
    /// What the binding offers, in the words of the core.
    offered: fn(&[Item]) -> Result<Vec<Item>, String>,
}

const BINDINGS: [Binding; 2] = [
    Binding { list: "bindings-wasm/lacks.txt", name: "The npm package", offered: offered::in_typescript },
    Binding { list: "bindings-ffi/lacks.txt", name: "The binding for Kotlin and Python", offered: offered::in_uniffi },
];

/// The lists.
pub(crate) fn lacks() -> Result<Vec<Derived>, String> {
    let items = core_items::items()?;
    BINDINGS.iter().map(|binding| list(binding, &items)).collect()
}

fn list(binding: &Binding, items: &[Item]) -> Result<Derived, String> {
    let offered = (binding.offered)(items)?;
    let written = files::read_text(&files::root().join(binding.list)).unwrap_or_default();
    let reasons: BTreeMap<&str, &str> = written.lines().filter_map(|line| line.split_once(" – ")).collect();
    let mut text = format!(
        "# {} lacks these public items of the crate palermo. A type that is lacking lacks its methods too.\n# `cargo xtask \
         generate` writes the items; each has its reason, by hand.\n\n",
        binding.name
    );
    let mut without_reason = Vec::new();
    for item in items.iter().filter(|item| lacking(item, &offered, items)) {
        let name = item.to_string();
        let reason = reasons.get(name.as_str()).copied().unwrap_or_default();
        if reason.is_empty() {
            without_reason.push(format!("{name} – "));
        }
        writeln!(text, "{name} – {reason}").map_err(|error| error.to_string())?;
    }
    if without_reason.is_empty() {
        Ok(Derived::new(binding.list, text))
    } else {
        let lines = without_reason.join("\n");
        Err(format!("{} needs these lines, with a reason behind each dash, or the binding these items:\n{lines}", binding.list))
    }
}

/// Whether an item is lacking and not already said to be by the type that it belongs to.
fn lacking(item: &Item, offered: &[Item], items: &[Item]) -> bool {
    if offered.contains(item) {
        return false;
    }
    match item {
        Item::Named { .. } => true,
        // The methods of a checked record take the record as their first argument in the bindings.
        Item::Method { of, name } if of == "CheckedRecord" => {
            !offered.contains(&Item::Method { of: "Standard".into(), name: name.clone() })
        }
        Item::Method { of, .. } => {
            let named = items.iter().find(|other| matches!(other, Item::Named { name, .. } if name == of));
            named.is_none_or(|named| offered.contains(named))
        }
    }
}
