//! Valid records that are written in unusual ways and mean nothing else.

use super::super::{Expected, Part, Vector, format::Text};

/// The longest record that is read.
const LIMIT: usize = 1 << 20;

/// Id, what the vector shows, flags, and the text.
const TEXTS: [(&str, &str, &[&str], &str); 24] = [
    ("empty", "A record in which nothing stands.", &[], "{}"),
    (
        "white-space",
        "White space of every kind around everything.",
        &["white_space"],
        " \r\n\t{ \t\"facts\"\n:\r{ \"time_given\" : true , \"documents\":\n\"none\" } } \n",
    ),
    ("new-line-at-the-end", "A new line behind the record.", &["white_space"], "{\"facts\":{\"time_given\":true}}\n"),
    (
        "null-everywhere",
        "Null under every key at the top.",
        &["null"],
        r#"{"reference":null,"facts":null,"declined":null,"conduct":null}"#,
    ),
    ("empty-everywhere", "Nothing in every part.", &[], r#"{"facts":{},"declined":[],"conduct":[]}"#),
    (
        "null-facts",
        "A yes-or-no fact, an age and a word that are null are unknown, as if they were not there.",
        &["null"],
        r#"{"facts":{"time_given":null,"age_years":null,"documents":null,"ind_third_party_control":true}}"#,
    ),
    (
        "null-actor",
        "An actor that is null is not known, and is left out of the decision.",
        &["null"],
        r#"{"conduct":[{"code":"deported","actor":null,"certainty":"planned"}],"facts":{"identification_result":"recognised"}}"#,
    ),
    (
        "word-unknown",
        "The word unknown under a fact that has words is the same as null.",
        &[],
        r#"{"facts":{"documents":"unknown","return_wish":"unknown","identification_by":"unknown","majority":"unknown"}}"#,
    ),
    (
        "word-none",
        "The word none is a value and not the same as unknown.",
        &[],
        r#"{"facts":{"documents":"none","identification_by":"none","age_basis":"none"}}"#,
    ),
    (
        "no-is-not-unknown",
        "No is a value: it is not the same as silence.",
        &[],
        r#"{"facts":{"time_given":false,"safe_space_given":false,"rights_explained":false,"understood_language_used":false,"age_doubt":false}}"#,
    ),
    (
        "escaped-keys",
        "Keys written with escapes are the same keys.",
        &["escapes", "text_only"],
        r#"{"\u0066acts":{"age_\u0079ears":16,"\u0069\u006e\u0064_afraid_of_controller":true}}"#,
    ),
    (
        "escaped-words",
        "Words written with escapes are the same words.",
        &["escapes", "text_only"],
        r#"{"facts":{"documents":"n\u006Fne"},"declined":["\u0074ime_given"],"conduct":[{"code":"d\u0065ported","certainty":"\u0070lanned","actor":"polic\u0065"}]}"#,
    ),
    (
        "escaped-reference",
        "A reference written with escapes is echoed without them.",
        &["escapes", "text_only"],
        r#"{"reference":"01JD8Z3V7Q4M2K9X5T6R0B1C2\u0044"}"#,
    ),
    (
        "keys-backwards",
        "The order of keys does not matter where every key stands once.",
        &["key_order"],
        r#"{"conduct":[{"certainty":"established","actor":"police","code":"deported"}],"declined":["time_given"],"facts":{"return_wish":"unwilling","age_years":16},"reference":"01JD8Z3V7Q4M2K9X5T6R0B1C2D"}"#,
    ),
    ("uuid", "A UUID with hyphens as the reference.", &[], r#"{"reference":"f47ac10b-58cc-4372-a567-0e02b2c3d479"}"#),
    (
        "uuid-upper-case",
        "A UUID in upper case is echoed in upper case.",
        &[],
        r#"{"reference":"F47AC10B-58CC-4372-A567-0E02B2C3D479"}"#,
    ),
    (
        "uuid-mixed-case",
        "A UUID in both cases is echoed in both.",
        &[],
        r#"{"reference":"f47AC10b-58cc-4372-A567-0e02b2c3D479"}"#,
    ),
    (
        "uuid-nil",
        "The UUID of zeros: its version is not looked at.",
        &[],
        r#"{"reference":"00000000-0000-0000-0000-000000000000"}"#,
    ),
    ("ulid-lower-case", "A ULID in lower case is echoed in lower case.", &[], r#"{"reference":"01jd8z3v7q4m2k9x5t6r0b1c2d"}"#),
    ("ulid-greatest", "The greatest ULID.", &[], r#"{"reference":"7ZZZZZZZZZZZZZZZZZZZZZZZZZ"}"#),
    ("age-zero", "An age of 0 is an age.", &[], r#"{"facts":{"age_years":0}}"#),
    ("age-greatest", "The greatest age.", &[], r#"{"facts":{"age_years":120,"age_when_trafficked":0,"age_doubt":false}}"#),
    ("age-17", "The last year of a child.", &[], r#"{"facts":{"age_years":17,"age_doubt":false}}"#),
    ("age-18", "The first year of an adult.", &[], r#"{"facts":{"age_years":18,"age_doubt":false}}"#),
];

pub(super) fn vectors(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let mut vectors = in_unusual_ways(expected)?;
    vectors.push(as_long_as_can_be(expected)?);
    Ok(vectors)
}

fn in_unusual_ways(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let subjects = ["entitlement:shelter", "prohibition:deport", "obligation:offer-screening"].into_iter().cycle();
    let vector = |((id, about, flags, text), subject): ((&str, &str, &[&'static str], &str), &str)| {
        let vector = expected.vector(format!("report/written/{id}"), about, flags, text, subject)?;
        Ok(vector.with_only(&[Part::Compact, Part::Explanation, Part::Report]))
    };
    TEXTS.into_iter().zip(subjects).map(vector).collect()
}

/// A record exactly as long as the limit, most of it white space.
fn as_long_as_can_be(expected: &Expected<'_>) -> Result<Vector, String> {
    let (head, tail) = ("{\"facts\":{\"time_given\":true}", "}");
    let parts = vec![(head.to_string(), 1), (" ".to_string(), LIMIT - head.len() - tail.len()), (tail.to_string(), 1)];
    let about = format!("A record of exactly {LIMIT} bytes, the most that is read, nearly all of it white space.");
    expected.of(
        "report/written/as-long-as-can-be".into(),
        about,
        &["large", "white_space", "text_only"],
        Text::Parts(parts),
        "status",
    )
}
