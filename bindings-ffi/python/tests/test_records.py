"""What a dict may hold: nothing wrong in it ever becomes "unknown", ends in a message, or stops the process."""

import copy
import datetime
import decimal
import enum
import json
import pickle
import types

import pytest

from palermo import (
    Certainty,
    IntakeRecord,
    InvalidDateError,
    InvalidRecordError,
    InvalidRuleSetError,
    Standard,
    Status,
    UnknownConclusionError,
)

STANDARD = Standard.see_2002()
# What must be in no message, wherever it was written.
SECRET = "Ana-secret-4711"


class Silly:
    def __repr__(self):
        return SECRET


class Text(str):
    pass


class Number(enum.IntEnum):
    SIXTEEN = 16


def cycle():
    facts = {}
    facts["age_years"] = facts
    return facts


def deep():
    value = []
    for _ in range(100_000):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        float("-inf"),
        16.0,
        b"16",
        {16},
        frozenset({16}),
        datetime.date(2002, 6, 1),
        datetime.datetime(2002, 6, 1),
        decimal.Decimal(16),
        complex(16),
        Silly(),
        object(),
        lambda: 16,
        iter([16]),
        SECRET,
        SECRET.encode(),
        [SECRET],
        {SECRET: SECRET},
        (16,),
        -1,
        121,
        10**30,
        True,
        "16",
        "\ud800",
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_that_fits_nowhere_is_refused_at_its_place(value):
    for name in ("age_years", "documents"):
        with pytest.raises(InvalidRecordError) as refused:
            STANDARD.evaluate({"facts": {name: value}})
        error = refused.value
        if value != "\ud800":
            assert [problem.path for problem in error.errors] == [f"/facts/{name}"]
        shown(error)
        report = STANDARD.validate({"facts": {name: value}})
        assert report.errors == error.errors


@pytest.mark.parametrize("value", [{1}, b"", float("nan"), "facts", 0, Silly(), object(), (x for x in "")], ids=lambda v: type(v).__name__)
@pytest.mark.parametrize("key", ["facts", "declined", "conduct", "reference"])
def test_a_part_that_fits_nowhere_is_refused_at_its_place(key, value):
    with pytest.raises(InvalidRecordError) as refused:
        STANDARD.evaluate({key: value})
    assert [problem.path for problem in refused.value.errors] == [f"/{key}"]
    shown(refused.value)


def test_every_error_comes_at_once_beside_those_that_python_makes():
    with pytest.raises(InvalidRecordError) as refused:
        STANDARD.evaluate(
            {
                "facts": {"age_yaers": 1, "age_years": float("nan"), "time_given": {1}, "documents": "lost", 7: True},
                "declined": {"age_doubt"},
                "conduct": [{"code": "deported", "certainty": Silly()}],
                ("a", 1): None,
            }
        )
    places = [(problem.path, problem.code) for problem in refused.value.errors]
    assert places == [
        ("/facts/age_yaers", "unknown_fact"),
        ("/facts/age_years", "not_whole"),
        ("/facts/time_given", "wrong_type"),
        ("/facts/documents", "unknown_value"),
        ("/facts/#4", "unknown_fact"),
        ("/declined", "wrong_type"),
        ("/conduct/0/certainty", "wrong_type"),
        ("/#3", "unknown_key"),
    ]
    assert str(refused.value).count("\n") == len(places) - 1


@pytest.mark.parametrize("key", [7, True, None, 1.5, ("a",), b"age_years", Silly()], ids=lambda key: type(key).__name__)
def test_a_key_that_is_no_text_is_refused(key):
    with pytest.raises(InvalidRecordError) as refused:
        STANDARD.evaluate({"facts": {"age_years": 16, key: True}})
    assert [problem.path for problem in refused.value.errors] == ["/facts/#1"]
    shown(refused.value)


def test_circles_and_depth_are_refused():
    for value in (cycle(), deep()):
        with pytest.raises(InvalidRecordError) as refused:
            STANDARD.evaluate({"facts": {"age_years": value}})
        assert refused.value.errors[0].path == "/facts/age_years"
    record = {}
    record["facts"] = record
    with pytest.raises(InvalidRecordError):
        STANDARD.evaluate(record)


@pytest.mark.parametrize("record", [None, 1, [], (), b"{}", bytearray(b"{}"), Silly(), {1}, Status.PRESUMED.value.encode()])
def test_what_is_no_record_is_a_type_error(record):
    calls = [STANDARD.evaluate, STANDARD.evaluate_compact, STANDARD.validate, STANDARD.questions]
    for call in [*calls, lambda record: STANDARD.explain(record, "status"), IntakeRecord]:
        with pytest.raises(TypeError) as refused:
            call(record)
        assert SECRET not in str(refused.value)
    for call in (STANDARD.evaluate_json, STANDARD.validate_json, IntakeRecord.from_json, Standard.from_json):
        with pytest.raises(TypeError):
            call(record)


