"""What proving who somebody is looks like: the lock, a first PIN, a second person's yes."""

from collections.abc import Iterator
from pathlib import Path

from otop_pos.domain.approval import Ask
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.services.demo.people import DEMO_PASSWORD
from otop_pos.ui.desk import Desk
from otop_pos.ui.front import Front
from otop_pos.ui.pictures import Camera

WEAK_PIN = "123456"


def draw_staff(camera: Camera, front: Front, desk: Desk, newcomer: User, manager: User) -> Iterator[Path]:
    """approve, lock-screen, lock-first-pin of somebody who has none; ends with the manager at the till."""
    yield from _draw_approval(camera, front, desk)
    lock = front.lock
    lock.lock()
    lock.take_scan("")
    yield camera.take(front.window, "lock-screen")
    lock.people.choose(newcomer)
    lock.entry.box.setText(WEAK_PIN)
    lock.entry.ok.click()
    yield camera.take(front.window, "lock-first-pin")
    lock.people.choose(manager)
    lock.entry.box.setText(DEMO_PASSWORD)
    lock.entry.ok.click()


def _draw_approval(camera: Camera, front: Front, desk: Desk) -> Iterator[Path]:
    front.sell.scan("P000001")
    desk.approvals.ask(Ask(Right.OVERRIDE_PRICE, "P000001 890.00 → 800.00"), lambda _approval: None)
    front.approver.entry.box.setText(WEAK_PIN)
    front.approver.entry.ok.click()
    front.approver.entry.box.setText(DEMO_PASSWORD)
    yield camera.take(front.window, "approve")
    front.approver.give_up()
    front.sell.bill.begin()
