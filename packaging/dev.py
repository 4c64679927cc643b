"""Everything one does with a checkout, with nothing installed but Python: python3 packaging/dev.py run

Standard library only. The other files in this folder hold the parts: machine.py what the computer must
offer, environment.py the .venv, translation.py (run inside the .venv) the texts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from environment import ROOT, RUN, TEST, Environment
from machine import OLDEST, Stop, has_display, need_libraries, newer_python, want_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DEMO_FOLDER = ROOT / "build" / "demo"


def run(arguments: Sequence[str]) -> int:
    """open the program (without a display: trade in a demo shop and say where its papers are)"""
    wants_window = not arguments or arguments[0].startswith("-")
    if wants_window and not has_display():
        return _run_without_display()
    environment = _prepared(RUN)
    need_libraries(window=wants_window)
    return environment.run("-m", "otop_pos", *arguments)


def _run_without_display() -> int:
    print("There is no display here to open a window on, so a demo shop trades instead.", flush=True)
    code = demo([])
    if code == 0:
        print(f"Its papers and files for head office are in {DEMO_FOLDER}")
    return code


def demo(arguments: Sequence[str]) -> int:
    """some days of a demo shop, from deliveries to the files for head office (--out FOLDER …)"""
    if not any(each.startswith("--out") for each in arguments):
        shutil.rmtree(DEMO_FOLDER, ignore_errors=True)
        arguments = ["--out", str(DEMO_FOLDER), *arguments]
    environment = _prepared(RUN)
    need_libraries(window=False)
    variables = {} if has_display() else {"QT_QPA_PLATFORM": "offscreen"}
    return environment.run("-m", "otop_pos", "demo", *arguments, **variables)


def test(arguments: Sequence[str]) -> int:
    """check, then all tests (arguments go to pytest)"""
    checked = check([])
    if checked:
        print("\nA check failed (see above); the tests run all the same.", flush=True)
    need_libraries(window=False)
    want_keys()
    is_said = any(each.startswith(("-n", "--numprocesses")) for each in arguments)
    parallel = [] if is_said or os.cpu_count() == 1 else ["-n", "2"]
    tested = Environment().run("-m", "pytest", *parallel, *arguments, QT_QPA_PLATFORM="offscreen")
    return tested or checked


def check(_arguments: Sequence[str]) -> int:
    """lint, format, types and the direction of imports"""
    environment = _prepared(TEST)
    lint_imports = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    commands = (
        ("-m", "ruff", "check"),
        ("-m", "ruff", "format", "--check"),
        ("-m", "mypy"),
        ("-c", lint_imports, "--no-logo"),
    )
    codes = [environment.run(*command) for command in commands]
    return next(filter(None, codes), 0)


def setup(arguments: Sequence[str]) -> int:
    """make or repair .venv (--dev: with the tools for tests)"""
    environment = _prepared(TEST if "--dev" in arguments else RUN)
    try:
        need_libraries(window=has_display())
    except Stop as missing:
        print(missing)
    print(f"Ready: {environment.scripts / 'otop-pos'}")
    return 0


def build(_arguments: Sequence[str]) -> int:
    """a wheel with everything in it, in dist/"""
    arguments = ["--no-deps", "--no-index", "--no-build-isolation", "--quiet", "--wheel-dir", "dist", "."]
    code = _prepared(RUN).run("-m", "pip", "wheel", *arguments)
    if code == 0:
        print(*sorted((ROOT / "dist").glob("*.whl")), sep="\n")
    return code


def translate(_arguments: Sequence[str]) -> int:
    """new texts of the code into the Thai catalogue, then compile it"""
    return _prepared(RUN).run("packaging/translation.py", "update")


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "demo": demo,
    "test": test,
    "check": check,
    "setup": setup,
    "build": build,
    "wheel": build,
    "translate": translate,
}


def _prepared(lock: str) -> Environment:
    environment = Environment()
    environment.prepare(lock)
    return environment


def _usage() -> str:
    rows = [f"  {name:<10} {command.__doc__}" for name, command in COMMANDS.items()]
    return "\n".join(["Usage: python3 packaging/dev.py COMMAND [ARGUMENTS]", "", *rows])


def main(arguments: Sequence[str]) -> int:
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print(_usage())
        return 0 if arguments[:1] in (["help"], ["--help"], ["-h"]) else 2
    try:
        if sys.version_info < OLDEST:
            return subprocess.call([newer_python(), __file__, *arguments])
        return command(arguments[1:])
    except Stop as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
