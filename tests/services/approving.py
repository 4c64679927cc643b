"""A manager who says yes beside the till."""

from otop_pos.domain.approval import Approval, Ask
from otop_pos.services.sign_in import Door, keep_approval
from tests.factories import NOW, SmallShop

PEPPER = b"pepper"


def approved(shop: SmallShop, ask: Ask) -> Approval:
    """By the shop's manager, for its cashier."""
    return shop.database.run(keep_approval, ask, shop.manager, shop.user, Door(shop.till, PEPPER, NOW))
