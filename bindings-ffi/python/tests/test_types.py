"""What a type checker sees: right use passes, every wrong use is found at its line, and the package itself is clean."""

import pkgutil
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def checked(*arguments):
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=HERE)


def test_right_use_passes_and_so_does_the_package():
    done = checked("typed_use.py")
    assert done.returncode == 0, done.stdout
    import palermo

    modules = [one.name for one in pkgutil.iter_modules(palermo.__path__, "palermo.") if not one.ispkg]
    assert len(modules) > 5
    done = checked(*(argument for name in ["palermo", *modules] for argument in ("-m", name)))
    assert done.returncode == 0, done.stdout


def test_wrong_use_is_found_at_its_line():
    source = (HERE / "typed_misuse.py").read_text("utf-8").splitlines()
    expected = {number for number, line in enumerate(source, 1) if line.endswith("# wrong")}
    assert len(expected) > 10
    done = checked("typed_misuse.py")
    found = {int(number) for number in re.findall(r"^typed_misuse\.py:(\d+): error:", done.stdout, re.MULTILINE)}
    assert found == expected, done.stdout


def test_right_use_runs():
    done = subprocess.run([sys.executable, HERE / "typed_use.py"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_everything_public_is_documented():
    import palermo

    public = [name for name in palermo.__all__]
    assert len(public) == len(set(public))
    for name in public:
        thing = getattr(palermo, name)
        if isinstance(thing, type):
            assert thing.__doc__ and not thing.__doc__.startswith(f"{name}("), name
            for member, value in vars(thing).items():
                if not member.startswith("_") and (callable(value) or isinstance(value, (property, classmethod))):
                    assert value.__doc__, f"{name}.{member}"
