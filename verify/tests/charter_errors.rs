//! Whoever writes a charter wrongly is told all that is wrong at once: where, why, and the name that was probably meant.

use palermo::rule_set::RuleSet;
use palermo_compile::{Document, Finding, SourceFile};
use palermo_verify::charter::{Charter, CharterErrors};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The errors of a charter with these parts, in YAML, one a line, with file, line and column.
fn told(text: &str) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let document = Document::read(SourceFile { path: "own.yaml".into(), text: text.into() })?;
    let told = |errors: &CharterErrors| {
        let finding = |error: &palermo_verify::charter::CharterError| Finding {
            path: error.path.clone(),
            message: error.message(),
            help: error.help(),
        };
        document.errors(errors.errors().iter().map(finding)).to_string().lines().map(Into::into).collect()
    };
    let charter = match Charter::from_tree(document.tree()) {
        Ok(charter) => charter.with_sets_of(&Charter::from_json(palermo_rules::CHARTER_JSON)?),
        Err(errors) => return Ok(told(&errors)),
    };
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    Ok(charter.check(&rule_set, &rule_set).err().map(|errors| told(&errors)).unwrap_or_default())
}

/// A charter of this many lines of head and these promises.
fn own(promises: &str) -> String {
    format!("format: 1\nid: own\nversion: 0.1.0\ntitle: Own\npromises:\n{promises}")
}

/// A promise with these statements.
fn promise(prove: &str) -> String {
    own(&format!("  - name: own\n    sentence: It holds.\n    formal: it\n    prove:\n{prove}"))
}

#[test]
fn a_charter_that_uses_the_shipped_sets_is_right() -> Outcome {
    let text = promise("      - independent: { conclusions: core, facts: shield }\n      - structure: every_rule_cites\n");
    assert_eq!(told(&text)?, Vec::<String>::new());
    Ok(())
}

#[test]
fn everything_that_has_not_the_shape_is_told_at_once() -> Outcome {
    let text = "format: 2\nid: My charter\ntitel: Own\nJane Doe: 1\nconclusions_may_be_absent: maybe\nfacts:\n  my_facts: { name: [documents] }\n\
                promises:\n  - name: own\n    sentence: It holds.\n    prove:\n      - alwys: { when: always }\n      - always: { when: always }\n      \
                - compare: { change: [documents], keeps: [], whn: always }\n      - { always: 1, never: 2 }\n      - structure: every_rule_cite\n      \
                - structure: { no_conclusion_named: { kinds: [refer] } }\n      - structure: { borne_by: [] }\n      \
                - structure: { borne_by: [{ bearers: [polise], conclusions: [] }, { bearers: [], conclusions: [] }] }\n      \
                - structure: { asked_after: [{ facts: [documents] }] }\n      - structure: { told_as: {} }\n";
    let errors = told(text)?;
    let all = errors.join("\n");
    for expected in [
        "own.yaml:1:9: the format of the charter is not version 1",
        "own.yaml:2:5: the name is not written as names are",
        "own.yaml:3:8: there is no such key (did you mean `title`?)",
        "`version`: the key is missing",
        "`title`: the key is missing",
        "own.yaml:5:28: true or false is expected here",
        "own.yaml:7:",
        "the selection names nothing",
        "`formal`: the key is missing",
        "did you mean `always`?",
        "it says nothing: use `concludes`, `holds` or both",
        "the list has at least one entry",
        "a statement has one form; put several as entries of `prove`",
        "this is no property of a rule set",
        "it forbids no word: use `words`, `anywhere` or both",
        "this is no bearer of a duty",
        "`after`: the key is missing",
        "it has at least one entry, `fact: { value: word }`",
    ] {
        assert!(all.contains(expected), "{expected}\n{all}");
    }
    assert!(errors.iter().any(|error| error.starts_with("own.yaml:4:1: there is no such key")), "{all}");
    assert!(!all.contains("Jane") && !all.contains("Doe"), "what is near no key is not repeated: {all}");
    Ok(())
}

