//! CTDC data become records: every column is named, nothing is read as no, nothing is lost in silence.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use palermo::{Standard, Status};
use palermo_cli::{Answer, arguments::ImportCtdc, commands::import::import_ctdc, failure::Failure};

/// The header of the release in `PALERMO_DATA`; no row of it stands in this project.
const HEADER: &str = "yearOfRegistration,gender,ageBroad,majorityStatusAtExploit,traffickMonths,citizenship,CountryOfExploitation,\
    meansOfControlDebtBondage,meansOfControlTakesEarnings,meansOfControlThreats,meansOfControlPsychologicalAbuse,\
    meansOfControlPhysicalAbuse,meansOfControlSexualAbuse,meansOfControlFalsePromises,meansOfControlPsychoactiveSubstances,\
    meansOfControlRestrictsMovement,meansOfControlRestrictsMedicalCare,meansOfControlExcessiveWorkingHours,\
    meansOfControlThreatOfLawEnforce,meansOfControlWithholdsNecessities,meansOfControlWithholdsDocuments,meansOfControlOther,\
    isForcedLabour,isSexualExploit,isOtherExploit,typeOfLabourAgriculture,typeOfLabourConstruction,typeOfLabourDomesticWork,\
    typeOfLabourHospitality,typeOfLabourOther,typeOfSexProstitution,typeOfSexPornography,typeOfSexOther,\
    recruiterRelationIntimatePartner,recruiterRelationFriend,recruiterRelationFamily,recruiterRelationOther,n";

const DATA: &str = "ctdc_global_synthetic_see_distinct.csv";

struct Imported {
    answer: Result<Answer, Failure>,
    records: Vec<String>,
    told: String,
}

fn import_file(file: &Path, as_recognised: bool) -> Imported {
    let (mut out, mut told) = (Vec::new(), Vec::new());
    let answer = import_ctdc(&ImportCtdc { file: file.to_path_buf(), as_recognised }, &mut out, &mut told);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Imported { answer, records: text(out).lines().map(str::to_string).collect(), told: text(told) }
}

fn import(name: &str, csv: &[u8]) -> Imported {
    import_file(&scratch(name, csv), false)
}

fn scratch(name: &str, csv: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, csv).unwrap();
    path
}

/// A line of the table of columns.
struct Entry {
    column: String,
    value: String,
    fact: String,
    gives: String,
    strength: String,
    note: String,
}

fn mapping() -> Vec<Entry> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("import/ctdc.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    assert_eq!(reader.headers().unwrap(), ["column", "value", "fact", "gives", "strength", "note"].as_slice());
    let records = reader.records().map(|record| {
        let record = record.unwrap();
        let field = |at: usize| record[at].to_string();
        Entry { column: field(0), value: field(1), fact: field(2), gives: field(3), strength: field(4), note: field(5) }
    });
    records.collect()
}

#[test]
fn every_column_is_mapped_or_unused_for_a_reason() {
    let mapping = mapping();
    let told = import("header.csv", HEADER.as_bytes()).told;
    assert!(!told.contains("not known"), "{told}");
    for column in HEADER.split(',') {
        let entries: Vec<&Entry> = mapping.iter().filter(|entry| entry.column == column).collect();
        assert!(!entries.is_empty(), "{column} is neither mapped nor unused");
        let mapped = entries.iter().all(|entry| !entry.fact.is_empty() && !entry.gives.is_empty());
        let unused = matches!(entries.as_slice(), [one] if one.value == "*" && one.fact.is_empty() && !one.note.is_empty());
        assert!(mapped != unused, "{column}");
        assert_eq!(unused, told.contains(&format!("  {column}: ")), "{column} is not named as unused");
    }
}

#[test]
fn only_what_establishes_gives_an_element_and_nothing_gives_a_no() {
    // What the README of the data allows beyond that: signs, ages, a recruiter's relation, other exploitation.
    for entry in mapping().iter().filter(|entry| !entry.fact.is_empty()) {
        let allowed = match entry.strength.as_str() {
            "establishes" => true,
            "indicates" => {
                let fact = entry.fact.as_str();
                fact.starts_with("ind_")
                    || matches!(fact, "majority" | "majority_when_trafficked" | "act_recruited" | "purpose_other_or_unspecified")
            }
            "provenance" => entry.column.starts_with("--"),
            _ => false,
        };
        assert!(allowed, "{} gives {} although it only {}", entry.column, entry.fact, entry.strength);
        assert!(!matches!(entry.gives.as_str(), "no" | "refused"), "{}", entry.column);
    }
}

