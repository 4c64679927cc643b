"""A till in the middle of a delivery that loses its power: run as a program, it ends by kill -9."""

import os
import signal
import sys
import time
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from otop_pos.db.database import open_database
from otop_pos.services.counter import read_counter
from otop_pos.settings import Settings
from otop_pos.ui.backend import Backend
from otop_pos.ui.desk import Desk
from otop_pos.ui.dress import dress
from otop_pos.ui.front import Front, open_front
from tests.factories import NOW, TODAY

PATIENCE = 20.0


def until(application: QApplication, is_so) -> None:
    ends = time.monotonic() + PATIENCE
    while not is_so():
        application.processEvents()
        if time.monotonic() > ends:
            sys.exit("the till did not get on")


def count(application: QApplication, front: Front) -> None:
    """Twelve shawls with a picture and a reason, then a line of silk that is just being typed."""
    receiving = front.receiving
    front.window.go_to(receiving)
    receiving.scan("CM-0001")
    until(application, lambda: receiving.is_counting)
    receiving.scan("P000001")
    until(application, lambda: receiving.delivery.draft.lines)
    editor = receiving.delivery.view.table.editor
    editor.declared.setText("12")
    editor.accepted.setText("10")
    editor.reason.setText("ตะเข็บหลุด")
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("#27427A"))
    receiving.delivery.view.photo.click()
    receiving.photo_panel.box.take(picture)
    until(application, lambda: receiving.delivery.draft.lines[0].goods.photo_id)
    receiving.scan("P000002")
    until(application, lambda: len(receiving.delivery.draft.lines) == 2)
    editor.declared.setText("2.5")


def main(database: Path, papers: Path) -> None:
    application = QApplication([])
    dress(application)
    opened = open_database(database)
    counter = opened.run(read_counter, "CM01", "SIRI", on=TODAY)
    settings = Settings(papers_folder=str(papers))
    desk = Desk(counter.shop, counter.till, counter.user, settings, counter.session, now=lambda: NOW)
    front = open_front(Backend(opened), desk)
    front.window.show()
    count(application, front)
    file = papers / "begun" / "CM-0001.json"
    until(application, lambda: file.exists() and "P000002" in file.read_text(encoding="utf-8"))
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
