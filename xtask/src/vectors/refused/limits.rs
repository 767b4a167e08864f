//! Texts at and beyond the limits: length, depth, and the number of errors.

use palermo_tests::slow::Remark;

use super::{super::format::Text, Vector, refused, remark};

/// The longest record that is read, in bytes.
const LONGEST: usize = 1 << 20;
/// The deepest value that is only of the wrong type.
const DEEPEST: usize = 32;
/// The most errors that are listed.
const MOST: usize = 1_000;

pub(super) fn vectors() -> Result<Vec<Vector>, String> {
    let mut vectors = lengths()?;
    vectors.extend(depths()?);
    vectors.extend(counts()?);
    Ok(vectors)
}

fn parts(parts: &[(&str, usize)]) -> Text {
    Text::Parts(parts.iter().map(|(text, times)| ((*text).to_string(), *times)).collect())
}

fn lengths() -> Result<Vec<Vector>, String> {
    let large: &[&'static str] = &["large", "text_only"];
    let refuse = |id: &str, about: &str, flags: &[&'static str], text, error: &str| {
        refused(&format!("limits/{id}"), about.to_string(), flags, text, vec![remark(error)?])
    };
    Ok(vec![
        refuse(
            "a-byte-too-long",
            "A valid record a byte beyond the limit.",
            large,
            parts(&[("{", 1), (" ", LONGEST - 1), ("}", 1)]),
            " too_large",
        )?,
        refuse(
            "letters-of-two-bytes",
            "The limit is in bytes, not in characters: half as many letters of two bytes are too long.",
            &["large", "text_only", "unicode"],
            parts(&[("{\"", 1), ("\u{436}", LONGEST / 2), ("\":1}", 1)]),
            " too_large",
        )?,
        refuse(
            "too-long-and-broken",
            "A text that is too long is not read: that it is no JSON does not show.",
            large,
            parts(&[("[", LONGEST + 1)]),
            " too_large",
        )?,
        refuse(
            "too-long-list",
            "A list of declined facts that goes on and on.",
            large,
            parts(&[("{\"declined\":[\"time_given\"", 1), (",\"time_given\"", 90_000), ("]}", 1)]),
            " too_large",
        )?,
        refuse("long-and-blank", "White space up to the limit is no record.", large, parts(&[(" ", LONGEST)]), " invalid_json")?,
        refuse(
            "long-key",
            "A key of half a mebibyte is shown by its position.",
            &["text_only"],
            parts(&[("{\"", 1), ("facts", 100_000), ("\":1}", 1)]),
            "/#0 unknown_key",
        )?,
        refuse(
            "long-word",
            "A word of half a mebibyte.",
            &["text_only"],
            parts(&[("{\"facts\":{\"documents\":\"", 1), ("none", 100_000), ("\"}}", 1)]),
            "/facts/documents unknown_value",
        )?,
        refuse(
            "long-number",
            "A number of four hundred digits.",
            &["text_only"],
            parts(&[("{\"facts\":{\"age_years\":", 1), ("1", 400), ("}}", 1)]),
            "/facts/age_years out_of_range",
        )?,
        refuse(
            "long-fraction",
            "A fraction of a hundred thousand digits.",
            &["text_only"],
            parts(&[("{\"facts\":{\"age_years\":16.", 1), ("0", 100_000), ("}}", 1)]),
            "/facts/age_years not_whole",
        )?,
    ])
}

/// Values that are nested as deep as can be, and a level deeper, where they stand.
fn depths() -> Result<Vec<Vector>, String> {
    let places = [
        ("fact", r#"{"facts":{"age_years":"#, "}}", "/facts/age_years"),
        ("yes-no", r#"{"facts":{"time_given":"#, "}}", "/facts/time_given"),
        ("word", r#"{"facts":{"documents":"#, "}}", "/facts/documents"),
        ("declined-fact", r#"{"declined":["#, "]}", "/declined/0"),
        ("reference", r#"{"reference":"#, "}", "/reference"),
        ("code", r#"{"conduct":[{"certainty":"planned","code":"#, "}]}", "/conduct/0/code"),
        ("actor", r#"{"conduct":[{"code":"deported","certainty":"planned","actor":"#, "}]}", "/conduct/0/actor"),
        ("certainty", r#"{"conduct":[{"code":"deported","certainty":"#, "}]}", "/conduct/0/certainty"),
    ];
    let mut vectors = Vec::new();
    for (place, before, behind, path) in places {
        for (kind, depth, code) in [("deep", DEEPEST, "wrong_type"), ("too-deep", DEEPEST + 1, "too_deep")] {
            let text = parts(&[(before, 1), ("[", depth), ("]", depth), (behind, 1)]);
            let about = format!("A value that is nested {depth} deep where something else belongs.");
            vectors.push(refused(
                &format!("limits/{place}/{kind}"),
                about,
                &[],
                text,
                vec![(path.to_string(), code.to_string())],
            )?);
        }
    }
    let objects = parts(&[(r#"{"facts":{"age_years":"#, 1), ("{\"a\":", DEEPEST + 1), ("1", 1), ("}", DEEPEST + 1), ("}}", 1)]);
    vectors.push(refused(
        "limits/objects/too-deep",
        "Objects that are nested too deep.".into(),
        &[],
        objects,
        vec![remark("/facts/age_years too_deep")?],
    )?);
    let brackets = parts(&[(r#"{"facts":{"documents":""#, 1), ("[", 10_000), ("\"}}", 1)]);
    vectors.push(refused(
        "limits/brackets-in-a-word",
        "Brackets inside a word are not nested.".into(),
        &[],
        brackets,
        vec![remark("/facts/documents unknown_value")?],
    )?);
    let abyss = parts(&[(r#"{"facts":{"age_years":"#, 1), ("[", 5_000), ("]", 5_000), ("}}", 1)]);
    let about = "A value that is nested five thousand deep: a reader that calls itself for each level may not come back.";
    vectors.push(refused("limits/abyss", about.into(), &["text_only"], abyss, vec![remark("/facts/age_years too_deep")?])?);
    let skipped = parts(&[("{\"name\":", 1), ("[", 5_000), ("]", 5_000), ("}", 1)]);
    let about = "The same under a key that nobody knows: it is skipped.";
    vectors.push(refused("limits/abyss-skipped", about.into(), &["text_only"], skipped, vec![remark("/#0 unknown_key")?])?);
    Ok(vectors)
}

fn counts() -> Result<Vec<Vector>, String> {
    let wrong = |count: usize| -> Vec<Remark> {
        (0..count).map(|place| (format!("/declined/{place}"), "wrong_type".to_string())).collect()
    };
    let list = |count: usize| parts(&[("{\"declined\":[7", 1), (",7", count - 1), ("]}", 1)]);
    let mut one_more = wrong(MOST);
    one_more.push(remark(" too_many_errors")?);
    let about = |count: usize| format!("{count} errors, of which at most {MOST} are listed.");
    Ok(vec![
        refused("limits/as-many-errors-as-are-listed", about(MOST), &[], list(MOST), wrong(MOST))?,
        refused("limits/an-error-too-many", about(MOST + 1), &[], list(MOST + 1), one_more)?,
    ])
}