#[test]
fn every_name_that_the_rule_set_does_not_have_is_told_with_the_nearest() -> Outcome {
    let text = promise(
        "      - independent: { conclusions: [entitlement:sheltr, shelter], facts: [documnets, passport_number] }\n      \
         - always: { when: { statu: [identified] }, concludes: cor }\n      \
         - always: { when: { status: [recognised] }, concludes: core }\n      \
         - always: { when: { any_of: shild, is: [true] }, concludes: { include: [core], except: [violation:deportd] } }\n      \
         - always: { when: { return_wish: { below: 3 } }, concludes: { facts: [means_elemnt] } }\n      \
         - unknown_keeps: { conclusions: core, facts: { groups: [shieldd], include: [ground] } }\n      \
         - compare: { change: [documents], from: [willing], where_equal: [statuss], keeps: core }\n      \
         - exclusive: [{ fact: status, values: [identified, denied] }]\n      \
         - closure: { entitlement:shelter: refer:unconditional-sheltr }\n      \
         - never_together: [[\"obligation:*\", prohibition:deport]]\n      \
         - structure: { not_read: [conset_to_exploitation] }\n      \
         - structure: { borne_by: [{ bearers: [police], conclusions: [entitlement:educatio] }] }\n      \
         - structure: { asked_after: [{ facts: [testimony_wsh], after: [safe_space_gven], not_while: [screening_declind] }] }\n      \
         - structure: { told_as: { means_elment: { true: established } } }\n      \
         - structure: { told_as: { child_status: { grown_up: adult } } }\n",
    );
    let errors = told(&text)?;
    let all = errors.join("\n");
    for expected in [
        "there is no such conclusion in the rule set (did you mean `entitlement:shelter`?)",
        "write `kind:name`",
        "there is no such fact (did you mean `documents`?)",
        "there is no such fact (did you mean `status`?)",
        "use one of identified, presumed, undetermined, not_established",
        "there is no such set of facts (did you mean `shield`?)",
        "there is no such conclusion in the rule set (did you mean `violation:deported`?)",
        "only a number has values below or from a bound",
        "there is no such derived fact (did you mean `means_element`?)",
        "there is no such group of facts (did you mean `shielded`?)",
        "no fact that is to change has such values",
        "the fact has no such value",
        "there is no such conclusion in the rule set (did you mean `refer:unconditional-shelter`?)",
        "`*` stands on both sides of a pair",
        "there is no such fact (did you mean `consent_to_exploitation`?)",
        "there is no such conclusion in the rule set (did you mean `entitlement:education`?)",
        "there is no such fact (did you mean `testimony_wish`?)",
        "there is no such fact (did you mean `safe_space_given`?)",
        "there is no such fact (did you mean `screening_declined`?)",
        "use one of adult, child, presumed_child, unknown",
    ] {
        assert!(all.contains(expected), "{expected}\n{all}");
    }
    assert!(errors.iter().any(|error| error.contains("there is no such fact") && !error.contains("did you mean")), "{all}");
    assert!(!all.contains("passport"), "{all}");
    assert!(errors.iter().all(|error| error.starts_with("own.yaml:")), "every error has its place: {all}");
    Ok(())
}

#[test]
fn sets_that_include_themselves_and_names_that_stand_twice_are_refused() -> Outcome {
    let text = "format: 1\nid: own\nversion: 0.1.0\ntitle: Own\nfacts:\n  one: { include: [two] }\n  two: { include: [one] }\n\
                promises:\n  - name: own\n    sentence: It holds.\n    formal: it\n    prove:\n      - structure: { not_read: one }\n";
    assert!(told(text)?.join("\n").contains("the set includes itself"));
    let twice = "  - { name: own, sentence: It holds., formal: it, prove: [{ structure: every_rule_cites }] }\n";
    assert!(told(&own(&twice.repeat(2)))?.join("\n").contains("this promise stands twice"));
    Ok(())
}

#[test]
fn a_set_of_its_own_goes_before_the_shipped_one() -> Outcome {
    let text = "format: 1\nid: own\nversion: 0.1.0\ntitle: Own\nfacts:\n  shield: { names: [returned] }\n\
                promises:\n  - name: own\n    sentence: It holds.\n    formal: it\n    prove:\n      - structure: { not_read: shield }\n";
    let document = Document::read(SourceFile { path: "own.yaml".into(), text: text.into() })?;
    let charter = Charter::from_tree(document.tree())?.with_sets_of(&Charter::from_json(palermo_rules::CHARTER_JSON)?);
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let subject = palermo_verify::Subject::new(&rule_set);
    let report = palermo_verify::prove(&charter, &subject, &palermo_verify::Options::default(), &mut |_| {})?;
    let says: Vec<&String> = report.refutations().map(|one| &one.says).collect();
    assert_eq!(says, ["returned is read"]);
    Ok(())
}

#[test]
fn broken_json_is_told_with_its_line() {
    let error = Charter::from_json("{\n\"format\": }").map_err(|errors| errors.to_string());
    assert!(error.is_err_and(|error| error.contains("line 2")));
}
