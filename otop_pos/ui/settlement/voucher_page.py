"""Step two: vouchers prepared from the statements, and approved by another person."""

from PySide6.QtCore import Signal

from otop_pos.domain.right import Right
from otop_pos.i18n import _
from otop_pos.ui.desk import Desk
from otop_pos.ui.settlement.list_page import ALL, Nothing
from otop_pos.ui.settlement.pay_list import PayList, net_of
from otop_pos.ui.settlement.pay_row import PayRow
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.wording import producer_name


class VoucherPage(PayList):
    """`prepare_wanted(rows)`, `approve_wanted(rows)`; the other signals carry the selected row.

    Who prepared may not approve: `show_month(desk)` says so before anybody tries.
    """

    prepare_wanted = Signal(object)
    approve_wanted = Signal(object)
    other_way_wanted = Signal(object)
    cancel_wanted = Signal(object)
    step_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            (
                (ALL, lambda: _("All")),
                ("prepare", lambda: _("To prepare")),
                ("prepared", lambda: _("To approve")),
                ("approved", lambda: _("Approved")),
            ),
            Nothing(
                "files", lambda: _("No vouchers yet"), lambda: _("They are prepared from the statements of this month.")
            ),
        )
        self._user = ""
        self._may_prepare = True
        self.look = KeyButton(lambda: _("Look at it"), act="settle_look", stacked=True)
        self.way = KeyButton(lambda: _("Cash · bank"), act="settle_choose", stacked=True)
        self.one = KeyButton(lambda: _("Approve this one"), act="settle_hold", stacked=True)
        self.cancel = KeyButton(lambda: _("Cancel it"), act="settle_reverse", stacked=True)
        self.add_keys(self.way, self.look, self.one, self.cancel)
        self.next.clicked.connect(self._go_on)
        self.look.clicked.connect(lambda: self.with_row(self.opened))
        self.way.clicked.connect(lambda: self.with_row(self.other_way_wanted))
        self.cancel.clicked.connect(lambda: self.with_row(self.cancel_wanted))
        self.one.clicked.connect(self._approve_one)

    def rows_in(self, *states: str) -> tuple[PayRow, ...]:
        return tuple(row for row in self.rows if row.state in states)

    def show_month(self, desk: Desk) -> None:
        """What the one button does now, for the person signed in."""
        self._user, self._may_prepare = desk.user.name, desk.may(Right.PREPARE_VOUCHER)
        to_prepare, to_approve = self.rows_in("prepare"), self.rows_in("prepared")
        if to_prepare:
            text = net_of(to_prepare)
            self.next.say(lambda: _("Prepare {count} · {total}").format(count=len(to_prepare), total=text))
        elif to_approve:
            text = net_of(to_approve)
            self.next.say(lambda: _("Approve {count} · {total}").format(count=len(to_approve), total=text))
        else:
            self.next.say(lambda: _("On to paying"))
        self.next.setEnabled(bool(self.rows) and (self._may_prepare or not to_prepare))
        self._tell()

    def fits(self, row: PayRow, choice: str) -> bool:
        if choice == "approved":
            return row.state in ("cash", "bank", "sent", "paid")
        return choice in (ALL, row.state)

    def tell(self, row: PayRow | None) -> None:
        voucher = row.voucher if row else None
        is_prepared = row is not None and row.state == "prepared"
        self.look.setEnabled(row is not None)
        self.one.setEnabled(is_prepared)
        for button in (self.way, self.cancel):
            button.setEnabled(row is not None and self._may_prepare and row.state in ("prepared", "cash", "bank"))
        if row is None:
            self.hint.clear()
        elif voucher is None:
            self.hint.say(lambda: f"{producer_name(row.producer)}: {_('a voucher has still to be prepared.')}", "warn")
        elif is_prepared and voucher.prepared_by == self._user:
            self.hint.say(
                lambda: _("You prepared these. Another person approves them: here with a PIN, or signed in."), "warn"
            )
        elif is_prepared:
            self.hint.say(lambda: _("Prepared by {name}. You may approve it.").format(name=voucher.prepared_by), "info")
        else:
            self.hint.say(lambda: _said_of(row), "danger" if row.state == "ended" else "info")

    def _go_on(self) -> None:
        if to_prepare := self.rows_in("prepare"):
            self.prepare_wanted.emit(to_prepare)
        elif to_approve := self.rows_in("prepared"):
            self.approve_wanted.emit(to_approve)
        else:
            self.step_wanted.emit("pay")

    def _approve_one(self) -> None:
        row = self.selected()
        if row is not None and row.state == "prepared":
            self.approve_wanted.emit((row,))


def _said_of(row: PayRow) -> str:
    """Who did what: 'prepared by …, approved by …, paid by … · reference'."""
    voucher = row.voucher
    if voucher is None:
        return ""
    parts = [_("prepared by {name}").format(name=voucher.prepared_by)]
    if voucher.approved_by:
        parts.append(_("approved by {name}").format(name=voucher.approved_by))
    if voucher.paid_by:
        parts.append(_("paid by {name}").format(name=voucher.paid_by))
    parts += [text for text in (voucher.reference, voucher.remark) if text]
    return f"{producer_name(row.producer)}: {' · '.join(parts)}"
