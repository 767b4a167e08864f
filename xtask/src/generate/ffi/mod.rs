//! What the UniFFI bindings are made of: the mirror of the core's types, the typed names of the embedded standard, and the
//! types of the Python package.

mod builder;
mod mirror;
mod model;
mod python;
mod python_record;

use palermo::{Standard, rule_set::RuleSet, schema};

use super::names::formatted;
use crate::derived::Derived;

/// The generated sources of `palermo-ffi`, for the embedded standard.
pub(crate) fn ffi(set: &RuleSet) -> Result<Vec<Derived>, String> {
    let types = model::types()?;
    let (remote, own) = mirror::mirror(&types)?;
    let builder = builder::builder(set).map_err(|error| error.to_string())?;
    let module = set.id.replace('-', "_");
    let mut files = python(set, &types)?;
    for (name, source) in [("remote".to_string(), remote), ("own".to_string(), own), (module, builder)] {
        files.push(Derived::new(format!("bindings-ffi/src/generated/{name}.rs"), formatted(&source)?));
    }
    Ok(files)
}

/// The types of the Python package.
fn python(set: &RuleSet, types: &[model::Type]) -> Result<Vec<Derived>, String> {
    let standard = Standard::from_rule_set(set).map_err(|errors| errors.to_string())?;
    let schema = schema::schema("record", &standard).ok_or("there is no schema of the record")?;
    let schema = serde_json::to_value(schema).map_err(|error| error.to_string())?;
    let out = python::types(types).map_err(|error| error.to_string())?;
    let within = python_record::record(&schema)?;
    Ok(vec![
        Derived::new("bindings-ffi/python/palermo/_types.py", out),
        Derived::new("bindings-ffi/python/palermo/_record.py", within),
    ])
}
