"""Where the tests find what they share with the other runtimes. `places.json` is written by `cargo xtask test-bindings`."""

import json
from pathlib import Path

_PLACES = json.loads((Path(__file__).parent / "places.json").read_text("utf-8"))
WORKSPACE = Path(_PLACES["workspace"])
# The package as it is built with a function that panics.
PANICKING = Path(_PLACES["panicking"])


def records():
    """The JSON texts of the records by which speed is measured."""
    return [path.read_text("utf-8") for path in sorted((WORKSPACE / "tests/benches/records").glob("*.json"))]


def published():
    """The published rule set of the version that is embedded: the last one of its id in the lock."""
    lock = (WORKSPACE / "rules/published/LOCK").read_text("utf-8")
    versions = [line.split()[1] for line in lock.splitlines() if line.startswith("see-2002 ")]
    return (WORKSPACE / f"rules/published/see-2002-{versions[-1]}.json").read_text("utf-8")


def vector_files():
    """The files of vectors, each checked as tests/vectors/README.md asks."""
    files, ids = [], set()
    for path in sorted((WORKSPACE / "tests/vectors").glob("*.json")):
        if path.name == "schema.json":
            continue
        file = json.loads(path.read_text("utf-8"))
        assert file.keys() == {"format", "about", "standard", "flags", "count", "vectors"}, path.name
        assert file["format"] == 1, path.name
        assert file["count"] == len(file["vectors"]) > 0, path.name
        for vector in file["vectors"]:
            assert vector["id"] not in ids, vector["id"]
            ids.add(vector["id"])
            assert set(vector["flags"]) <= file["flags"].keys(), vector["id"]
            _check(vector)
        files.append(file)
    assert files, "there are no vectors"
    return files


_ALWAYS = {"id", "about", "flags"}
_VALID = {"decision", "compact", "subject", "explanation", "status_questions", "report"}


def _check(vector):
    members = vector.keys() - _ALWAYS
    text = members & {"record", "record_parts"}
    assert _ALWAYS <= vector.keys() and len(text) == 1, vector["id"]
    rest = members - text
    assert rest == {"errors"} or (rest and rest <= _VALID), vector["id"]
    assert ("subject" in rest) == ("explanation" in rest), vector["id"]
    for part in vector.get("record_parts", []):
        assert part.keys() == {"text", "times"}, vector["id"]


def text_of(vector):
    """The text that a vector hands over."""
    if "record" in vector:
        return vector["record"]
    return "".join(part["text"] * part["times"] for part in vector["record_parts"])
