"""Draws every screen with the demo shop's goods at the smallest screen's size: in both languages, dark, and
with the largest text."""

import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from otop_pos.db.database import Database, open_database
from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.errors import FolderUnwritable
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.return_reason import RETURN_REASONS, VOID_REASONS
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till import counted
from otop_pos.i18n import Language, current_language, use_language
from otop_pos.services.counter import read_counter
from otop_pos.services.demo.approving import with_approvals
from otop_pos.services.demo.paying import FLOAT, count_drawer
from otop_pos.services.demo.people import DEMO_PASSWORD, give_demo_secrets
from otop_pos.services.demo.schedule import OPENS, moment, sale_times
from otop_pos.services.demo.shop import DemoShop, load_demo_shop
from otop_pos.services.demo.shopping import fill_basket
from otop_pos.services.demo.trading import trade_day
from otop_pos.services.nightly import send_day
from otop_pos.services.report import summarise_day
from otop_pos.services.sale import confirm_sale
from otop_pos.services.sign_in import Door
from otop_pos.services.till import open_till
from otop_pos.services.user import forget_secret
from otop_pos.settings import Settings
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.desk import Desk
from otop_pos.ui.desk_pictures import draw_desk
from otop_pos.ui.dress import dress
from otop_pos.ui.front import Front, open_front
from otop_pos.ui.pictures import draw_settings, draw_setup, draw_training
from otop_pos.ui.sale_pictures import draw_bill_acts
from otop_pos.ui.setup import SetupWindow
from otop_pos.ui.staff_pictures import draw_staff
from otop_pos.ui.studio import Studio
from otop_pos.ui.style import DARK, LIGHT, Look

SIZE = (1366, 768)
PEPPER = b"pictures"
NOW = datetime(2026, 11, 22, 7, 35, tzinfo=UTC)
SALES_TODAY, SALES_BEFORE = 45, 60
LARGE_NOTES = 10_000_00
LARGEST_NOTE = 1_000_00
PUT_IN = {100_00: 4, 50_00: 1}


@dataclass(frozen=True, slots=True)
class Print:
    """One set of pictures; `name` ends their file names."""

    name: str
    language: Language
    look: Look = field(default_factory=Look)


PRINTS = (
    Print("th", "th"),
    Print("en", "en"),
    Print("dark-th", "th", Look(DARK)),
    Print("large-th", "th", Look(LIGHT, 150)),
    Print("large-dark-en", "en", Look(DARK, 150)),
)


