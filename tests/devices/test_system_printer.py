"""The printers of the computer, by a stand-in for the command that knows them."""

import os
from pathlib import Path

import pytest

from otop_pos.devices.paper_folder import check_folder
from otop_pos.devices.system_printer import list_printers
from otop_pos.domain.errors import FolderUnwritable


@pytest.fixture
def lpstat(tmp_path: Path, monkeypatch):
    def pretend(script: str) -> None:
        command = tmp_path / "lpstat"
        command.write_text(f"#!/bin/sh\n{script}\n")
        command.chmod(0o755)

    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return pretend


def test_printers_are_listed_by_name(lpstat):
    lpstat('test "$1" = -e && printf "HP\\nEPSON_TM-T82\\n"')
    assert list_printers() == ("EPSON_TM-T82", "HP")


def test_no_print_system_is_no_printer_and_no_error(lpstat, monkeypatch, tmp_path):
    lpstat("exit 1")
    assert list_printers() == ()
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    assert list_printers() == ()


def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    assert check_folder(tmp_path / "a" / "b").is_dir()
    assert not list((tmp_path / "a" / "b").iterdir())
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderUnwritable):
        check_folder(tmp_path / "file" / "b")
