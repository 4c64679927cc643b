"""The tables, a module per noun. Importing this package knows them all."""

from otop_pos.db.models.agreement import AgreementRateRow, AgreementRow
from otop_pos.db.models.base import Base
from otop_pos.db.models.held_bill import HeldBillRow
from otop_pos.db.models.import_batch import ImportBatchRow
from otop_pos.db.models.nightly import NightlyBatchRow
from otop_pos.db.models.paper import PaperRow
from otop_pos.db.models.payable import PayableRow
from otop_pos.db.models.photo import PhotoRow
from otop_pos.db.models.producer import ProducerRow
from otop_pos.db.models.producer_part import ProducerBankRow, ProducerMemberRow, StandardRow
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
from otop_pos.db.models.settlement import (
    PayableAdjustmentRow,
    PayableHoldRow,
    PaymentBatchRow,
    StatementLineRow,
    StatementRow,
    VoucherRow,
)
from otop_pos.db.models.shop import DocumentSeriesRow, SettingRow, TillRow, UserRow
from otop_pos.db.models.stock import LotBalanceRow, LotMoveRow, LotRow
from otop_pos.db.models.stock_note import (
    CountLineRow,
    CountSessionRow,
    LabelPrintRow,
    LotPriceRow,
    StockNoteLineRow,
    StockNoteRow,
)
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
    GrnLineRow,
    StockNoteRow,
    StockNoteLineRow,
    LotPriceRow,
    LabelPrintRow,
    PayableAdjustmentRow,
    PhotoRow,
    PaperRow,
    PaymentBatchRow,
    AgreementRateRow,
)
"""Posted rows: triggers refuse to change or delete them, on both databases."""

FROZEN = (AgreementRow, GrnRow, LotRow, StatementRow, StatementLineRow, VoucherRow)
"""Rows of which only what becomes of them may change: a price, an end, a state. The rest is guarded as posted."""

__all__ = [
    "APPEND_ONLY",
    "FROZEN",
    "AgreementRateRow",
    "AgreementRow",
    "ApprovalRow",
    "Base",
    "CashMovementRow",
    "CountLineRow",
    "CountSessionRow",
    "DocumentSeriesRow",
    "GrnLineRow",
    "GrnRow",
    "HeldBillRow",
    "ImportBatchRow",
    "LabelPrintRow",
    "LotBalanceRow",
    "LotMoveRow",
    "LotPriceRow",
    "LotRow",
    "NightlyBatchRow",
    "PaperRow",
    "PayableAdjustmentRow",
    "PayableHoldRow",
    "PayableRow",
    "PaymentBatchRow",
    "PaymentRow",
    "PhotoRow",
    "ProducerBankRow",
    "ProducerMemberRow",
    "ProducerRow",
    "ProductCodeRow",
    "ProductRow",
    "SaleAllocRow",
    "SaleCustomerRow",
    "SaleLineRow",
    "SaleRow",
    "SaleVatRow",
    "SettingRow",
    "StandardRow",
    "StatementLineRow",
    "StatementRow",
    "StockExceptionRow",
    "StockNoteLineRow",
    "StockNoteRow",
    "TillCountRow",
    "TillEventRow",
    "TillRow",
    "TillSessionRow",
    "UsedReferenceRow",
    "UserRow",
    "VoucherRow",
]