def draw_screens(out: Path, prints: Sequence[Print] = PRINTS) -> Iterator[Path]:
    """PNG files in `out`, one per screen, state and print. Refuses FolderUnwritable."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderUnwritable(str(out), error.strerror or str(error)) from error
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    before = current_language()
    for each in prints:
        if isinstance(application, QApplication):
            dress(application, each.look)
        use_language(each.language)
        with tempfile.TemporaryDirectory() as folder:
            yield from _draw(Camera(out, each), Path(folder))
    use_language(before)
    if isinstance(application, QApplication):
        dress(application)


def _draw(camera: "Camera", folder: Path) -> Iterator[Path]:
    database = open_database(folder / "shop.sqlite")
    backend = InlineBackend(database)
    setup = SetupWindow(backend)
    yield from draw_setup(camera, setup)
    shop = _shop_in_the_middle_of_a_day(database, folder)
    counter = database.run(read_counter, "CM01", shop.cashiers[0].code, on=local_date(NOW))
    settings = Settings(papers_folder=str(folder / "papers"), outbox_folder=str(folder / "outbox"))
    desk = Desk(counter.shop, counter.till, counter.user, settings, counter.session, now=lambda: NOW, pepper=PEPPER)
    give_demo_secrets(database, desk.door())
    front = open_front(backend, desk)
    yield from _selling(camera, front)
    yield from draw_bill_acts(camera, front, desk)
    yield from _returning(camera, front)
    newcomer = database.run(forget_secret, shop.clerk.code, till="CM01", user=shop.manager, at=NOW)
    yield from draw_staff(camera, front, desk, newcomer, shop.manager)
    yield from _receiving(camera, front)
    yield from _looking_at_stock(camera, front)
    yield from draw_desk(Studio(camera, front, backend, desk, shop.clerk, shop.manager))
    yield from _helping(camera, front)
    desk.take_user(counter.user)
    yield from _closing(camera, front, _drawer(database, desk))
    desk.take_user(shop.manager)
    yield from draw_settings(camera, front)
    yield from draw_training(camera, front, backend, desk)
    for window in (setup, front.window):
        window.close()
        window.deleteLater()
    backend.close()
    database.close()


class Camera:
    """Shows a window at the smallest size and keeps what it looks like."""

    def __init__(self, out: Path, print_: Print) -> None:
        self._out = out
        self._print = print_

    @property
    def is_thai(self) -> bool:
        return self._print.language == "th"

    def take(self, window: QWidget, name: str) -> Path:
        if window.isHidden():
            window.resize(*SIZE)
            window.show()
            window.activateWindow()
        for _round in range(3):
            QApplication.processEvents()
        path = self._out / f"{name}-{self._print.name}.png"
        window.grab().save(str(path))
        return path


def _shop_in_the_middle_of_a_day(database: Database, folder: Path) -> DemoShop:
    """Yesterday traded, closed and sent; today open since the morning."""
    rng = random.Random(7)
    today = local_date(NOW)
    yesterday = today - timedelta(days=1)
    shop = database.run(load_demo_shop, at=moment(yesterday, time(7, 30)))
    trade_day(database, shop, yesterday, SALES_BEFORE, rng)
    send_day(database, folder / "outbox")
    user = shop.cashiers[0]
    database.run(open_till, "CM01", FLOAT, user=user, at=moment(today, OPENS))
    for at in sale_times(today, SALES_TODAY, rng):
        if at < NOW:
            basket = fill_basket(database, shop.goods, at, rng)
            basket = with_approvals(database, basket, shop, user, Door("CM01", PEPPER, at))
            database.run(confirm_sale, basket, (Given(CASH, 10_000_000),), till="CM01", user=user, at=at)
    return shop


def _drawer(database: Database, desk: Desk) -> dict[int, int]:
    """A count that comes out."""
    summary = database.run(summarise_day, desk.business_date)
    cash = sum(each.amount for each in summary.tenders if each.method == CASH)
    return count_drawer((desk.session.float_amount if desk.session else 0) + cash, random.Random(3))


def _selling(camera: Camera, front: Front) -> Iterator[Path]:
    window, sell = front.window, front.sell
    view = sell.bill.view
    yield camera.take(window, "sell-empty")
    front.display.resize(*SIZE)
    front.display.show()
    yield camera.take(front.display, "display-idle")
    for code in ("P000001", "3*P000007", "2*P000018", "2.5*P000003", "P000013", "P000128", "P000035"):
        sell.scan(code)
    view.lines.select(0)
    view.line_discount.click()
    sell.bill.acts.line_prompt.edit.setText("10%")
    yield camera.take(window, "sell-discount")
    sell.bill.acts.line_prompt.ok.click()
    view.lines.select(4)
    yield camera.take(window, "sell")
    yield camera.take(front.display, "display-bill")
    sell.scan("8859999999994")
    yield camera.take(window, "sell-unknown-code")
    view.code_box.escaped.emit()
    view.open_search("น้ำผึ้ง" if camera.is_thai else "honey")
    yield camera.take(window, "sell-search")
    view.code_box.escaped.emit()
    sell.scan("8850000990014")
    yield camera.take(window, "sell-which-maker")
    sell.bill.chooser.give_up()
    sell.scan("P000108")
    yield camera.take(window, "sell-weighed")
    sell.bill.quantity_prompt.cancel.click()
    view.pay.click()
    yield camera.take(window, "pay")
    sell.pay.view.amount_box.edit.setText("13000")
    yield camera.take(window, "pay-cash")
    sell.pay.view.method_buttons["promptpay"].click()
    yield camera.take(window, "pay-promptpay")
    yield camera.take(front.display, "display-qr")
    sell.pay.view.method_buttons[CASH].click()
    sell.pay.view.amount_box.edit.setText("13000")
    sell.pay.view.finish.click()
    yield camera.take(window, "done")
    yield camera.take(front.display, "display-change")
    front.display.hide()
    sell.done.next.click()


def _returning(camera: Camera, front: Front) -> Iterator[Path]:
    window, returns = front.window, front.sell.returns
    front.sell.bill.view.returns.click()
    yield camera.take(window, "return-receipts")
    view = returns.view
    view.code_box.empty_enter.emit()
    view.whole.click()
    view.lines.step(1)
    view.damaged.click()
    yield camera.take(window, "return")
    view.side.reason_edit.setText(RETURN_REASONS[2].th if camera.is_thai else RETURN_REASONS[2].en)
    yield camera.take(window, "return-exchange")
    view.void.click()
    returns.voiding.prompt.reason.setText(VOID_REASONS[0].th if camera.is_thai else VOID_REASONS[0].en)
    yield camera.take(window, "return-void")
    returns.voiding.prompt.cancel.click()
    view.exchange.click()
    front.sell.scan("P000013")
    front.sell.bill.view.pay.click()
    yield camera.take(window, "exchange-give-back")
    front.sell.exchange_page.back.click()
    front.sell.scan("P000035")
    yield camera.take(window, "sell-exchange")
    front.sell.bill.view.pay.click()
    yield camera.take(window, "pay-exchange")
    yield from _finish_exchange(camera, front)
    yield from _without_receipt(camera, front)


def _finish_exchange(camera: Camera, front: Front) -> Iterator[Path]:
    """Whichever way the difference goes."""
    sell = front.sell
    if sell.pages.currentWidget() is sell.pay:
        sell.pay.view.amount_box.edit.show_value(LARGE_NOTES)
        sell.pay.view.finish.click()
    else:
        sell.exchange_page.finish.click()
    yield from _agreed(camera, front, "exchange-approval")
    yield camera.take(front.window, "done-exchange")
    sell.done.next.click()


def _without_receipt(camera: Camera, front: Front) -> Iterator[Path]:
    window, returns = front.window, front.sell.returns
    front.sell.bill.view.returns.click()
    returns.view.no_receipt.click()
    front.sell.scan("P000013")
    yield camera.take(window, "return-no-receipt")
    returns.view.code_box.empty_enter.emit()
    returns.view.code_box.empty_enter.emit()
    returns.view.side.reason_edit.setText(RETURN_REASONS[0].th if camera.is_thai else RETURN_REASONS[0].en)
    returns.view.refund.click()
    yield from _agreed(camera, front, "return-approval")
    yield camera.take(window, "done-refund")
    front.sell.done.next.click()


def _agreed(camera: Camera, front: Front, name: str) -> Iterator[Path]:
    if front.approver.is_open:
        yield camera.take(front.window, name)
        front.approver.entry.box.setText(DEMO_PASSWORD)
        front.approver.entry.ok.click()


def _receiving(camera: Camera, front: Front) -> Iterator[Path]:
    window, receiving = front.window, front.receiving
    view, editor = receiving.delivery.view, receiving.delivery.view.table.editor
    window.go_to(receiving)
    yield camera.take(window, "receive-makers")
    receiving.producers.code_box.action.click()
    yield camera.take(window, "receive-new-maker")
    receiving.producer_panel.back.click()
    receiving.scan("CM-0003")
    view.card.repeat.click()
    editor.rejected.setText("2")
    editor.reason.setText("กล่องบุบ" if camera.is_thai else "dented boxes")
    editor.expires.setText("30/06/2570")
    editor.batch.setText("K-5")
    view.table.select(1)
    editor.expires.setText("15/12/2569")
    yield camera.take(window, "receive")
    view.new_product.click()
    yield camera.take(window, "receive-new-product")
    receiving.product_panel.back.click()
    view.post.click()
    yield camera.take(window, "receive-posted")


def _looking_at_stock(camera: Camera, front: Front) -> Iterator[Path]:
    window, stock = front.window, front.stock
    window.go_to(stock)
    stock.scan("P000013")
    yield camera.take(window, "stock-lot")
    stock.code_box.escaped.emit()
    yield camera.take(window, "stock")
    stock.totals.soon.click()
    yield camera.take(window, "stock-expiring")
    stock.totals.soon.click()


def _helping(camera: Camera, front: Front) -> Iterator[Path]:
    """Of the till, of the desk's fullest screens."""
    for screen, name in ((front.sell, "help"), (front.stock, "help-stock"), (front.settlement.built, "help-payouts")):
        front.window.go_to(screen)
        front.window.top_bar.help.click()
        yield camera.take(front.window, name)
        front.window.help.leave()


