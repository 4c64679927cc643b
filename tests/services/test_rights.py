"""The rights matrix: every act of the shop, by every role, under every grant, on real books."""

import ast
import importlib
import inspect
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import otop_pos.services
from otop_pos.db.database import Database, open_database
from otop_pos.db.query import is_query
from otop_pos.domain.errors import LastManager, NeedsApproval, NotAllowed
from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.services.permission import save_matrix
from otop_pos.services.sign_in import Door, keep_approval
from tests.books import contents, value
from tests.factories import NOW
from tests.services.acts import ACTS, MOST, Act, World, small_world

UI = Path(__file__).resolve().parents[2] / "otop_pos" / "ui"

OPEN = {
    "counter.set_up_shop": "makes the shop: before it there is nobody who could have a right",
    "demo.shop.load_demo_shop": "makes the demo shop, in an empty database only",
    "demo.people.give_demo_secrets": "chooses PINs for people of the demo who have none",
    "demo.run.run_demo": "a command, in a folder of its own",
    "nightly.sending.send_day": "the nightly task runs without anybody; it only writes what the books hold",
    "product_import.import_product_file": "a command of the IT person, who has the database in hand anyway",
    "training.open_training": "asks through begin_training, then writes into a file of its own",
    "sign_in.sign_in": "proves who somebody is",
    "sign_in.choose_secret": "the first PIN of a person who has none",
    "sign_in.change_secret": "a person's own PIN, for who knows the old one",
    "sign_in.forget_everybody": "a command of the IT person, when the key is lost",
    "sign_in.approve": "checks the approver's own right",
    "demo.trading.trade_day": "plays the demo's people, through the same acts as they",
    "demo.approving.with_approvals": "plays the demo's manager",
    "demo.restocking.bring": "plays the demo's makers, through post_delivery",
    "demo.accounts.open_accounts": "plays the demo's clerk and manager, through the same acts",
}
"""May be called from above, with the reason why nobody is asked for a right."""

PARTS = {
    "asks for the right itself": ("permission.permit", "permission.check_approval", "permission.role_of"),
    "is called with an approver who was proved": ("sign_in.keep_approval",),
    "tells what an act has done": ("till_event.note", "till_event.was_noted", "till_event.is_told"),
    "registers for the set-up and the import, below the question": (
        "producer.add_producer",
        "producer.add_producers",
        "producer.add_agreement",
        "product.add_product",
        "product.add_products",
        "shop.add_till",
        "shop.keep_shop",
        "user.add_user",
    ),
    "is a step of an act that was allowed": (
        "producer_import.enter_producers",
        "product_import.enter_products",
        "nightly.sending.mark_published",
        "nightly.sending.plan_batch",
        "numbering.take_move_ids",
        "numbering.take_numbers",
        "paper.keep_paper",
        "receiving.reversing.locked_grn",
        "refund.allow_refund",
        "refund.lock_sale",
        "refund.refund_document",
        "refund.take_back",
        "sale.acts.check_acts",
        "sale.acts.note_acts",
        "sale.allocating.allocate_lines",
        "sale.confirming.lock_session",
        "sale.confirming.next_number",
        "sale.confirming.sell",
        "sale.posting.post_document",
        "sale.reference.check_references",
        "sale.reference.free_references",
        "sale.reference.keep_references",
        "sale.reversing.reverse_line",
        "setting.forget_settings",
        "setting.drop_setting",
        "setting.write_setting",
        "settlement.claim.lock_producer",
        "settlement.many.check_fresh",
        "settlement.paying.fail",
        "settlement.paying.pay",
        "settlement.voucher.lock_voucher",
        "shop.business_day",
        "shop.goods_day",
        "shop.hold_days",
        "stock.count_reading.held_count",
        "stock.count_reading.open_count",
        "stock.noting.hold_till",
        "stock.noting.write_note",
        "stock.resolving.allocate_found",
        "stock.shelf.hold_shelf",
        "stock.shelf.write_moves",
    ),
    "only reads, inside an act": (
        "demo.outcome.outcome_of",
        "demo.restocking.wanted_goods",
        "demo.shopping.fill_basket",
        "nightly.tables.day_tables",
        "paper.check_papers",
        "producer.agreements_of",
        "producer.next_producer_codes",
        "product.codes_of",
        "receiving.reading.lines_of",
        "refund.look_at_return",
        "report.ranking.top_producers",
        "sale.confirming.saved_before",
        "sale.reading.returned_quantities",
        "sale.reading.sales_where",
        "setting.read_settings_of",
        "settlement.brief.briefs_where",
        "settlement.claim.newest_statement",
        "settlement.claim.newest_statements",
        "settlement.claim.payment_hold",
        "settlement.drafting.build_statement",
        "settlement.drafting.check_after",
        "settlement.drafting.ground_of",
        "settlement.entry.entries_where",
        "settlement.lot_account.lot_accounts",
        "settlement.voucher.accounts_where",
        "settlement.voucher.members_of",
        "settlement.voucher.voucher_of",
        "settlement.voucher.vouchers_where",
        "till.cash_in_drawer",
        "till.cash_taken",
        "sale.reversing.resolved_quantity",
        "sale.reversing.returned_unlotted",
        "stock.count_reading.lines_of",
        "stock.due.dues_now",
        "stock.finding.lost_pieces",
        "stock.note_reading.notes_where",
        "stock.reading.lots_where",
        "stock.resolving.found_lot",
        "stock.resolving.read_waiting",
        "stock.shelf.read_lots",
        "till_event.events_of",
    ),
}
"""Nothing above the services may call these."""

