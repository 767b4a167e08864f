//! The public items of the core, read from its sources: what its root and its public modules name, and the methods of those
//! types.

use std::{fmt, path::Path};

use syn::{Attribute, Ident, ImplItem, Item as Source, ItemImpl, Type, UseTree, Visibility};

use crate::{files, tidy};

/// A public item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A type, a function or a constant, with its module; empty for the root.
    Named { module: String, name: String },
    /// A method of a type.
    Method { of: String, name: String },
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named { module, name } if module.is_empty() => f.write_str(name),
            Self::Named { module, name } => write!(f, "{module}::{name}"),
            Self::Method { of, name } => write!(f, "{of}::{name}"),
        }
    }
}

/// Modules whose own items are public, with the file that names them.
const MODULES: [(&str, &str); 5] = [
    ("", "lib.rs"),
    ("rule_set", "rule_set/mod.rs"),
    ("vocabulary", "vocabulary.rs"),
    ("load", "load/mod.rs"),
    ("schema", "schema.rs"),
];

/// Every public item of the core, types before their methods.
pub(super) fn items() -> Result<Vec<Item>, String> {
    let core = files::root().join("core/src");
    let mut named: Vec<Item> = Vec::new();
    for (module, file) in MODULES {
        for name in names(&core.join(file))? {
            // What the root names again is listed there.
            if !named.iter().any(|item| matches!(item, Item::Named { name: known, .. } if *known == name)) {
                named.push(Item::Named { module: module.into(), name });
            }
        }
    }
    let mut methods = Vec::new();
    for path in tidy::rust_files(&core)? {
        // Typed names of a standard are written anew for each language.
        if !path.starts_with(core.join("generated")) {
            for item in parse(&path)? {
                if let Source::Impl(block) = item {
                    methods.extend(methods_of(&block));
                }
            }
        }
    }
    let of = |item: &Item, of_type: &str| matches!(item, Item::Method { of, .. } if of == of_type);
    let mut items = Vec::new();
    for item in named {
        let Item::Named { name, .. } = &item else { continue };
        let own: Vec<Item> = methods.iter().filter(|method| of(method, name)).cloned().collect();
        items.push(item);
        items.extend(own);
    }
    Ok(items)
}

/// The public types and methods of a file, whatever module it is.
pub(super) fn public_in(path: &Path) -> Result<Vec<Item>, String> {
    let mut items: Vec<Item> = names(path)?.into_iter().map(|name| Item::Named { module: String::new(), name }).collect();
    for item in parse(path)? {
        if let Source::Impl(block) = item {
            items.extend(methods_of(&block));
        }
    }
    Ok(items)
}

fn parse(path: &Path) -> Result<Vec<Source>, String> {
    let file =
        syn::parse_file(&files::read_text(path)?).map_err(|error| format!("{} cannot be parsed: {error}", files::shown(path)))?;
    Ok(file.items)
}

/// The names that a module makes public.
fn names(path: &Path) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    for item in parse(path)? {
        match item {
            Source::Use(item) if is_public(&item.vis) => used(&item.tree, &mut names),
            Source::Struct(item) if is_public(&item.vis) => names.push(item.ident.to_string()),
            Source::Enum(item) if is_public(&item.vis) => names.push(item.ident.to_string()),
            Source::Fn(item) if is_public(&item.vis) => names.push(item.sig.ident.to_string()),
            Source::Const(item) if is_public(&item.vis) => names.push(item.ident.to_string()),
            // The lists of the vocabulary: attributes, then the name.
            Source::Macro(item) if item.mac.path.is_ident("vocabulary") => {
                let words = item.mac.tokens.into_iter().map(|token| syn::parse2::<Ident>(token.into()));
                names.extend(words.flatten().next().map(|name| name.to_string()));
            }
            _ => {}
        }
    }
    Ok(names)
}

fn used(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => used(&path.tree, names),
        UseTree::Name(name) => names.push(name.ident.to_string()),
        UseTree::Rename(name) => names.push(name.rename.to_string()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| used(tree, names)),
        UseTree::Glob(_) => {}
    }
}

/// The public methods of an inherent block; those of traits belong to the language.
fn methods_of(block: &ItemImpl) -> Vec<Item> {
    let Type::Path(path) = &*block.self_ty else { return Vec::new() };
    let Some(of) = path.path.segments.last().map(|segment| segment.ident.to_string()) else { return Vec::new() };
    if block.trait_.is_some() {
        return Vec::new();
    }
    let public = block.items.iter().filter_map(|item| match item {
        ImplItem::Fn(method) if is_public(&method.vis) && !method.attrs.iter().any(is_hidden) => Some(&method.sig.ident),
        _ => None,
    });
    public.map(|name| Item::Method { of: of.clone(), name: name.to_string() }).collect()
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_hidden(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc") && attribute.parse_args::<Ident>().is_ok_and(|word| word == "hidden")
}