def _closing(camera: Camera, front: Front, pieces: dict[int, int]) -> Iterator[Path]:
    window, day = front.window, front.day
    window.go_to(day)
    yield camera.take(window, "day-blind-count")
    yield from _at_the_drawer(camera, front)
    pieces = pieces | {each: pieces.get(each, 0) + more for each, more in PUT_IN.items()}
    for edit in day.count.edits:
        edit.setText(str(pieces.get(edit.denomination, 0) if edit.denomination < LARGEST_NOTE else 0))
    day.next.click()
    yield camera.take(window, "day-difference")
    day.closing.back.click()
    for edit in day.count.edits:
        edit.setText(str(pieces.get(edit.denomination, 0)))
    yield camera.take(window, "day-close")
    day.next.click()
    yield camera.take(window, "day-closed")
    day.view.proofs.zs.click()
    yield camera.take(window, "day-zs")
    day.reports.zs.back.click()
    day.next.click()
    yield camera.take(window, "day-sent")


def _at_the_drawer(camera: Camera, front: Front) -> Iterator[Path]:
    """Money out, the drawer opened for nothing, X, and the list behind a figure."""
    window, day, figures = front.window, front.day, front.day.reports.figures
    day.acts.move_money.click()
    day.moving.amount.show_value(counted(PUT_IN))
    day.moving.reason.buttons[0].click()
    yield camera.take(window, "day-paid-out")
    day.moving.kinds[CashKind.PAID_IN].click()
    day.moving.reason.buttons[0].click()
    day.moving.ok.click()
    day.acts.drawer.click()
    front.no_sale.reason.buttons[0].click()
    yield camera.take(window, "day-no-sale")
    front.no_sale.ok.click()
    day.acts.hand_over.click()
    yield camera.take(window, "day-hand-over")
    day.handing.back.click()
    day.acts.x_so_far.click()
    yield from _agreed(camera, front, "day-x-approval")
    yield camera.take(window, "day-x")
    rows = figures.figures.rows_model.rows
    figures.figures.select(next(number for number, row in enumerate(rows) if row.key.startswith("tender")))
    yield camera.take(window, "day-list")
    figures.leave.click()
