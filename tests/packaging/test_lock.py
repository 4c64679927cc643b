"""The two lock files: exact, hashed, in step with each other and with pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
PINNED = re.compile(r"^(?P<requirement>[A-Za-z0-9].*?) \\$", re.MULTILINE)


def pins(name: str) -> dict[str, Requirement]:
    text = (PACKAGING / name).read_text(encoding="utf-8")
    requirements = [Requirement(line) for line in PINNED.findall(text)]
    return {canonicalize_name(each.name): each for each in requirements}


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_program_runs_on_the_versions_it_is_tested_with():
    run, tested = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {name: str(pin.specifier) for name, pin in run.items()} == {
        name: str(tested[name].specifier) for name in run
    }


def test_what_the_project_asks_for_is_locked_in_a_fitting_version(project):
    groups = project["dependency-groups"]
    wanted = {
        "requirements.txt": [*project["project"]["dependencies"], *groups["build"]],
        "requirements-dev.txt": [each for each in groups["dev"] if isinstance(each, str)],
    }
    for lock, requirements in wanted.items():
        locked = pins(lock)
        for each in map(Requirement, requirements):
            version = str(locked[canonicalize_name(each.name)].specifier).removeprefix("==")
            assert each.specifier.contains(version), f"{each} is locked as {version}"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_exact_and_hashed(name):
    text = (PACKAGING / name).read_text(encoding="utf-8")
    blocks = [block for block in re.split(r"\n(?=[A-Za-z0-9])", text) if block.strip()]
    assert blocks
    assert [block.splitlines()[0] for block in blocks if "==" not in block or "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_no_lock_names_the_place_it_was_fetched_from(name):
    text = (PACKAGING / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text)


def test_building_needs_nothing_that_is_not_locked(project):
    locked = pins("requirements.txt")
    assert all(Requirement(each).name in locked for each in project["build-system"]["requires"])