#[test]
fn flags_ages_and_relations_become_facts() {
    let csv = "ageBroad,majorityStatusAtExploit,isForcedLabour,meansOfControlThreats,meansOfControlTakesEarnings,recruiterRelationFriend,gender\n\
        9--17,,1,,,,Female\n\
        18--20,Minor,,1,,1,Male\n\
        ,,,,1,,\n\
        ,,,,,,\n";
    let imported = import("rows.csv", csv.as_bytes());
    assert_eq!(imported.answer.unwrap(), Answer::Yes);
    assert_eq!(
        imported.records,
        [
            r#"{"facts":{"majority":"minor","purpose_forced_labour":true}}"#,
            r#"{"facts":{"act_recruited":true,"majority":"adult","majority_when_trafficked":"minor","means_force_or_threat":true}}"#,
            r#"{"facts":{"ind_earnings_taken":true}}"#,
            r#"{"facts":{}}"#,
        ]
    );
    assert!(!imported.told.contains("Female"));
}

#[test]
fn other_spellings_are_known() {
    let csv = "\u{feff}meansOfControlThreatOfLawEnforcement,meansOfControlDebtBondage ,ISORGANREMOVAL,isSexAndLabour,isAbduction,meansThreats\n\
        1,1,1,1,1,1\n";
    let imported = import("spellings.csv", csv.as_bytes());
    assert_eq!(
        imported.records,
        [
            r#"{"facts":{"ctrl_debt_used":true,"means_abduction":true,"means_other_coercion":true,"purpose_forced_labour":true,"purpose_organ_removal":true,"purpose_sexual_exploitation":true}}"#
        ]
    );
    assert!(!imported.told.contains("not known"), "{}", imported.told);
}

