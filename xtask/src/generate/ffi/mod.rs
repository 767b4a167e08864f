//! What the UniFFI bindings are made of: the mirror of the core's types, and the typed names of the embedded standard.

mod builder;
mod mirror;
mod model;

use palermo::rule_set::RuleSet;

use super::{Derived, names::formatted};

/// The generated sources of `palermo-ffi`, for the embedded standard.
pub(crate) fn ffi(set: &RuleSet) -> Result<Vec<Derived>, String> {
    let types = model::types()?;
    let (remote, own) = mirror::mirror(&types)?;
    let builder = builder::builder(set).map_err(|error| error.to_string())?;
    let module = set.id.replace('-', "_");
    [("remote".to_string(), remote), ("own".to_string(), own), (module, builder)]
        .into_iter()
        .map(|(name, source)| {
            let source = formatted(&source)?;
            Ok(Derived::new(format!("bindings-ffi/src/generated/{name}.rs"), source))
        })
        .collect()
}
