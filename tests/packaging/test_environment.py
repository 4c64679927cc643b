"""The .venv is whole or is made anew; failures end in a sentence."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from environment import RUN, TEST, Environment, explain
from machine import Stop

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(tmp_path) -> Environment:
    """A checkout whose .venv is this session's Python, stamped as complete for the program alone."""
    (tmp_path / "packaging").mkdir()
    for name in ("pyproject.toml", f"packaging/{RUN}", f"packaging/{TEST}"):
        shutil.copy(ROOT / name, tmp_path / name)
    environment = Environment(tmp_path)
    environment.scripts.mkdir(parents=True)
    environment.python = Path(sys.executable)
    stamped(environment, RUN)
    return environment


def stamped(environment: Environment, lock: str) -> None:
    stamp = {"lock": lock, "fingerprint": environment.fingerprint(), "root": str(environment.root)}
    environment.stamp.write_text(json.dumps(stamp))


def test_a_complete_one_is_left_alone(checkout):
    assert checkout.is_ready(RUN)


def test_the_one_for_tests_also_runs_the_program_but_not_the_other_way_round(checkout):
    assert not checkout.is_ready(TEST)
    stamped(checkout, TEST)
    assert checkout.is_ready(RUN)


@pytest.mark.parametrize("name", [f"packaging/{RUN}", f"packaging/{TEST}"])
def test_a_changed_lock_is_installed(checkout, name):
    with (checkout.root / name).open("a") as file:
        file.write("another==1.0\n")
    assert not checkout.is_ready(RUN)


def test_a_changed_lint_rule_installs_nothing(checkout):
    project = checkout.root / "pyproject.toml"
    project.write_text(project.read_text(encoding="utf-8").replace("line-length = 120", "line-length = 99"))
    assert checkout.is_ready(RUN)


@pytest.mark.parametrize("stamp", ["", "[]", '{"lock"', "{}"])
def test_a_stamp_that_was_cut_off_counts_as_none(checkout, stamp):
    checkout.stamp.write_text(stamp)
    assert not checkout.is_ready(RUN)


def test_a_copied_checkout_gets_its_own(checkout, tmp_path_factory):
    copy = tmp_path_factory.mktemp("copy") / "checkout"
    shutil.copytree(checkout.root, copy)
    assert not Environment(copy).is_ready(RUN)


def test_one_whose_python_went_away_is_not_ready(checkout):
    checkout.python = checkout.scripts / "python-of-before-the-upgrade"
    assert not checkout.is_ready(RUN)


def test_a_folder_that_is_somebody_elses_is_not_deleted(checkout):
    checkout.stamp.unlink()
    (checkout.folder / "letters.txt").write_text("dear …")
    with pytest.raises(Stop, match="is not a virtual environment"):
        checkout.prepare(RUN)
    assert (checkout.folder / "letters.txt").exists()


def test_a_folder_that_cannot_be_written_is_said_before_anything_starts(checkout, monkeypatch):
    checkout.stamp.unlink()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(Stop, match="cannot be written"):
        checkout.prepare(RUN)


def test_a_failed_installation_leaves_no_stamp_and_says_why(checkout, monkeypatch):
    def fails(command, **_options):
        return subprocess.CompletedProcess(command, 1, stderr="connection broken by 'NewConnectionError'")

    stamped(checkout, TEST)
    with (checkout.root / "packaging" / RUN).open("a") as file:
        file.write("another==1.0\n")
    monkeypatch.setattr("environment.runs", lambda python, code: True)
    monkeypatch.setattr(subprocess, "run", fails)
    with pytest.raises(Stop, match="Go online"):
        checkout.prepare(RUN)
    assert not checkout.stamp.exists()


def test_other_pythons_packages_stay_out(checkout, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    variables = checkout.variables(QT_QPA_PLATFORM="offscreen")
    assert not {"PYTHONPATH", "PYTHONHOME"} & set(variables)
    assert variables["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("WARNING: Retrying … after connection broken by 'NewConnectionError(…)'\nERROR: No matching", "Go online"),
        ("ERROR: No matching distribution found for pyside6==6", "no ready-made package"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "differs from the one that was locked"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("PermissionError: [Errno 13] Permission denied: '/x'", "owner of this folder"),
        ("something nobody thought of", "pip's last words"),
    ],
)
def test_what_pip_says_becomes_a_sentence(said, sentence):
    assert sentence in explain(said)
