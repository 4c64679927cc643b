"""The tables, a module per noun. Importing this package knows them all."""

from otop_pos.db.models.agreement import AgreementRateRow, AgreementRow
from otop_pos.db.models.base import Base
from otop_pos.db.models.held_bill import HeldBillRow
from otop_pos.db.models.nightly import NightlyBatchRow
from otop_pos.db.models.payable import PayableRow
from otop_pos.db.models.producer import ProducerRow
from otop_pos.db.models.product import ProductCodeRow, ProductRow
from otop_pos.db.models.receiving import GrnLineRow, GrnRow
from otop_pos.db.models.sale import (
    PaymentRow,
    SaleAllocRow,
    SaleCustomerRow,
    SaleLineRow,
    SaleRow,
    SaleVatRow,
    StockExceptionRow,
    UsedReferenceRow,
)
from otop_pos.db.models.shop import DocumentSeriesRow, SettingRow, TillRow, UserRow
from otop_pos.db.models.stock import LotBalanceRow, LotMoveRow, LotRow
from otop_pos.db.models.till import TillCountRow, TillSessionRow
from otop_pos.db.models.till_event import ApprovalRow, CashMovementRow, TillEventRow

APPEND_ONLY = (
    LotMoveRow,
    SaleRow,
    SaleLineRow,
    SaleVatRow,
    SaleAllocRow,
    PaymentRow,
    PayableRow,
    SaleCustomerRow,
    ApprovalRow,
    TillEventRow,
    CashMovementRow,
)
"""Posted rows: triggers refuse to change or delete them, on both databases."""

__all__ = [
    "APPEND_ONLY",
    "AgreementRateRow",
    "AgreementRow",
    "ApprovalRow",
    "Base",
    "CashMovementRow",
    "DocumentSeriesRow",
    "GrnLineRow",
    "GrnRow",
    "HeldBillRow",
    "LotBalanceRow",
    "LotMoveRow",
    "LotRow",
    "NightlyBatchRow",
    "PayableRow",
    "PaymentRow",
    "ProducerRow",
    "ProductCodeRow",
    "ProductRow",
    "SaleAllocRow",
    "SaleCustomerRow",
    "SaleLineRow",
    "SaleRow",
    "SaleVatRow",
    "SettingRow",
    "StockExceptionRow",
    "TillCountRow",
    "TillEventRow",
    "TillRow",
    "TillSessionRow",
    "UsedReferenceRow",
    "UserRow",
]
