"""A wheel is the whole program: code, texts in both forms, icons; and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ("-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")


@pytest.fixture(scope="module")
def names(tmp_path_factory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, *COMMAND, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        return set(file.namelist())


def test_the_resources_lie_inside_the_package(names):
    locale = "otop_pos/resources/locale/th/LC_MESSAGES/otop_pos"
    assert {"otop_pos/__main__.py", f"{locale}.po", f"{locale}.mo"} <= names


def test_every_file_of_the_package_is_there(names):
    assert {str(path.relative_to(ROOT).as_posix()) for path in (ROOT / "otop_pos").rglob("*.py")} <= names


def test_tests_tools_and_pictures_of_the_readme_stay_at_home(names):
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"otop_pos"}
    assert not [name for name in names if name.endswith(".png")]
