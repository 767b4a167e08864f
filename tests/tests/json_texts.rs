//! What is handed on or written straight as JSON is, byte for byte, what the plain data is written as.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use palermo::{About, Standard};
use palermo_tests::{random::RandomRecords, slow::SlowEvaluator};

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

fn standards() -> [Standard; 2] {
    [Standard::see_2002(), Standard::from_json(palermo_rules::SEE_2002_JSON).unwrap()]
}

#[test]
fn stored_texts_are_those_of_the_plain_data() {
    for standard in standards() {
        assert_eq!(standard.identity_json(), json(&standard.identity()));
        assert_eq!(standard.about_json(), json(&standard.about().unwrap()));
        assert_eq!(standard.dictionary_json(), json(&standard.dictionary()));
        assert_eq!(standard.rules_json(), json(&standard.rules()));
        for rule in standard.rules() {
            assert_eq!(standard.rule_json(&rule.id).as_deref(), Some(json(&rule).as_str()));
        }
        for fact in standard.dictionary().facts {
            assert_eq!(standard.fact_json(&fact.name), Some(json(&fact).as_str()));
        }
        for code in standard.dictionary().conduct {
            assert_eq!(standard.conduct_json(&code.code), Some(json(&code).as_str()));
        }
        assert_eq!(standard.rules().len(), 205);
        assert_eq!(standard.rule_json("assistance/nothing"), None);
        assert_eq!((standard.fact_json("name"), standard.conduct_json("nothing")), (None, None));
    }
}

#[test]
fn explanations_and_questions_written_straight_are_those_of_the_plain_data() {
    let evaluator = SlowEvaluator::new();
    for standard in standards() {
        let subjects: Vec<&str> = standard.conclusions().chain(["status", "status:identified"]).collect();
        for (number, record) in RandomRecords::new(&evaluator, 4).take(400).enumerate() {
            let checked = standard.read_json(&record.to_string()).unwrap();
            for about in [About::Decision, About::Status] {
                assert_eq!(checked.questions_json(about), json(&checked.questions(about)));
            }
            for subject in subjects.iter().skip(number % 7).step_by(7) {
                assert_eq!(checked.explain_json(subject).unwrap(), json(&checked.explain(subject).unwrap()), "{subject}");
            }
            assert_eq!(checked.explain_json("entitlement:sheltr"), Err(checked.explain("entitlement:sheltr").unwrap_err()));
        }
    }
}
