//! JSON Schema 2020-12 of the charter and of what comes of proving it.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::Value as Json;

use crate::{
    charter::{CHARTER_FORMAT, Charter},
    report::{REPORT_FORMAT, Report},
};

/// The documents that have a schema.
pub const NAMES: [&str; 2] = ["charter", "verification-report"];

/// The schema of a document, or `None` where there is no such document.
///
/// ```
/// let schema = palermo_verify::schema::schema("charter").unwrap();
/// assert_eq!(schema["$id"], "urn:palermo:charter-format-1:charter");
/// ```
#[must_use]
pub fn schema(name: &str) -> Option<Json> {
    let (format, schema) = match name {
        "charter" => (format!("charter-format-{CHARTER_FORMAT}"), generate::<Charter>(SchemaSettings::draft2020_12())),
        "verification-report" => {
            (format!("report-format-{REPORT_FORMAT}"), generate::<Report>(SchemaSettings::draft2020_12().for_serialize()))
        }
        _ => return None,
    };
    Some(palermo::schema::finished(&format!("{format}:{name}"), schema))
}

fn generate<T: JsonSchema>(settings: SchemaSettings) -> Json {
    SchemaGenerator::new(settings).into_root_schema_for::<T>().to_value()
}
