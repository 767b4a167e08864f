"""What happens to the process: threads, a panic inside, memory, a library that is not the right one."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from workspace import PANICKING, records

import palermo
from palermo import InvalidRecordError, Standard

PACKAGE = Path(palermo.__file__).parent


def run(code, path=None):
    environment = {**os.environ, "PYTHONPATH": str(path)} if path else dict(os.environ)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)


def test_it_is_the_installed_package():
    assert "site-packages" in PACKAGE.parts
    assert not hasattr(palermo._native, "panic_inside")


def test_threads_share_a_standard():
    standard = Standard.see_2002()
    texts = records()
    expected = [standard.evaluate_json(text) for text in texts]
    plain = [json.loads(text) for text in texts]
    failed = []
    start = threading.Barrier(8)

    def work():
        try:
            start.wait()
            for _ in range(100):
                assert [standard.evaluate_json(text) for text in texts] == expected
                assert standard.evaluate(plain[0]).to_json() == expected[0]
                with pytest.raises(InvalidRecordError):
                    standard.evaluate({"facts": {"no": 1}})
        except BaseException as error:  # every failure counts, and has to be seen from outside
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed


def test_a_panic_inside_ends_the_call_and_not_the_process():
    code = """
import palermo
try:
    palermo._native.panic_inside()
except palermo.InternalError:
    print("caught", palermo.Standard.see_2002().evaluate({}).status)
"""
    done = run(code, PANICKING)
    assert done.stdout.strip() == "caught undetermined", done.stderr


def test_memory_stays_flat():
    grown = memory_slope(lambda standard, text, plain: standard.evaluate_json(text), 50_000)
    # A page now and then is noise; a text that stays for each call would be a hundred times as much.
    assert grown < 40, f"{grown} bytes for each evaluation of JSON text"
    grown = memory_slope(lambda standard, text, plain: standard.evaluate(plain), 10_000)
    assert grown < 200, f"{grown} bytes for each evaluation of a dict"
    grown = memory_slope(lambda standard, text, plain: refused(standard), 10_000)
    assert grown < 200, f"{grown} bytes for each refusal"


def refused(standard):
    try:
        standard.evaluate_json('{"facts":{"age_yaers":1,"time_given":[]}}')
    except InvalidRecordError:
        return
    raise AssertionError("it was not refused")


def memory_slope(call, times):
    """Bytes by which the process grows for each call, after warm-up."""
    standard = Standard.see_2002()
    text = records()[0]
    plain = json.loads(text)
    for _ in range(times // 5):
        call(standard, text, plain)
    before = resident()
    for _ in range(times):
        call(standard, text, plain)
    return (resident() - before) / times


def resident():
    """The memory of the process in bytes."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except FileNotFoundError:
        import resource

        # The greatest there was, which grows all the same where something stays.
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024


def test_a_library_of_another_version_is_refused(tmp_path):
    copy = tmp_path / "palermo"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    generated = copy / "_native" / "palermo.py"
    source = generated.read_text("utf-8")
    changed, count = re.subn(r"(checksum_method_standard_evaluate_json\(\) != )\d+", r"\g<1>1", source)
    assert count == 1
    generated.write_text(changed, "utf-8")
    done = run("import palermo", tmp_path)
    assert done.returncode != 0 and "checksum mismatch" in done.stderr
    generated.write_text(source, "utf-8")
    assert run("import palermo; print(palermo.__file__)", tmp_path).stdout.startswith(str(tmp_path))


def test_a_broken_library_is_refused(tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "palermo", ignore=shutil.ignore_patterns("__pycache__"))
    library = next(path for path in (tmp_path / "palermo/_native").iterdir() if "palermo_ffi" in path.name)
    library.write_bytes(b"no library")
    done = run("import palermo", tmp_path)
    assert done.returncode != 0 and "OSError" in done.stderr
