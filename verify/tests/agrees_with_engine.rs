//! The second reading of the rules and the engine agree: for random records, the same rules fire and the same acts break duties.

use std::collections::BTreeSet;

use palermo::{Standard, rule_set::RuleSet};
use palermo_tests::{random::RandomRecords, slow::SlowEvaluator};
use palermo_verify::{Domain, Model, NODE_LIMIT, Space};

const RECORDS: usize = 5_000;

#[test]
fn the_model_and_the_engine_agree() -> Result<(), Box<dyn std::error::Error>> {
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let standard = Standard::from_rule_set(&rule_set)?;
    let domain = Domain::new(&[&rule_set], [])?;
    let space = Space::new(&domain, NODE_LIMIT);
    let model = Model::new(&space, &rule_set)?;
    let evaluator = SlowEvaluator::new();
    for json in RandomRecords::new(&evaluator, 5).take(RECORDS) {
        let record: palermo::IntakeRecord = serde_json::from_value(json)?;
        let checked = standard.check(&record)?;
        let places = domain.places(&record.facts);
        let outcome = checked.outcome();
        let fired: BTreeSet<&str> = outcome.fired_rules().collect();
        let holds = model.rules.iter().filter(|rule| rule.when.holds_for(&domain, &places));
        assert_eq!(holds.map(|rule| rule.id.as_str()).collect::<BTreeSet<_>>(), fired, "{record:?}");
        let decision = checked.decision();
        let broken: BTreeSet<&str> = decision.violations.iter().map(|violation| violation.code.as_str()).collect();
        for event in record
            .conduct
            .iter()
            .filter(|event| matches!(event.certainty, palermo::Certainty::Established | palermo::Certainty::Alleged))
        {
            let code = model.codes.iter().find(|known| known.code == event.code).ok_or("a code of the rule set")?;
            let holds = code.breach.holds_for(&domain, &places);
            assert_eq!(holds, broken.contains(event.code.as_str()), "{} {record:?}", event.code);
        }
        let status = palermo_verify::Output::Status(decision.status.as_str().into());
        assert!(model.output(&status).is_some_and(|function| function.holds_for(&domain, &places)), "{record:?}");
    }
    Ok(())
}
