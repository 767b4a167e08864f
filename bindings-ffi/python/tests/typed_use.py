"""Right use, as a strict type checker has to accept it; it runs as well."""

import datetime

from palermo import (
    About,
    Certainty,
    Conclusion,
    ConductEvent,
    Decision,
    Facts,
    IntakeRecord,
    InvalidRecordError,
    Problem,
    Record,
    Standard,
    Status,
    ValuesChoice,
)

standard: Standard = Standard.see_2002()

facts: Facts = {"age_years": 16, "documents": "none", "time_given": None, "ind_afraid_of_controller": True}
event: ConductEvent = {"code": "deported", "certainty": "planned", "actor": "police"}
other: ConductEvent = {"code": "deported", "certainty": Certainty.PLANNED}
record: Record = {"facts": facts, "declined": ["age_doubt"], "conduct": [event, other]}

decision: Decision = standard.evaluate(record)
status: Status = decision.status
conclusions: tuple[Conclusion, ...] = decision.conclusions
rules: list[str] = [rule for conclusion in conclusions for rule in conclusion.rules]
reference: str | None = decision.reference
text: str = standard.evaluate_json(IntakeRecord(record).to_json())
same: bool = decision.to_json() == text
assert same and rules and reference is None and status is Status.PRESUMED

from_text: Decision = standard.evaluate('{"facts":{"age_years":16}}')
inline: Decision = standard.evaluate({"facts": {"age_years": 16}, "conduct": []})
asked: tuple[str, ...] = tuple(question.fact for question in standard.questions({}, About.STATUS))
holds: bool = standard.explain({}, "status").holds
in_force: bool = standard.is_in_force(datetime.date(2026, 11, 24))
assert asked and in_force and from_text.status == inline.status and holds in (True, False)

fact = standard.fact("documents")
assert fact is not None and isinstance(fact.values, ValuesChoice) and "none" in fact.values.words

try:
    standard.evaluate(IntakeRecord.from_json("{"))
except InvalidRecordError as error:
    problems: tuple[Problem, ...] = error.errors
    assert problems[0].code == "invalid_json"
