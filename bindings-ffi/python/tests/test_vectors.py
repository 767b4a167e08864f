"""Every vector, byte for byte: from JSON text and from a dict, by the embedded and by the loaded standard."""

import json

import pytest
from workspace import published, text_of, vector_files

from palermo import About, InvalidRecordError, Standard


@pytest.fixture(scope="module", params=["embedded", "loaded"])
def standard(request):
    return Standard.see_2002() if request.param == "embedded" else Standard.from_json(published())


@pytest.fixture(scope="module")
def files(standard):
    files = vector_files()
    for file in files:
        identity = standard.identity()
        assert json.loads(identity.to_json()) == file["standard"]
        assert (identity.id, identity.version, identity.digest) == (standard.id, standard.version, standard.digest)
    return files


def places(problems):
    return [{"path": problem.path, "code": problem.code} for problem in problems]


def first_difference(expected, found):
    if expected == found:
        return None
    pairs = enumerate(zip(expected.encode(), found.encode()))
    at = next((place for place, (one, other) in pairs if one != other), min(len(expected), len(found)))
    return f"differs from byte {at}: {expected[at : at + 40]!r} is expected, not {found[at : at + 40]!r}"


def from_text(standard, vector):
    """What is wrong with what comes of the text of a vector."""
    text = text_of(vector)
    report = json.loads(standard.validate_json(text))
    if "errors" in vector:
        for evaluate in (standard.evaluate_json, standard.evaluate_compact_json, standard.evaluate):
            try:
                evaluate(text)
            except InvalidRecordError as error:
                if places(error.errors) != vector["errors"]:
                    yield f"{vector['errors']} is expected, not {places(error.errors)}"
            else:
                yield "is not refused"
        found = [{"path": one["path"], "code": one["code"]} for one in report["errors"]]
        if found != vector["errors"] or report["warnings"] or report["advice"]:
            yield "its report has not these errors alone"
        return
    # The short way and the way through the types have to give the same bytes.
    for name, found in [
        ("decision", [standard.evaluate_json(text), standard.evaluate(text).to_json()]),
        ("compact", [standard.evaluate_compact_json(text), standard.evaluate_compact(text).to_json()]),
        (
            "status_questions",
            [
                standard.questions_json(text, About.STATUS),
                "[" + ",".join(one.to_json() for one in standard.questions(text, About.STATUS)) + "]",
            ],
        ),
    ]:
        if name in vector:
            for one in found:
                if difference := first_difference(vector[name], one):
                    yield f"{name} {difference}"
    if "explanation" in vector:
        subject = vector["subject"]
        for one in (standard.explain_json(text, subject), standard.explain(text, subject).to_json()):
            if difference := first_difference(vector["explanation"], one):
                yield f"explanation {difference}"
    if "report" in vector:
        found = {
            name: [{"path": one["path"], "code": one["code"]} for one in report[name]] for name in ("warnings", "advice")
        }
        if found != vector["report"] or report["errors"]:
            yield "report differs"


def from_dict(standard, vector):
    """What is wrong with what comes of a vector as a dict."""
    record = json.loads(text_of(vector))
    before = json.dumps(record)
    report = standard.validate(record)
    if "errors" in vector:
        try:
            standard.evaluate(record)
        except InvalidRecordError as error:
            if places(error.errors) != vector["errors"]:
                yield f"{vector['errors']} is expected of the dict, not {places(error.errors)}"
        else:
            yield "is not refused as a dict"
        if places(report.errors) != vector["errors"]:
            yield "its report as a dict has other errors"
    else:
        found = {"warnings": places(report.warnings), "advice": places(report.advice)}
        if report.errors or found != vector.get("report", found):
            yield "report of the dict differs"
        if "decision" in vector and (difference := first_difference(vector["decision"], standard.evaluate(record).to_json())):
            yield f"decision of the dict {difference}"
        if "compact" in vector and vector["compact"] != standard.evaluate_compact(record).to_json():
            yield "short form of the dict differs"
        if "explanation" in vector and vector["explanation"] != standard.explain(record, vector["subject"]).to_json():
            yield "explanation of the dict differs"
    if json.dumps(record) != before:
        yield "the dict was changed"


def test_every_vector(standard, files):
    count, as_dict, wrong = 0, 0, []
    for file in files:
        for vector in file["vectors"]:
            count += 1
            wrong.extend(f"{vector['id']}: {one}" for one in from_text(standard, vector))
            if "text_only" not in vector["flags"]:
                as_dict += 1
                wrong.extend(f"{vector['id']}: {one}" for one in from_dict(standard, vector))
    assert not wrong, f"{len(wrong)} differences:\n" + "\n".join(wrong[:50])
    print(f"{count} vectors, {as_dict} of them as a dict too")
    assert count == sum(file["count"] for file in files)
