"""What the first start and the settings look like, state by state."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.desk import Desk
from otop_pos.ui.front import Front
from otop_pos.ui.keys import key_of
from otop_pos.ui.practice import Practice
from otop_pos.ui.setup import SetupWindow
from otop_pos.ui.setup.scan_watch import ScanReport


class Camera(Protocol):
    @property
    def is_thai(self) -> bool: ...

    def take(self, window: QWidget, name: str) -> Path: ...


def draw_setup(camera: Camera, setup: SetupWindow) -> Iterator[Path]:
    """setup-1 … setup-10, answered as somebody in Chiang Mai might."""
    manager, team = setup.manager_page, setup.team_page
    yield camera.take(setup, "setup-1")
    setup.go_on()
    setup.kind_page.kind.buttons["own"].click()
    yield camera.take(setup, "setup-2")
    setup.go_on()
    setup.shop_page.tax_id_edit.setText("0994000617721")
    setup.shop_page.address_edit.setText("1 ถ.วัวลาย ต.หายยา อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50100")
    yield camera.take(setup, "setup-3")
    setup.go_on()
    setup.vat_page.status.buttons["vat"].click()
    yield camera.take(setup, "setup-4")
    setup.go_on()
    yield camera.take(setup, "setup-5")
    setup.go_on()
    manager.name_edit.setText("ศิริพร จันทร์แก้ว")
    manager.password.box.setText("short")
    setup.go_on()
    yield camera.take(setup, "setup-6")
    for field in (manager.password, manager.again):
        field.box.setText("mo-hom-2569")
    setup.go_on()
    for name, role in (("พิมพ์ใจ ก.", "cashier"), ("ดวงเดือน ม.", "clerk")):
        team.name_edit.setText(name)
        team.role.buttons[role].click()
        team.add.click()
    yield camera.take(setup, "setup-7")
    setup.go_on()
    setup.printer_page.show_printers(("EPSON_TM-T82", "HP-LaserJet"))
    yield camera.take(setup, "setup-8")
    setup.go_on()
    setup.scanner_page.show_report(ScanReport("คคถจจจจจจจจๅ/", "8850000000012", 12, "Enter"))
    yield camera.take(setup, "setup-9")
    setup.go_on()
    yield camera.take(setup, "setup-10")


def draw_settings(camera: Camera, front: Front) -> Iterator[Path]:
    """Every tab that the person at the till may see."""
    settings = front.settings
    front.window.go_to(settings)
    for name in settings.offered:
        settings.choose(name)
        if name == "till":
            settings.till.printer.show_printers(("EPSON_TM-T82", "HP-LaserJet"), "EPSON_TM-T82")
        yield camera.take(front.window, f"settings-{name}")
    edit = settings.keys.edits["quantity"]
    edit.click()
    edit.tried.emit(key_of("customer"))
    yield camera.take(front.window, "settings-keys-clash")


def draw_training(camera: Camera, front: Front, backend: InlineBackend, desk: Desk) -> Iterator[Path]:
    """A bill in training; the real window is in front again afterwards."""
    practice = Practice(front, backend, desk, InlineBackend)
    practice.begin()
    copy = practice.front
    if copy is None:
        return
    copy.window.resize(front.window.size())
    copy.window.go_to(copy.day)
    copy.day.count.edits[2].setText("10")
    copy.day.next.click()
    for code in ("P000001", "3*P000007", "P000013"):
        copy.sell.scan(code)
    yield camera.take(copy.window, "training-sell")
    practice.leave()
