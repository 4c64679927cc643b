"""The real program on a real display, telling what reached it: one JSON line [word, fact] for each.

`python -m tests.stories.real_window <database>` opens the window of that shop and says `window` with its
number, `ready` with the places to click at, `scan` for every code read and `taken` or `refused` for what
became of it; when its input ends, `bill` with the lines and `times` with the moments of all keys.
"""

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSocketNotifier, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from otop_pos.app import Program
from otop_pos.domain.sale import Offer
from otop_pos.domain.scan import Scan
from otop_pos.settings import Settings
from otop_pos.ui.front import Front
from otop_pos.ui.widgets.scan_filter import ScanFilter


def tell(word: str, fact: Any = None) -> None:
    print(json.dumps([word, fact]), flush=True)  # noqa: T201 - the story reads it


class KeyWatch(QObject):
    """Notes when each key went down by the display server's own clock; keeps nothing back."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self.times: list[int] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.times.append(event.timestamp())
        return False


def watch(front: Front) -> None:
    window, codes = front.window, front.sell.bill.codes
    handle = window.windowHandle()
    assert handle is not None
    (scans,) = handle.findChildren(ScanFilter)
    scans.scanned.connect(lambda text: tell("scan", text))
    codes.found.connect(_tell_found)
    codes.unknown.connect(lambda scan, _refusal: tell("refused", scan.code))
    codes.refused.connect(lambda refusal: tell("refused", refusal.sentence))
    keys = KeyWatch(handle)
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)
    end.activated.connect(lambda: _tell_all(front, keys, end))
    _wait_for_focus(front, int(window.winId()))


def _wait_for_focus(front: Front, number: int) -> None:
    """There is no window manager here: the story gives the focus."""
    tell("window", number)
    timer = QTimer(front.window, interval=20)

    def look() -> None:
        if QApplication.focusWindow() is not None:
            timer.stop()
            tell("ready", places(front))

    timer.timeout.connect(look)
    timer.start()


def places(front: Front) -> dict[str, tuple[int, int]]:
    """Where a click neither sells nor takes away, on the display."""
    view = front.sell.bill.view
    widgets: dict[str, QWidget] = {
        "search": view.code_box.action,
        "code box": view.code_box.edit,
        "product": view.product,
        "total": view.totals,
        "language": front.window.top_bar.language,
        "shop": front.window.top_bar.shop,
    }
    found = {name: _middle(widget) for name, widget in widgets.items()}
    found["heading"] = _middle(view.lines.horizontalHeader())
    window = front.window
    return found | {"sell": _middle(window.button_of(front.sell)), "day": _middle(window.button_of(front.day))}


def _middle(widget: QWidget) -> tuple[int, int]:
    point = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
    return point.x(), point.y()


def _tell_found(scan: Scan, _offers: tuple[Offer, ...]) -> None:
    tell("taken", scan.code)


def _tell_all(front: Front, keys: KeyWatch, end: QSocketNotifier) -> None:
    end.setEnabled(False)
    lines = front.sell.bill.basket.lines
    tell("bill", [(line.offer.product.sku, line.offer.lot_code, line.offer.is_pinned, line.qty) for line in lines])
    tell("times", keys.times)
    QApplication.exit(0)


def main(target: str) -> int:
    application = QApplication([])
    program = Program(Settings(), target, Path(target).with_suffix(".log"), remembers=False, is_locked=False)
    program.open()
    assert program.front is not None
    watch(program.front)
    code = application.exec()
    program.close()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
