"""What the computer must offer, and the sentence when it does not."""

import os
import sys

import pytest

import machine
from machine import Stop


@pytest.fixture
def plain_user(monkeypatch):
    """Debian, without the right to install anything."""
    monkeypatch.setattr(machine, "root_prefix", lambda: None)
    monkeypatch.setattr(machine.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)


def test_without_a_newer_python_it_says_which_one_is_needed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Stop, match=r"needs Python 3\.11 or newer; this is Python 3\.\d+"):
        machine.newer_python()


def test_a_name_on_the_path_that_does_not_start_is_passed_over(monkeypatch, tmp_path):
    for name, script in {"python3.13": "exit 127", "python3.12": f'exec "{sys.executable}" "$@"'}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert machine.newer_python() == str(tmp_path / "python3.12")


def test_a_python_that_cannot_make_a_venv_names_the_package_that_can(monkeypatch, plain_user):
    monkeypatch.setattr(machine, "runs", lambda python, code: False)
    version = "{}.{}".format(*sys.version_info)
    with pytest.raises(Stop, match=f"sudo apt-get install .*python{version}-venv"):
        machine.need_venv_module(sys.executable)


def test_this_python_can_make_a_venv():
    machine.need_venv_module(sys.executable)


def test_missing_libraries_are_named_as_packages(monkeypatch, plain_user):
    monkeypatch.setattr(machine, "needed_packages", lambda window: {"libno-such.so.9": "libno-such9"})
    with pytest.raises(Stop, match=r"sudo apt-get install .* libno-such9$"):
        machine.need_libraries(window=True)


def test_the_hands_for_real_keys_are_installed_where_that_is_allowed(monkeypatch):
    installed = []
    monkeypatch.setattr(machine.sys, "platform", "linux")
    monkeypatch.setattr(machine, "loads", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setattr(machine.shutil, "which", lambda name: None)
    monkeypatch.setattr(machine, "apt_install", lambda packages: installed.extend(packages) or True)
    machine.want_keys()
    assert installed == ["libxcb-cursor0", "x11-xkb-utils", "xdotool", "xvfb"]


def test_missing_hands_are_named_and_stop_no_other_test(monkeypatch, plain_user, capsys):
    monkeypatch.setattr(machine.sys, "platform", "linux")
    monkeypatch.setattr(machine, "loads", lambda library: True)
    machine.want_keys()
    assert "sudo apt-get install -y --no-install-recommends x11-xkb-utils xdotool xvfb\n" in capsys.readouterr().out


def test_hands_that_are_there_are_not_talked_about(monkeypatch, capsys):
    monkeypatch.setattr(machine, "loads", lambda library: True)
    monkeypatch.setattr(machine.shutil, "which", lambda name: f"/usr/bin/{name}")
    machine.want_keys()
    assert capsys.readouterr().out == ""


def test_elsewhere_nothing_is_asked_of_apt(monkeypatch, capsys):
    monkeypatch.setattr(machine.sys, "platform", "darwin")
    monkeypatch.setattr(machine, "loads", lambda library: False)
    monkeypatch.setattr(machine, "apt_install", None)
    machine.want_keys()
    assert "on Linux only" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("variables", "window", "asked", "not_asked"),
    [
        ({"DISPLAY": ":0"}, True, "libxcb-cursor0", "libwayland-cursor0"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, True, "libxcb-cursor0", "libwayland-cursor0"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, "libwayland-cursor0", "libxcb-cursor0"),
        ({"DISPLAY": ":0"}, False, "libgl1", "libxcb-cursor0"),
        ({}, True, "libgl1", "libxcb-cursor0"),
    ],
)
def test_only_what_this_display_needs_is_asked_for(monkeypatch, variables, window, asked, not_asked):
    monkeypatch.setattr(machine.sys, "platform", "linux")
    monkeypatch.setattr(machine.os, "environ", variables)
    packages = machine.needed_packages(window).values()
    assert asked in packages
    assert not_asked not in packages


@pytest.mark.parametrize(
    ("platform", "variables", "shows"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "vnc"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_display_is_recognised(monkeypatch, platform, variables, shows):
    monkeypatch.setattr(machine.sys, "platform", platform)
    monkeypatch.setattr(machine.os, "environ", variables)
    assert machine.has_display() is shows


def test_root_needs_no_sudo(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert machine.root_prefix() == []
