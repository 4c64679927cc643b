"""Acts on producers, their money, their goods and the pictures of them."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.member import Member
from otop_pos.domain.right import Right
from otop_pos.domain.standard import Standard, StandardKind
from otop_pos.services.bank_account import enter_bank
from otop_pos.services.standard import save_standard
from tests.factories import NOW, SmallShop
from tests.services.pictures import jpeg

if TYPE_CHECKING:
    from tests.services.acts import World

ACCOUNT = BankAccount(1, "006", "1234567890", "นางคำ ทอดี")
FIRST = 1
"""The id of what `prepare_producers` keeps."""


def prepare_producers(shop: SmallShop) -> None:
    """An account that waits for approval, and a standard."""
    here = {"till": "CM01", "user": shop.manager, "at": NOW}
    shop.database.run(enter_bank, ACCOUNT, **here)
    shop.database.run(save_standard, Standard(shop.weaver.id, StandardKind.TCPS, "มผช. 17/2546"), **here)


def _dearer(world: "World") -> tuple[Any, ...]:
    return (replace(world.shop.cloth, price=108_000),)


def _new_standard(world: "World") -> tuple[Any, ...]:
    return (Standard(world.shop.weaver.id, StandardKind.OTHER, "1"),)


ACTS_PRODUCER: tuple[tuple[str, Right, Any], ...] = (
    ("bank_account.enter_bank", Right.ENTER_BANK, lambda _world: (replace(ACCOUNT, account="9999999999"),)),
    ("bank_account.approve_bank", Right.APPROVE_BANK, lambda _world: (FIRST,)),
    ("bank_account.end_bank", Right.ENTER_BANK, lambda _world: (FIRST,)),
    ("member.save_members", Right.KEEP_PRODUCER, lambda world: (world.shop.weaver.id, (Member("นางคำ", 10_000),))),
    ("photo.keep_photo", Right.KEEP_PRODUCT, lambda _world: (jpeg(),)),
    (
        "producer_record.change_producer",
        Right.KEEP_PRODUCER,
        lambda world: (replace(world.shop.weaver, phone="081-111-1111"),),
    ),
    ("product_record.change_product", Right.KEEP_PRODUCT, lambda world: (replace(world.shop.cloth, stars=5),)),
    ("product_record.change_product", Right.CHANGE_PRICE, _dearer),
    ("standard.save_standard", Right.KEEP_PRODUCER, _new_standard),
    ("standard.forget_standard", Right.KEEP_PRODUCER, lambda _world: (FIRST,)),
)
"""Use case, right, arguments: as the rows of `Act`, which is defined where they are put together."""
