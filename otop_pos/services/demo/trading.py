"""One day of trade in the demo shop: deliveries, sales, refunds and a counted close."""

import random
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import partial

from otop_pos.db.database import Database
from otop_pos.domain.payment import CASH, EXCHANGE
from otop_pos.domain.receiving import Grn
from otop_pos.domain.sale import DocumentType, Sale, price
from otop_pos.domain.shop import Till, User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till import TillSession, counted
from otop_pos.services.demo.approving import with_approvals
from otop_pos.services.demo.incident import Counter, change_coins, exchange, give_up, pay_out, void
from otop_pos.services.demo.paying import FLOAT, FLOAT_KEPT, PROMPTPAY, count_drawer, pay, reference
from otop_pos.services.demo.restocking import bring, some_of, wanted_goods
from otop_pos.services.demo.returning import give_back
from otop_pos.services.demo.schedule import CLOSES, OPENS, delivery_times, moment, refund_times, sale_times
from otop_pos.services.demo.settling import Office, pay_waiting
from otop_pos.services.demo.shop import DemoShop
from otop_pos.services.demo.shopping import fill_basket
from otop_pos.services.refund import refund_sale
from otop_pos.services.sale import confirm_sale, list_sales, read_sale
from otop_pos.services.sign_in import Door
from otop_pos.services.till import close_till, open_till

_REFUND_SHARE = 0.04
_EARLIER_SALE = 0.3
_REMEMBERED = 300
_DELIVERIES = 5
_UNCALLED = 2
_SECOND_TILL = 0.35
_INCIDENTS = (
    (time(10, 15), "coins"),
    (time(11, 20), "payout"),
    (time(12, 40), "coffee"),
    (time(13, 50), "exchange"),
    (time(15, 5), "given up"),
    (time(16, 20), "void"),
)


@dataclass(frozen=True, slots=True)
class TradedDay:
    """All documents of a day, in the order they were made."""

    day: date
    grns: tuple[Grn, ...]
    sales: tuple[Sale, ...]
    refunds: tuple[Sale, ...]
    sessions: tuple[TillSession, ...]


@dataclass(slots=True)
class _Day:
    """What happened so far. `cash` is what each till's drawer should hold."""

    database: Database
    shop: DemoShop
    day: date
    rng: random.Random
    cash: dict[str, int] = field(default_factory=dict)
    sales: list[Sale] = field(default_factory=list)
    refunds: list[Sale] = field(default_factory=list)
    earlier: list[Sale] = field(default_factory=list)


def trade_day(database: Database, shop: DemoShop, day: date, sales: int, rng: random.Random) -> TradedDay:
    """Open the tills, trade and close them again. The same seed in the same shop gives the same figures."""
    today = _Day(database, shop, day, rng, earlier=_earlier_sales(database, shop, day))
    grns = _receive(today)
    _open(today)
    comings = [(at, _sell) for at in sale_times(day, sales, rng)]
    comings += [(at, _take_back) for at in refund_times(day, round(sales * _REFUND_SHARE), rng)]
    comings += [(moment(day, at), partial(_happen, incident=incident)) for at, incident in _INCIDENTS]
    for at, act in sorted(comings, key=lambda coming: coming[0]):
        act(today, at)
    return TradedDay(day, grns, tuple(today.sales), tuple(today.refunds), _close(today))


def _earlier_sales(database: Database, shop: DemoShop, day: date) -> list[Sale]:
    return [
        sale
        for till in shop.tills
        for sale in database.run(list_sales, till.code, _REMEMBERED)
        if sale.doc_type is DocumentType.SALE and sale.business_date < day
    ]


