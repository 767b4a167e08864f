//! JSON Schema 2020-12 of the charter and of the reports: of proofs, of a diff, of lints, of coverage.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::Value as Json;

use crate::{
    Coverage, Diff, LintReport,
    charter::{CHARTER_FORMAT, Charter},
    report::{REPORT_FORMAT, Report},
};

/// The documents that have a schema.
pub const NAMES: [&str; 5] = ["charter", "verification-report", "diff", "lint-report", "coverage-report"];

/// The schema of a document, or `None` where there is no such document.
///
/// ```
/// let schema = palermo_verify::schema::schema("charter").unwrap();
/// assert_eq!(schema["$id"], "urn:palermo:charter-format-1:charter");
/// ```
#[must_use]
pub fn schema(name: &str) -> Option<Json> {
    let schema = match name {
        "charter" => generate::<Charter>(SchemaSettings::draft2020_12()),
        "verification-report" => written::<Report>(),
        "diff" => written::<Diff>(),
        "lint-report" => written::<LintReport>(),
        "coverage-report" => written::<Coverage>(),
        _ => return None,
    };
    let format =
        if name == "charter" { format!("charter-format-{CHARTER_FORMAT}") } else { format!("report-format-{REPORT_FORMAT}") };
    Some(palermo::schema::finished(&format!("{format}:{name}"), schema))
}

fn written<T: JsonSchema>() -> Json {
    generate::<T>(SchemaSettings::draft2020_12().for_serialize())
}

fn generate<T: JsonSchema>(settings: SchemaSettings) -> Json {
    SchemaGenerator::new(settings).into_root_schema_for::<T>().to_value()
}