def test_texts_that_are_no_record_are_refused():
    for text in ("", " ", "{", "null", "[]", "\0", "{}{}", '"' + SECRET, SECRET, "\ud800", '{"facts":{"age_years":\ud800}}'):
        for call in (STANDARD.evaluate_json, STANDARD.evaluate, STANDARD.evaluate_compact_json, STANDARD.questions_json):
            with pytest.raises(InvalidRecordError) as refused:
                call(text)
            shown(refused.value)
        assert STANDARD.validate(text).errors == STANDARD.validate(IntakeRecord.from_json(text)).errors != ()


def test_half_of_a_surrogate_pair_is_refused_as_what_it_stands_for():
    with pytest.raises(InvalidRecordError) as refused:
        STANDARD.evaluate_json('{"facts":\n {"documents":"é\udc00"}}')
    assert "line 2, column" in str(refused.value)
    with pytest.raises(InvalidRuleSetError):
        Standard.from_json('"\ud800"')
    with pytest.raises(InvalidDateError):
        STANDARD.is_in_force("\ud800")
    with pytest.raises(UnknownConclusionError):
        STANDARD.explain({}, "\ud800")
    assert STANDARD.text("\ud800") is STANDARD.fact("\ud800") is None


def test_a_huge_text_is_refused_and_the_next_one_is_not():
    for text in ("{" + " " * (1 << 21) + "}", "[" * (1 << 22), "9" * (1 << 22)):
        with pytest.raises(InvalidRecordError) as refused:
            STANDARD.evaluate_json(text)
        assert [problem.code for problem in refused.value.errors] == ["too_large"]
    with pytest.raises(InvalidRecordError):
        STANDARD.evaluate({"facts": {f"fact_{number}": True for number in range(200_000)}})
    assert STANDARD.evaluate_json("{}").startswith('{"standard":')


def test_what_python_has_beside_dicts_of_texts_is_understood():
    plain = {"facts": {"age_years": 16, "documents": "none", "time_given": None}, "conduct": [], "declined": ["age_doubt"]}
    expected = STANDARD.evaluate(plain)
    facts = types.MappingProxyType({Text("age_years"): Number.SIXTEEN, "documents": Text("none"), "time_given": None})
    other = types.MappingProxyType({"facts": facts, "conduct": (), "declined": ("age_doubt",)})
    assert STANDARD.evaluate(other) == expected
    assert STANDARD.evaluate(IntakeRecord(plain)) == expected
    assert STANDARD.evaluate(IntakeRecord.from_json(json.dumps(plain))) == expected
    assert STANDARD.evaluate(json.dumps(plain)) == expected
    event = {"code": "deported", "certainty": Certainty.PLANNED}
    assert STANDARD.evaluate({"conduct": [event]}).pending[0].certainty is Certainty.PLANNED


def test_a_record_shows_no_fact_and_is_not_changed_from_outside():
    facts = {"age_years": 16, "reference_like": SECRET}
    record = IntakeRecord({"facts": facts})
    text = record.to_json()
    facts["age_years"] = 17
    assert record.to_json() == text and SECRET in text
    for seen in (repr(record), str(record), f"{record}", f"{record!r}", "%s" % record, repr([record])):
        assert SECRET not in seen and "age" not in seen
    assert pickle.loads(pickle.dumps(record)) == record == copy.deepcopy(record)
    assert len({record, copy.copy(record)}) == 1


def test_what_comes_out_is_plain_data():
    decision = STANDARD.evaluate({"facts": {"age_years": 16, "ind_afraid_of_controller": True}})
    assert decision.status is Status.PRESUMED and decision.status == "presumed" and str(decision.status) == "presumed"
    assert "Conclusion(id='" in repr(decision) and "16" not in repr(decision.conclusions)
    with pytest.raises(AttributeError):
        decision.status = Status.IDENTIFIED
    assert pickle.loads(pickle.dumps(decision)) == decision == copy.deepcopy(decision)
    assert hash(decision) == hash(copy.deepcopy(decision))
    assert json.loads(decision.to_json())["status"] == "presumed"


def shown(error):
    """No text of an error shows a value, nor does any error behind it."""
    while error is not None:
        assert SECRET not in str(error) + repr(error), type(error)
        assert not isinstance(error, (UnicodeError, RecursionError)), "holds what was handed over"
        error = error.__cause__ or error.__context__
