"""Measures what the table of the bindings shows, and prints it in the line that `cargo xtask test-bindings` reads."""

import json
import platform
import statistics
import subprocess
import sys
import time

from test_process import memory_slope
from workspace import records, vector_files

from palermo import Standard

ROUNDS = 21


def microseconds(call, inputs, calls):
    """The median over rounds of the mean over the inputs."""
    rounds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for _ in range(calls):
            for one in inputs:
                call(one)
        rounds.append((time.perf_counter() - begun) / calls / len(inputs) * 1e6)
    return statistics.median(rounds)


def first_decision():
    """Milliseconds from a running interpreter without the package to its first decision; the best of some processes."""
    code = (
        "import time; begun = time.perf_counter(); import palermo; "
        "palermo.Standard.see_2002().evaluate_json('{}'); print((time.perf_counter() - begun) * 1000)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(5)]
    return min(float(run.stdout) for run in runs)


def main():
    standard = Standard.see_2002()
    texts = records()
    plain = [json.loads(text) for text in texts]
    empty = microseconds(lambda _: standard._standard.version(), texts, 500)
    report = {
        "runtime": f"Python {platform.python_version()}",
        "vectors": sum(file["count"] for file in vector_files()),
        "microseconds": {
            "empty_call": empty,
            "json_text": microseconds(standard.evaluate_json, texts, 200),
            "plain_data": microseconds(standard.evaluate, plain, 30),
        },
        "first_decision_milliseconds": first_decision(),
        "bytes_per_evaluation": memory_slope(lambda standard, text, _: standard.evaluate_json(text), 50_000),
    }
    print(f"palermo-measured: {json.dumps(report)}")


main()
