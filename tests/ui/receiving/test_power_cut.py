"""A count outlives the program: it is written down while it is typed."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from otop_pos.services.receiving import list_grns
from otop_pos.ui.receiving import ReceivingScreen
from tests.ui.hands import press, type_slowly
from tests.ui.receiving.conftest import SHAWL, SILK, WEAVER

ROOT = Path(__file__).resolve().parents[3]


def files(desk):
    return sorted(path.name for path in (desk.settings.papers / "begun").glob("*"))


def begun_again(backend, desk):
    """The screen of the next start of the program."""
    screen = ReceivingScreen(backend, desk)
    screen.arrive()
    return screen


def test_a_count_is_there_again_after_the_next_start(counted, backend, desk, qtbot):
    press(counted.window(), Qt.Key.Key_F6)
    type_slowly(counted.window(), "30/6/2570", enter=True)
    type_slowly(counted.window(), "K-5", enter=True)
    type_slowly(counted.window(), SILK, enter=True)
    type_slowly(counted.window(), "2.5")
    qtbot.waitUntil(lambda: files(desk) == [f"{WEAVER}.json"])
    (draft,) = begun_again(backend, desk).drafts.values()
    assert [line.product.sku for line in draft.lines] == [SHAWL, SILK]
    assert draft.delivery() == counted.delivery.draft.delivery()


def test_a_delivery_found_again_cannot_be_posted_twice(counted, backend, desk, shop):
    """The light went out after the delivery was saved and before its file was gone."""
    counted.keeper.write()
    before = len(shop.database.run(list_grns))
    press(counted.window(), Qt.Key.Key_F12)
    screen = begun_again(backend, desk)
    assert screen.drafts == {}
    assert len(shop.database.run(list_grns)) == before + 1


def test_the_same_key_posts_once_even_from_two_starts(counted, backend, desk, shop):
    counted.keeper.write()
    screen = begun_again(backend, desk)
    (draft,) = screen.drafts.values()
    before = len(shop.database.run(list_grns))
    screen.posting.post(draft)
    counted.posting.post(counted.delivery.draft)
    assert len(shop.database.run(list_grns)) == before + 1


def test_what_was_posted_leaves_no_file(counted, desk):
    counted.keeper.write()
    assert files(desk)
    press(counted.window(), Qt.Key.Key_F12)
    assert files(desk) == []


def test_a_delivery_emptied_and_left_leaves_no_file(counted, desk):
    counted.keeper.write()
    press(counted.window(), Qt.Key.Key_Delete)
    press(counted.window(), Qt.Key.Key_Escape)
    assert files(desk) == []


@pytest.mark.parametrize(
    "content",
    [
        "{half a fi",
        "[]",
        '{"producer": "CM-0099", "key": "", "lines": []}',
        '{"producer": "CM-0002", "key": "no uuid", "lines": []}',
        '{"producer": "CM-0002", "key": "", "lines": [{"sku": "P000099"}]}',
        '{"producer": "CM-0002", "key": "", "lines": ["P000003"]}',
    ],
)
def test_a_damaged_file_is_left_alone_and_stops_nobody(counted, backend, desk, content):
    counted.keeper.write()
    (desk.settings.papers / "begun/CM-0002.json").write_text(content, encoding="utf-8")
    screen = begun_again(backend, desk)
    assert [draft.producer.code for draft in screen.drafts.values()] == [WEAVER]
    assert "CM-0002.json" in files(desk)


def test_a_folder_that_cannot_be_written_stops_no_count(counted, desk):
    desk.settings.papers.parent.mkdir(parents=True, exist_ok=True)
    desk.settings.papers.write_text("a file where the folder should be", encoding="utf-8")
    counted.keeper.write()
    assert counted.message_bar.text() == ""
    type_slowly(counted.window(), SILK, enter=True)
    assert len(counted.delivery.draft.lines) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a word of POSIX")
def test_a_till_killed_in_the_middle_of_a_delivery_offers_it_again_whole_with_its_picture(
    shop, sqlite_path, backend, desk, shown
):
    """Another process counts, with real threads and files, and dies without a word."""
    command = (sys.executable, "-m", "tests.ui.receiving.counting_till", sqlite_path, desk.settings.papers)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = partial(subprocess.run, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=90, check=False)
    till = run([str(each) for each in command])
    assert till.returncode == -signal.SIGKILL, till.stderr
    desk.user = shop.manager
    screen = ReceivingScreen(backend, desk)
    window = shown(screen)
    assert not screen.producers.begun.isHidden()
    type_slowly(window, WEAVER, enter=True)
    shawl, silk = screen.delivery.draft.lines
    assert (shawl.goods.declared, shawl.goods.accepted, shawl.goods.reject_reason) == (12_000, 10_000, "ตะเข็บหลุด")
    assert screen.delivery.album.picture(shawl.goods.photo_id) is not None
    assert (silk.product.sku, silk.goods.accepted) == (SILK, 2_500)
    before = len(shop.database.run(list_grns))
    press(window, Qt.Key.Key_F12)
    assert len(shop.database.run(list_grns)) == before + 1
    assert files(desk) == []
