"""What the makers' screen looks like: the list, each part of one maker's page, the forms over it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.standard import Standard, StandardKind
from otop_pos.services.bank_account import enter_bank
from otop_pos.services.standard import save_standard
from otop_pos.ui.studio import Studio, photo

PARTS = ("shelf", "owed", "terms", "goods", "money", "standard")


def draw_makers(studio: Studio) -> Iterator[Path]:
    """makers, maker-shelf … maker-standard, their forms, and the list when nobody is found."""
    screen = studio.front.producer.built
    _keep_something_to_look_after(studio)
    studio.front.window.go_to(screen)
    yield studio.take("makers")
    screen.list.code_box.action.click()
    screen.form.name.setText(studio.said("กลุ่มจักสานบ้านป่าบง", "Pa Bong wickerwork group"))
    screen.form.phone.setText("081-234-5678")
    yield studio.take("maker-new")
    screen.form.give_up()
    screen.scan("CM-0001")
    page = screen.page
    for name in PARTS:
        page.show_part(name)
        yield studio.take(f"maker-{name}")
    yield from _draw_forms(studio)
    page.left.emit()
    screen.list.code_box.set_text("zzz")
    screen.list.list.look_for("zzz")
    yield studio.take("makers-none")
    screen.list.clear()


def _keep_something_to_look_after(studio: Studio) -> None:
    """A standard about to lapse, a bank account that waits for its second person."""
    today, here = studio.desk.today, studio.desk.here()
    weaver, honey = studio.front.producer.built.list, 1
    weaver.list.look_for("")
    briefs = weaver.table.rows_model.rows
    first, second = briefs[0].producer, briefs[honey].producer
    for standard in (
        Standard(first.id, StandardKind.TCPS, "มผช. 17/2546", today + timedelta(days=12)),
        Standard(first.id, StandardKind.SILK, "NS-2569-0042"),
        Standard(second.id, StandardKind.FDA, "50-1-02548-5-0017", today - timedelta(days=3)),
    ):
        studio.backend.call(save_standard, standard, **here)
    account = BankAccount(first.id, "004", "0123456789", first.name_th, promptpay="0812345678")
    studio.backend.call(enter_bank, account, **{**here, "user": studio.clerk})


def _draw_forms(studio: Studio) -> Iterator[Path]:
    page = studio.front.producer.built.page
    page.show_part("terms")
    page.terms.new.click()
    page.terms.panel.rate.percent.setText("30")
    page.terms.panel.rehearse()
    yield studio.take("maker-new-terms")
    page.terms.panel.give_up()
    page.show_part("goods")
    page.goods.change.click()
    page.goods.panel.photo.take(photo())
    yield studio.take("maker-product")
    page.goods.panel.give_up()
    page.show_part("money")
    page.money.enter.click()
    yield studio.take("maker-bank")
    page.money.bank_panel.give_up()
    page.money.change.click()
    yield studio.take("maker-members")
    page.money.member_panel.give_up()
    studio.desk.take_user(studio.clerk)
    page.show_offered()
    page.money.approve.click()
    if studio.front.approver.is_open:
        yield studio.take("maker-bank-approval")
        studio.front.approver.give_up()
    studio.desk.take_user(studio.manager)
    page.show_offered()
    page.money.approve.click()
    yield studio.take("maker-bank-approved")
    page.show_part("standard")
    page.standard.renew.click()
    yield studio.take("maker-standard-form")
    page.standard.panel.give_up()
    page.change.click()
    yield studio.take("maker-change")
    studio.front.producer.built.form.give_up()
