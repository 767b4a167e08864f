//! Numbers: ages that are written in other ways than plain digits, and numbers that no type holds, wherever they stand.

use super::{super::format::Text, Case, Vector, refused, remark};

const WHOLE: &[&str] = &["/facts/age_years not_whole"];
const RANGE: &[&str] = &["/facts/age_years out_of_range"];
const TYPE: &[&str] = &["/facts/age_years wrong_type"];

pub(super) const CASES: &[Case] = &[
    (
        "age/point-zero",
        "16.0 is not written as a whole number; JavaScript would read 16.",
        &["text_only"],
        r#"{"facts":{"age_years":16.0}}"#,
        WHOLE,
    ),
    ("age/fraction", "A fraction of a year.", &[], r#"{"facts":{"age_years":16.5}}"#, WHOLE),
    ("age/exponent", "1e1 is not written as a whole number.", &["text_only"], r#"{"facts":{"age_years":1e1}}"#, WHOLE),
    ("age/exponent-upper-case", "Nor is 1E+1.", &["text_only"], r#"{"facts":{"age_years":1E+1}}"#, WHOLE),
    ("age/exponent-zero", "Nor is 16e0.", &["text_only"], r#"{"facts":{"age_years":16e0}}"#, WHOLE),
    ("age/minus-zero", "Minus zero.", &["text_only"], r#"{"facts":{"age_years":-0}}"#, WHOLE),
    ("age/minus-one", "A negative age is not written in digits alone.", &[], r#"{"facts":{"age_years":-1}}"#, WHOLE),
    ("age/minus-great", "A great negative number.", &[], r#"{"facts":{"age_years":-2147483648}}"#, WHOLE),
    (
        "age/too-great-exponent",
        "A number beyond every type; JavaScript would read infinity.",
        &["text_only"],
        r#"{"facts":{"age_years":1e999}}"#,
        WHOLE,
    ),
    (
        "age/too-small-exponent",
        "A number that every type rounds to zero.",
        &["text_only"],
        r#"{"facts":{"age_years":-1e-999}}"#,
        WHOLE,
    ),
    ("age/just-beyond", "The first number beyond the bounds.", &[], r#"{"facts":{"age_years":121}}"#, RANGE),
    ("age/byte", "256 is 0 in a byte.", &[], r#"{"facts":{"age_years":256}}"#, RANGE),
    ("age/byte-and-16", "272 is 16 in a byte.", &[], r#"{"facts":{"age_years":272}}"#, RANGE),
    ("age/16-bits", "65552 is 16 in sixteen bits.", &[], r#"{"facts":{"age_years":65552}}"#, RANGE),
    ("age/31-bits", "2147483648 is negative in thirty-two bits.", &[], r#"{"facts":{"age_years":2147483648}}"#, RANGE),
    ("age/32-bits", "4294967312 is 16 in thirty-two bits.", &[], r#"{"facts":{"age_years":4294967312}}"#, RANGE),
    (
        "age/53-bits",
        "9007199254740993 is the first whole number that a double does not hold.",
        &["text_only"],
        r#"{"facts":{"age_years":9007199254740993}}"#,
        RANGE,
    ),
    (
        "age/63-bits",
        "9223372036854775808 is negative in sixty-four bits.",
        &["text_only"],
        r#"{"facts":{"age_years":9223372036854775808}}"#,
        RANGE,
    ),
    (
        "age/64-bits",
        "18446744073709551632 is 16 in sixty-four bits.",
        &["text_only"],
        r#"{"facts":{"age_years":18446744073709551632}}"#,
        RANGE,
    ),
    (
        "age/thirty-digits",
        "A number of thirty digits.",
        &["text_only"],
        r#"{"facts":{"age_years":123456789012345678901234567890}}"#,
        RANGE,
    ),
    ("age/word", "An age as a word.", &[], r#"{"facts":{"age_years":"16"}}"#, TYPE),
    ("age/unknown", "Only facts with words can say the word unknown.", &[], r#"{"facts":{"age_years":"unknown"}}"#, TYPE),
    ("age/empty-word", "An empty word is not unknown.", &[], r#"{"facts":{"age_years":""}}"#, TYPE),
    ("age/true", "True is not one.", &[], r#"{"facts":{"age_years":true}}"#, TYPE),
    ("age/false", "False is not zero, and not unknown.", &[], r#"{"facts":{"age_years":false}}"#, TYPE),
    ("age/list", "A list of one age is not an age.", &[], r#"{"facts":{"age_years":[16]}}"#, TYPE),
    ("age/object", "A span of years is no age.", &[], r#"{"facts":{"age_years":{"from":15,"to":17}}}"#, TYPE),
    (
        "age/when-trafficked",
        "The other age is held to the same.",
        &["text_only"],
        r#"{"facts":{"age_when_trafficked":15.0,"age_years":-0}}"#,
        &["/facts/age_when_trafficked not_whole", "/facts/age_years not_whole"],
    ),
];

/// Numbers at places where no number belongs: they are valid JSON, and errors of their place alone.
pub(super) fn everywhere() -> Result<Vec<Vector>, String> {
    let numbers = [
        ("too-great", "1e999"),
        ("minus-too-great", "-1e999"),
        ("too-small", "1e-999"),
        ("thirty-digits", "123456789012345678901234567890"),
    ];
    let places = [
        ("record", "@", " wrong_type"),
        ("reference", r#"{"reference":@}"#, "/reference wrong_type"),
        ("facts", r#"{"facts":@}"#, "/facts wrong_type"),
        ("fact", r#"{"facts":{"time_given":@}}"#, "/facts/time_given wrong_type"),
        ("word", r#"{"facts":{"documents":@}}"#, "/facts/documents wrong_type"),
        ("unknown-fact", r#"{"facts":{"x":@}}"#, "/facts/#0 unknown_fact"),
        ("declined", r#"{"declined":@}"#, "/declined wrong_type"),
        ("declined-fact", r#"{"declined":[@]}"#, "/declined/0 wrong_type"),
        ("conduct", r#"{"conduct":@}"#, "/conduct wrong_type"),
        ("event", r#"{"conduct":[@]}"#, "/conduct/0 wrong_type"),
        ("code", r#"{"conduct":[{"code":@,"certainty":"planned"}]}"#, "/conduct/0/code wrong_type"),
        ("actor", r#"{"conduct":[{"code":"deported","certainty":"planned","actor":@}]}"#, "/conduct/0/actor wrong_type"),
        ("certainty", r#"{"conduct":[{"code":"deported","certainty":@}]}"#, "/conduct/0/certainty wrong_type"),
        ("unknown-key", r#"{"name":@}"#, "/#0 unknown_key"),
    ];
    let mut vectors = Vec::new();
    for (place, text, error) in places {
        for (kind, number) in numbers {
            let id = format!("number/{place}/{kind}");
            let about = format!("The number {number} where no number belongs: the text is valid JSON all the same.");
            vectors.push(refused(&id, about, &["text_only"], Text::Whole(text.replace('@', number)), vec![remark(error)?])?);
        }
    }
    Ok(vectors)
}
