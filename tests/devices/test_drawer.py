"""One pulse for the drawer; a drawer that does not answer is said in time."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from otop_pos.devices.drawer import PULSE, TIME_LIMIT_S, open_drawer
from otop_pos.domain.errors import DrawerSilent
from tests.devices.fake_drawer import closed_port, hanging_drawer, working_drawer


def test_one_pulse_goes_over_the_network() -> None:
    with working_drawer() as drawer:
        open_drawer(drawer.target)
        _wait(lambda: len(drawer.pulses) == 1)
    assert drawer.pulses == [b"\x1bp\x00\x19\xfa"]


def test_one_pulse_goes_to_a_device_file(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    os.mkfifo(device)
    reader = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    open_drawer(str(device))
    assert os.read(reader, 64) == PULSE
    os.close(reader)


def test_no_drawer_is_no_error() -> None:
    open_drawer("")


def test_a_drawer_that_hangs_is_given_up_in_time() -> None:
    with hanging_drawer() as target:
        began = time.monotonic()
        with pytest.raises(DrawerSilent) as refusal:
            open_drawer(target)
    assert time.monotonic() - began < TIME_LIMIT_S + 1
    assert target in refusal.value.sentence


def test_where_nobody_listens_it_is_said_at_once() -> None:
    with pytest.raises(DrawerSilent):
        open_drawer(closed_port())


@pytest.mark.parametrize("target", ["tcp://", "tcp://127.0.0.1:seven", "tcp://127.0.0.1:99999", "a\0b"])
def test_a_target_that_is_none_is_refused(target: str) -> None:
    with pytest.raises(DrawerSilent):
        open_drawer(target)


def test_no_file_is_made_where_there_is_no_device(tmp_path: Path) -> None:
    with pytest.raises(DrawerSilent):
        open_drawer(str(tmp_path / "lp0"))
    assert list(tmp_path.iterdir()) == []


def test_a_device_that_is_off_is_not_waited_for(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    os.mkfifo(device)
    with pytest.raises(DrawerSilent):
        open_drawer(str(device))


def _wait(is_so: Callable[[], bool], limit_s: float = 5) -> None:
    until = time.monotonic() + limit_s
    while not is_so() and time.monotonic() < until:
        time.sleep(0.01)