UNUSED: dict[Right, str] = {}


def use_cases() -> dict[str, Callable[..., Any]]:
    """Every public function that could write: 'module.name' below otop_pos.services → function."""
    found = {}
    prefix = f"{otop_pos.services.__name__}."
    for module in pkgutil.walk_packages(otop_pos.services.__path__, prefix):
        for name, each in vars(importlib.import_module(module.name)).items():
            if name.startswith("_") or not callable(each) or getattr(each, "__module__", "") != module.name:
                continue
            if not inspect.isclass(each) and _first_parameter(each) in ("session", "database") and not is_query(each):
                found[f"{module.name.removeprefix(prefix)}.{name}"] = each
    return found


def _first_parameter(function: Callable[..., Any]) -> str:
    return next(iter(inspect.signature(function).parameters), "")


def test_every_use_case_is_in_the_table_or_says_why_not():
    told = [*OPEN, *(name for names in PARTS.values() for name in names)]
    tested = {act.use_case for act in ACTS}
    assert len(told) == len(set(told))
    assert not tested & set(told)
    assert set(told) <= set(use_cases())
    assert set(use_cases()) - set(told) == tested


def test_what_has_a_right_says_so_and_is_tested_for_each_of_them():
    tested = {(act.use_case, act.right) for act in ACTS}
    for name, use_case in use_cases().items():
        rights = (needed,) if (needed := getattr(use_case, "needs", None)) else getattr(use_case, "checks", ())
        assert {(name, right) for right in rights} <= tested, name


def test_every_right_is_asked_for_somewhere():
    assert {act.right for act in ACTS} | set(UNUSED) == set(Right)


def test_no_screen_goes_past_the_question():
    below = {name.rpartition(".")[2] for names in PARTS.values() for name in names}
    asking = {name.rpartition(".")[2] for name, each in use_cases().items() if hasattr(each, "needs")}
    setting_up = {"set_up_shop", "load_demo_shop", "give_demo_secrets"}
    for path in UI.rglob("*.py"):
        if path.stem == "screenshots":  # draws the demo, whose people it plays
            continue
        for name in _imported(path):
            assert name not in below, f"{path}: {name}"
            assert name in asking or not name.startswith(("add_", "keep_")), f"{path}: {name}"
            assert name not in setting_up or path.parent.name == "setup", path


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("otop_pos.services"):
            yield from (each.name for each in node.names)


@pytest.fixture(scope="module")
def template(tmp_path_factory) -> tuple[Path, World]:
    path = tmp_path_factory.mktemp("rights") / "shop.sqlite"
    database = open_database(path)
    world = small_world(database)
    database.close()
    return path, world