#[test]
fn what_is_not_certain_is_unknown_and_counted() {
    let csv = "isForcedLabour,ageBroad,majorityStatus,isSexualExploit\n\
        0,-99,Unknown,00\n\
        No;Yes,18--20,Minor,Not specified\n\
        secret,secret,secret,\n\
        -99,,,\n";
    let imported = import("unknown.csv", csv.as_bytes());
    assert_eq!(imported.answer.unwrap(), Answer::Yes);
    assert_eq!(imported.records, [r#"{"facts":{}}"#; 4]);
    let told = imported.told;
    assert!(!told.contains("secret") && !told.contains("18--20"), "{told}");
    for part in [
        "A 0 was read as unknown, because it may mean no or not recorded:\n  isForcedLabour: 1 row\n  isSexualExploit: 1 row\n",
        "Contradictions were read as unknown:\n  isForcedLabour: 1 row\n  majorityStatus: 1 row\n",
        "Values that are not known were read as unknown:\n  isForcedLabour: 1 row\n  ageBroad: 1 row\n  majorityStatus: 1 row\n",
    ] {
        assert!(told.contains(part), "{told}");
    }
}

#[test]
fn unknown_columns_are_named_and_never_read() {
    let imported = import("columns.csv", b"isForcedLabour,homeVillage,\n1,secret,secret\n");
    assert_eq!(imported.records, [r#"{"facts":{"purpose_forced_labour":true}}"#]);
    assert!(imported.told.contains("homeVillage, (a column without a name)"), "{}", imported.told);
    assert!(!imported.told.contains("secret"));
}

#[test]
fn a_row_that_cannot_be_read_does_not_stop_the_rest() {
    let imported = import("ragged.csv", b"isForcedLabour,isSexualExploit\n1,\nsecret\n1,1,secret\n\xFF,1\n");
    assert_eq!(imported.answer.unwrap(), Answer::Invalid);
    assert_eq!(
        imported.records,
        [r#"{"facts":{"purpose_forced_labour":true}}"#, r#"{"facts":{"purpose_sexual_exploitation":true}}"#]
    );
    assert!(imported.told.contains("row 2 (line 3) cannot be read: 1 value for 2 columns"), "{}", imported.told);
    assert!(imported.told.contains("row 3 (line 4) cannot be read"), "{}", imported.told);
    assert!(!imported.told.contains("secret"));
}

#[test]
fn what_is_no_such_table_is_not_repeated() {
    let mut open = b"isForcedLabour,isSexualExploit\n1,1\n\"secret".to_vec();
    open.extend(vec![b'x'; 3 << 20]);
    for (name, csv) in [("none.csv", &b"secret,name\n1,2\n"[..]), ("empty.csv", b""), ("open.csv", &open)] {
        let failure = import(name, csv).answer.unwrap_err();
        assert!(matches!(failure, Failure::Document { .. }), "{failure}");
        assert!(!failure.to_string().contains("secret"), "{failure}");
    }
}

#[test]
fn recognition_is_recorded_on_request_only() {
    let path = scratch("recognised.csv", b"isForcedLabour,n\n,3\n");
    assert_eq!(import_file(&path, false).records, [r#"{"facts":{}}"#]);
    assert_eq!(import_file(&path, true).records, [r#"{"facts":{"identification_result":"recognised"}}"#]);
}

/// Says something past the capture of test output, so that whoever runs the tests sees it.
fn aloud(text: &str) {
    let said = writeln!(io::stderr(), "{text}");
    drop(said);
}

#[test]
fn the_whole_data_set_is_protected() {
    let folder = env::var_os("PALERMO_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"), PathBuf::from);
    let path = folder.join(DATA);
    if !path.exists() {
        aloud(&format!("SKIPPED: the data set is not imported, {} is not there; set PALERMO_DATA to its folder", path.display()));
        return;
    }
    let header = fs::read_to_string(&path).unwrap().lines().next().unwrap().to_string();
    assert_eq!(header, HEADER, "the copy of the header in this test is that of the data");
    let mapping = mapping();
    let imported = import_file(&path, false);
    assert_eq!(imported.answer.unwrap(), Answer::Yes);
    let standard = Standard::see_2002();
    let mut rows = csv::Reader::from_path(&path).unwrap();
    let columns = rows.headers().unwrap().clone();
    let mut causes: BTreeMap<String, usize> = BTreeMap::new();
    let mut statuses: BTreeMap<&str, usize> = BTreeMap::new();
    let mut read = 0;
    for (row, record) in rows.records().zip(&imported.records) {
        read += 1;
        let row = row.unwrap();
        let entries: Vec<&Entry> = columns
            .iter()
            .zip(&row)
            .flat_map(|(column, value)| {
                mapping
                    .iter()
                    .filter(move |entry| entry.column == column && !value.is_empty() && [value, "*"].contains(&&*entry.value))
            })
            .collect();
        let checked = standard.read_json(record).unwrap_or_else(|errors| panic!("{errors}"));
        let status = checked.outcome().status();
        *statuses.entry(status.as_str()).or_default() += 1;
        assert_ne!(status, Status::NotEstablished);
        let element = |entry: &&Entry| ["means_", "ctrl_", "purpose_"].iter().any(|prefix| entry.fact.starts_with(prefix));
        if entries.iter().any(|entry| entry.strength == "establishes" && element(entry)) {
            assert!(matches!(status, Status::Presumed | Status::Identified), "{record}");
        }
        if status == Status::Undetermined {
            *causes.entry(cause(&entries)).or_default() += 1;
            assert!(!entries.iter().any(element), "an element or a sign is known: {record}");
        }
        // Nothing identifying travels: every fact comes from the table.
        let document: serde_json::Value = serde_json::from_str(record).unwrap();
        for fact in document["facts"].as_object().unwrap().keys() {
            assert!(entries.iter().any(|entry| entry.fact == *fact), "{fact}");
        }
        let again = standard.read_json(&record.replacen('{', "{\"declined\":[],", 1)).unwrap();
        assert_eq!(again.outcome().status(), status);
    }
    assert_eq!(read, imported.records.len(), "one row, one record");
    assert_eq!(causes.values().sum::<usize>(), statuses.get("undetermined").copied().unwrap_or_default());
    aloud(&format!("{read} rows: {statuses:?}; undetermined, by what the row says:"));
    for (cause, count) in &causes {
        aloud(&format!("{count:6}  {cause}"));
    }
    // With the recognition that every row stands for, everybody is at least presumed.
    for record in import_file(&path, true).records {
        let status = standard.read_json(&record).unwrap().outcome().status();
        assert!(matches!(status, Status::Presumed | Status::Identified), "{record}");
    }
}

/// What an undetermined row says, grouped: the facts that it gives, and the columns that only hint.
fn cause(entries: &[&Entry]) -> String {
    let facts: BTreeSet<&str> = entries
        .iter()
        .filter(|entry| !entry.fact.is_empty())
        .map(|entry| match entry.fact.as_str() {
            fact if fact.starts_with("act_") => "an act",
            fact if fact.starts_with("majority") => "an age",
            _ => "another fact",
        })
        .collect();
    let hints: BTreeSet<&str> = entries
        .iter()
        .filter(|entry| entry.fact.is_empty() && entry.column.starts_with("meansOfControl"))
        .map(|entry| entry.column.trim_start_matches("meansOfControl"))
        .collect();
    let sectors = entries.iter().any(|entry| entry.fact.is_empty() && entry.column.starts_with("typeOf"));
    let mut parts: Vec<String> = facts.iter().map(|fact| (*fact).to_string()).collect();
    if !hints.is_empty() {
        parts.push(format!("hints of control ({})", hints.into_iter().collect::<Vec<_>>().join(", ")));
    }
    if sectors {
        parts.push("a sector".to_string());
    }
    if parts.is_empty() { "nothing recorded".to_string() } else { format!("only {}", parts.join(", ")) }
}
