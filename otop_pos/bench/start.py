"""From process start to a till that takes a scan, beside a bare Qt window."""

import os
import subprocess
import sys
from collections.abc import Callable

from otop_pos.bench.measure import Figure, Goal, compare
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import shop_copy

_BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
_OURS = """
import sys
from otop_pos.app import open_and_leave
open_and_leave(sys.argv[1])
"""


def start(scale: Scale) -> Figure:
    """Until the code box has the focus of a shown window, with the whole catalogue in the database."""
    goal = Goal("start", f"until a scan is taken, {scale.products:,} products", target=3)
    with shop_copy(scale.products, 0) as shop:
        return compare(goal, _run(_OURS, str(shop.path)), _run(_BARE), rounds=5)


def _run(program: str, *arguments: str) -> Callable[[], object]:
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    command = [sys.executable, "-c", program, *arguments]
    return lambda: subprocess.run(command, check=True, env=environment, capture_output=True)