@pytest.fixture
def copies(template, tmp_path) -> Iterator[Callable[[], World]]:
    """Each call gives the same shop anew."""
    path, world = template
    opened: list[Database] = []

    def copy() -> World:
        opened.append(open_database(shutil.copy(path, tmp_path / f"{len(opened)}.sqlite")))
        return world.moved(opened[-1])

    yield copy
    for database in opened:
        database.close()


CASES = [(act, role) for act in ACTS for role in Role if (role, act.right) != (Role.MANAGER, Right.KEEP_STAFF)]
"""No manager can lose that right: see the next test."""


@pytest.mark.parametrize(("act", "role"), CASES, ids=str)
def test_an_act_is_done_by_who_may_and_by_nobody_else(copies, act: Act, role: Role):
    world = copies()
    denied(world, act, role)
    approved(world, act, role)
    allowed(copies(), act, role)


@pytest.mark.parametrize("grant", [Grant.DENIED, Grant.APPROVAL])
def test_nobody_can_take_people_and_rights_from_the_managers(copies, grant: Grant):
    world = copies()
    before = contents(world.database)
    matrix = Matrix({(Role.MANAGER, Right.KEEP_STAFF): grant})
    with pytest.raises(LastManager):
        world.database.run(save_matrix, matrix, till="CM01", user=world.shop.manager, at=NOW)
    assert contents(world.database) == before


@pytest.mark.postgres
@pytest.mark.parametrize(
    "name",
    [
        "confirm_sale-sell",
        "void_sale-void",
        "post_delivery-receive",
        "change_user-keep_staff",
        "paying.pay_voucher-pay_voucher",
        "issue_all-issue_statement",
    ],
)
def test_the_same_on_postgresql(postgres_target, name: str):
    module, _dash, right = name.partition("-")
    act = next(act for act in ACTS if module in act.use_case and act.right == right)
    database = open_database(postgres_target)
    world = small_world(database)
    denied(world, act, Role.CASHIER)
    approved(world, act, Role.CASHIER)
    database.close()


def denied(world: World, act: Act, role: Role) -> None:
    before = under(world, act, role, Grant.DENIED)
    with pytest.raises(NotAllowed) as refused:
        run(world, act, role)
    assert refused.value.right is act.right
    assert contents(world.database) == before


def approved(world: World, act: Act, role: Role) -> None:
    """Without the second person nothing happens; with one it is done, and told with who allowed it."""
    before = under(world, act, role, Grant.APPROVAL)
    arguments = act.arguments(world)
    with pytest.raises(NeedsApproval) as refused:
        run(world, act, role, arguments)
    assert refused.value.ask.right is act.right
    assert contents(world.database) == before
    approver, asked_by = world.people[other(role)][1], world.people[role][0]
    door = Door("CM01", b"pepper", NOW)
    approval = world.database.run(keep_approval, refused.value.ask, approver, asked_by, door)
    run(world, act, role, act.approved(arguments, approval), approval)
    told = value(world.database, "SELECT count(*) FROM till_event WHERE approval_id IS NOT NULL")
    assert told == (0 if act.is_step else 1)


def allowed(world: World, act: Act, role: Role) -> None:
    before = under(world, act, role, Grant.ALLOWED)
    run(world, act, role)
    assert contents(world.database) != before


def run(world: World, act: Act, role: Role, arguments: tuple[Any, ...] | None = None, approval: Any = None) -> Any:
    arguments = act.arguments(world) if arguments is None else arguments
    named = act.call(arguments, world.people[role][0], approval)
    use_case = use_cases()[act.use_case]
    if _first_parameter(use_case) == "database":
        return use_case(world.database, *arguments, **named)
    return world.database.run(use_case, *arguments, **named)


def under(world: World, act: Act, role: Role, grant: Grant) -> dict[str, list[str]]:
    """The role has every right but this one, which it has so; the books as they are then."""
    grants = {(each, right): Grant.ALLOWED for each in (role, other(role)) for right in Right}
    caps = dict.fromkeys((Right.DISCOUNT, Right.REFUND), MOST)
    matrix = Matrix({**grants, (role, act.right): grant}, caps)
    world.database.run(save_matrix, matrix, till="CM01", user=world.shop.manager, at=NOW)
    return contents(world.database)


def other(role: Role) -> Role:
    return Role.CLERK if role is Role.MANAGER else Role.MANAGER
