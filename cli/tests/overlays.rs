//! `--overlay`: a standard with what later texts add, wherever a standard is named, and what is said where that cannot be.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod program;

use std::{fs, path::Path};

use palermo::{
    Standard,
    rule_set::{Overlay, RuleSet},
};
use program::{ROOT, copied, edit, palermo, palermo_in, scratch, snapshot};

const PALERMO_2000: &str = "rules/palermo-2000";
const COE_2005: &str = "rules/coe-2005";
const BAR_RAID: &str = "examples/bar-raid.json";

fn base() -> RuleSet {
    RuleSet::from_json(palermo_rules::SEE_2002_JSON).expect("it is valid")
}

fn overlays() -> Vec<Overlay> {
    let compiled = |folder: &&str| palermo_compile::compile_overlay(&Path::new(ROOT).join(folder), &base()).expect("it compiles");
    [PALERMO_2000, COE_2005].iter().map(compiled).collect()
}

/// The text without what changes with every word of a rule set.
fn without_digests(text: &str) -> String {
    let line = |line: &str| match line.split_once("sha256:") {
        Some((before, _)) => format!("{before}sha256:…\n"),
        None => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

#[test]
fn a_record_is_decided_by_the_composed_standard_whatever_the_order() {
    let standard = Standard::compose(&base(), &overlays()).expect("they can be composed");
    let record = fs::read_to_string(Path::new(ROOT).join(BAR_RAID)).expect("the example is there");
    let expected = standard.evaluate_json(&record).expect("the record is valid") + "\n";
    for order in [[PALERMO_2000, COE_2005], [COE_2005, PALERMO_2000]] {
        let said = palermo(&["evaluate", BAR_RAID, "--format", "json", "--overlay", order[0], "--overlay", order[1]]);
        assert_eq!((said.code, said.err.as_str(), said.out.as_str()), (0, "", expected.as_str()));
    }
    let said = palermo(&["evaluate", BAR_RAID, "--all", "--overlay", COE_2005]);
    assert!(said.out.contains("coe-2005/recovery-and-reflection-period D") && said.out.contains("\nOverlay: coe-2005 0.1.0,"));
}

#[test]
fn an_overlay_that_was_built_is_the_one_in_its_folder() {
    let folder = scratch("overlay-built");
    let built = folder.join("coe.json").display().to_string();
    let said = palermo(&["rules", "build", COE_2005, "--output", &built]);
    let [_, coe] = &overlays()[..] else { panic!("there are two") };
    assert_eq!((said.code, said.err), (0, format!("coe-2005 {} {}\n", coe.version, coe.digest())));
    assert_eq!(fs::read_to_string(&built).expect("it was written"), coe.to_canonical_json() + "\n");
    let by = |overlay: &str| palermo(&["evaluate", BAR_RAID, "--format", "json", "--overlay", overlay]).out;
    assert_eq!(by(&built), by(COE_2005));
}

#[test]
fn an_overlay_that_is_built_in_goes_by_its_name() {
    let by = |names: [&str; 2]| {
        let said = palermo(&["evaluate", BAR_RAID, "--format", "json", "--overlay", names[0], "--overlay", names[1]]);
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        said.out
    };
    let standard =
        Standard::compose_json(palermo_rules::SEE_2002_JSON, &[palermo_rules::COE_2005_JSON, palermo_rules::PALERMO_2000_JSON]);
    let standard = standard.expect("what is published can be composed");
    let decision = by(["coe-2005", "palermo-2000"]);
    assert!(decision.contains(&standard.identity_json()), "{decision}");
    assert_eq!(decision, by(["palermo-2000", "coe-2005"]));
    // A name goes before a folder of the same name.
    let folder = scratch("overlay-names");
    fs::create_dir_all(folder.join("coe-2005")).expect("the folder is made");
    let record = Path::new(ROOT).join(BAR_RAID).display().to_string();
    let said = palermo_in(&folder, &["evaluate", &record, "--overlay", "coe-2005"]);
    assert_eq!(said.code, 0);
    assert!(said.told().contains("What stands here is not read; `./coe-2005` names it."), "{}", said.err);
    assert_eq!(palermo_in(&folder, &["evaluate", &record, "--overlay", "./coe-2005"]).code, 3);
}

#[test]
fn every_command_that_takes_a_standard_takes_overlays() {
    let folder = scratch("overlay-commands");
    let record = folder.join("record.json");
    fs::write(&record, r#"{"facts":{"ind_third_party_control":true,"special_needs":true}}"#).expect("it is written");
    let record = record.display().to_string();
    let with = |command: &[&str]| palermo(&[command, &["--overlay", COE_2005, "--overlay", PALERMO_2000]].concat());
    let validated = with(&["validate", &record]);
    assert_eq!((validated.code, validated.err.as_str()), (0, ""), "{}", validated.out);
    assert_eq!(palermo(&["validate", &record]).code, 1, "the standard alone does not know the fact");
    assert!(with(&["questions", &record]).out.contains("danger now in another country?"));
    let decision = folder.join("decision.json");
    fs::write(&decision, with(&["evaluate", &record, "--format", "json"]).out).expect("it is written");
    let decision = decision.display().to_string();
    assert_eq!(with(&["check", &decision, &record]).code, 0);
    let check = palermo(&["check", &decision, BAR_RAID]);
    assert!(check.code == 1 && check.out.replace('\n', " ").contains("coe-2005 0.1.0"), "{}", check.out);
    assert_eq!(with(&["compare", &record, &record]).code, 0);
    assert!(with(&["schema", "record"]).out.contains("\"reasonable_grounds\""));
    assert!(with(&["rules", "list"]).out.contains("\nD  coe-2005/guardian "));
}

#[test]
fn rules_and_conclusions_of_an_overlay_are_told_with_their_articles() {
    let with = |command: &[&str]| palermo(&[command, &["--overlay", COE_2005]].concat());
    let shown = with(&["rules", "show", "coe-2005/guardian"]);
    snapshot("overlay-rule-guardian", &without_digests(&shown.out));
    let explained = with(&["explain", BAR_RAID, "--conclusion", "entitlement:reflection-period-of-30-days"]);
    snapshot("overlay-explain-reflection-period", &without_digests(&explained.out));
    let shelter = with(&["rules", "show", "assistance/shelter"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shelter.contains("lines 966-968; Council of Europe Convention, art. 12(1)"), "{shelter}");
}

#[test]
fn the_cases_of_an_overlay_come_out_by_the_rule_set_that_it_extends() {
    for folder in [PALERMO_2000, COE_2005] {
        let said = palermo(&["rules", "test", folder]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
        assert!(said.out.contains("every one comes out as it says"), "{}", said.out);
    }
    let folder = scratch("overlay-test");
    let rules = copied(&folder, "coe-2005");
    edit(&rules.join("coe-2005/free-legal-aid.yaml"), "when: { protected: true }", "when: { protected: false }");
    let said = palermo_in(&folder, &["rules", "test", "coe-2005"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("coe-2005/coe-2005/free-legal-aid.yaml:"), "{}", said.out);
    assert!(!said.out.contains("assistance/"), "the cases of the base are not its own: {}", said.out);
}

#[test]
fn what_is_no_overlay_is_told_with_what_to_do() {
    let told = |arguments: &[&str], code: i32, words: &[&str]| {
        let said = palermo(&[&["evaluate", BAR_RAID], arguments].concat());
        assert_eq!((said.code, said.out.as_str()), (code, ""), "{}", said.err);
        for words in words {
            assert!(said.told().contains(words), "{words}: {}", said.told());
        }
    };
    told(&["--overlay", "no-such-overlay"], 5, &["there is no overlay of this name", "name one of palermo-2000, coe-2005"]);
    told(&["--overlay", "coe-2006"], 5, &["did you mean `coe-2005`?"]);
    told(&["--standard", "rules/published/coe-2005-0.1.0.json"], 5, &["is an overlay", "compose it with the rule set"]);
    told(&["--standard", "coe-2005"], 5, &["is an overlay", "`--overlay coe-2005`"]);
    told(&["--overlay", "no/such.json"], 4, &["cannot be read"]);
    told(&["--overlay", "see-2002"], 5, &["is a rule set of its own, and no overlay", "`--standard see-2002`"]);
    told(&["--overlay", "rules/see-2002"], 5, &["is a rule set of its own"]);
    told(&["--overlay", "rules/published/see-2002-0.1.0.json"], 5, &["is a rule set of its own"]);
    told(&["--overlay", BAR_RAID], 3, &["is no valid overlay", "/extends: the key is missing"]);
    told(&["--overlay", "examples"], 3, &["does not compile", "overlay.yaml: the file is missing"]);
    told(
        &["--standard", COE_2005],
        5,
        &["is an overlay, and no rule set of its own", "compose it with the rule set that it extends: `--overlay"],
    );
    let twice = ["--overlay", COE_2005, "--overlay", COE_2005];
    told(&twice, 3, &["cannot be composed with see-2002", "coe-2005 /id: this overlay stands twice"]);
    let practice = ["--standard", "observed-practice-2002", "--overlay", COE_2005];
    told(&practice, 3, &["the rule set is no standard"]);
    let before = ["--overlay", COE_2005, "--as-of", "2007-01-01"];
    told(&before, 5, &["no standard is in force on 2007-01-01", "see-2002 0.1.0 with coe-2005 0.1.0"]);
}

#[test]
fn an_overlay_that_weakens_or_extends_something_else_is_told_at_its_place() {
    let folder = scratch("overlay-refused");
    let rules = copied(&folder, "coe-2005");
    let record = Path::new(ROOT).join(BAR_RAID).display().to_string();
    let guardian = rules.join("coe-2005/guardian.yaml");
    edit(&guardian, "\"art. 10(4)\"", "\"art. 13(3)\"");
    let said = palermo_in(&folder, &["evaluate", &record, "--overlay", "./coe-2005"]);
    assert_eq!((said.code, said.out.as_str()), (3, ""));
    assert!(
        said.told().contains("coe-2005/guardian.yaml:") && said.told().contains("art. 13(3) is not imported"),
        "{}",
        said.told()
    );
    edit(&guardian, "\"art. 13(3)\"", "\"art. 10(4)\"");
    edit(&rules.join("overlay.yaml"), "extends: see-2002", "extends: our-2024");
    let said = palermo_in(&folder, &["rules", "build", "coe-2005"]);
    assert_eq!((said.code, said.out.as_str()), (5, ""));
    assert!(said.told().contains("extends is none that is built in") && said.told().contains("`--standard`"), "{}", said.told());
    let own = copied(&folder, "see-2002");
    edit(&own.join("standard.yaml"), "\nid: see-2002\n", "\nid: our-2024\n");
    let said = palermo_in(&folder, &["rules", "build", "coe-2005", "--standard", "./see-2002"]);
    assert_eq!(said.code, 0, "{}", said.told());
    let decided =
        palermo_in(&folder, &["evaluate", &record, "--standard", "./see-2002", "--overlay", "./coe-2005", "--format", "json"]);
    assert!(decided.code == 0 && decided.out.contains("\"our-2024\""), "{}", decided.told());
}
