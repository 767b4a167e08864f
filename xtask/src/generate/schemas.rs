//! The JSON Schemas of every document that crosses the border.

use palermo::{Standard, rule_set::RuleSet, schema};

use crate::derived::Derived;

/// The schemas; the one of the record is that of the first rule set.
pub(crate) fn schemas(set: &RuleSet) -> Result<Vec<Derived>, String> {
    let standard = Standard::from_rule_set(set).map_err(|errors| errors.to_string())?;
    let of_core = schema::NAMES.iter().map(|name| {
        let schema = schema::schema(name, &standard).ok_or_else(|| format!("there is no schema {name}"))?;
        derived(name, &schema)
    });
    let of_proofs = palermo_verify::schema::NAMES.iter().map(|name| {
        let schema = palermo_verify::schema::schema(name).ok_or_else(|| format!("there is no schema {name}"))?;
        derived(name, &schema)
    });
    of_core.chain(of_proofs).collect()
}

fn derived(name: &str, schema: &serde_json::Value) -> Result<Derived, String> {
    let text = serde_json::to_string_pretty(schema).map_err(|error| error.to_string())?;
    Ok(Derived::new(format!("schemas/{name}.json"), format!("{text}\n")))
}