def _receive(today: _Day) -> tuple[Grn, ...]:
    """At least five: half of those whose goods run low were called, others come by."""
    low = wanted_goods(today.database, today.shop, today.rng)
    called = max(_DELIVERIES - _UNCALLED, len(low) // 2)
    visits = list(low.values())[:called]
    others = [each.id for each in today.shop.producers if each.id not in low]
    visits += [
        some_of(today.shop, each, today.rng)
        for each in today.rng.sample(others, max(_UNCALLED, _DELIVERIES - len(visits)))
    ]
    times = delivery_times(today.day, len(visits), today.rng)
    return tuple(
        bring(today.database, today.shop, goods, at, today.rng) for goods, at in zip(visits, times, strict=True)
    )


def _open(today: _Day) -> None:
    for till in today.shop.tills:
        user, at = _cashier(today, till), moment(today.day, OPENS)
        today.database.run(open_till, till.code, FLOAT, user=user, at=at)
        today.cash[till.code] = counted(FLOAT)


def _cashier(today: _Day, till: Till) -> User:
    return today.shop.cashiers[today.shop.tills.index(till) % len(today.shop.cashiers)]


def _some_till(today: _Day) -> Till:
    return today.shop.tills[today.rng.random() < _SECOND_TILL]


def _sell(today: _Day, at: datetime) -> None:
    till = _some_till(today)
    cashier, door = _cashier(today, till), Door(till.code, b"", at)
    basket = fill_basket(today.database, today.shop.goods, at, today.rng)
    basket = with_approvals(today.database, basket, today.shop, cashier, door)
    net = price(basket, today.shop.shop.vat_registered, local_date(at)).net
    given = pay(net, today.shop.shop.cash_rounding, today.rng)
    sale = today.database.run(confirm_sale, basket, given, till=till.code, user=cashier, at=at)
    today.sales.append(sale)
    _put_in_drawer(today, sale)


def _take_back(today: _Day, at: datetime) -> None:
    """Against a bill of today or of the days before; nothing when nobody bought anything yet."""
    before = today.earlier if today.earlier and today.rng.random() < _EARLIER_SALE else today.sales
    if not before:
        return
    sale = today.database.run(read_sale, today.rng.choice(before).doc_no)
    categories = {each.product.sku: each.product.category for each in today.shop.goods}
    refund = give_back(sale, categories, today.rng)
    if refund is None:
        return
    till = _some_till(today)
    if refund.method == CASH and today.cash[till.code] < sale.total + FLOAT_KEPT:
        # A drawer that has not so much in it pays by phone.
        refund = replace(refund, method=PROMPTPAY, reference=reference(PROMPTPAY, today.rng))
    done = today.database.run(refund_sale, refund, till=till.code, user=today.shop.manager, at=at)
    today.refunds.append(done)
    _put_in_drawer(today, done)


def _happen(today: _Day, at: datetime, incident: str) -> None:
    """One of the things a till sees on most days; nothing where there is nothing to do it with."""
    till = today.shop.tills[0]
    counter = Counter(today.database, today.shop, till, _cashier(today, till), at)
    here = [sale for sale in today.sales if sale.till_code == till.code]
    match incident:
        case "coins":
            change_coins(counter, today.rng)
        case "coffee":
            today.cash[till.code] -= pay_out(counter, today.rng)
        case "payout":
            today.cash[till.code] -= pay_waiting(Office(today.database, today.shop, at), today.cash[till.code])
        case "given up":
            give_up(counter, fill_basket(today.database, today.shop.goods, at, today.rng), today.rng)
        case "void" if here and (whole := _untouched(today, here)):
            _keep(today, void(counter, whole))
        case "exchange" if here and (whole := _untouched(today, here)):
            exchanged = exchange(counter, whole, fill_basket(today.database, today.shop.goods, at, today.rng))
            _keep(today, exchanged.refund)
            _keep(today, exchanged.sale)


def _untouched(today: _Day, sales: list[Sale]) -> Sale | None:
    """The latest of which nothing came back yet, and which was no exchange."""
    plain = (sale for sale in reversed(sales) if all(each.method != EXCHANGE for each in sale.payments))
    read = (today.database.run(read_sale, sale.doc_no) for sale in plain)
    return next((sale for sale in read if all(line.left == line.qty for line in sale.lines)), None)


def _keep(today: _Day, document: Sale) -> None:
    (today.sales if document.doc_type is DocumentType.SALE else today.refunds).append(document)
    _put_in_drawer(today, document)


def _put_in_drawer(today: _Day, document: Sale) -> None:
    """Cash that came in; what was paid back goes out, its amounts are negative."""
    cash = sum(payment.amount for payment in document.payments if payment.method == CASH)
    today.cash[document.till_code] += cash


def _close(today: _Day) -> tuple[TillSession, ...]:
    sessions = []
    for number, till in enumerate(today.shop.tills):
        pieces = count_drawer(today.cash[till.code], today.rng)
        at = moment(today.day, CLOSES) + timedelta(minutes=7 * number)
        user = _cashier(today, till)
        sessions.append(today.database.run(close_till, till.code, pieces, user=user, at=at))
    return tuple(sessions)
