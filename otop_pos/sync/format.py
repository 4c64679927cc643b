"""The files of a package, in the order they are written."""

from otop_pos.sync.cash_movement import CASH_MOVEMENTS
from otop_pos.sync.closing import CLOSINGS
from otop_pos.sync.closing_total import CLOSING_TOTALS
from otop_pos.sync.document import DOCUMENTS
from otop_pos.sync.document_line import DOCUMENT_LINES
from otop_pos.sync.ledger_entry import PRODUCER_LEDGER
from otop_pos.sync.line_allocation import LINE_ALLOCATIONS
from otop_pos.sync.lot import LOTS
from otop_pos.sync.operator import OPERATORS
from otop_pos.sync.payment import PAYMENTS
from otop_pos.sync.producer import PRODUCERS
from otop_pos.sync.product import PRODUCTS
from otop_pos.sync.stock_level import STOCK_LEVELS
from otop_pos.sync.stock_movement import STOCK_MOVEMENTS
from otop_pos.sync.table import Table
from otop_pos.sync.till import TILLS
from otop_pos.sync.vat_code import VAT_CODES

FORMAT = "1.0-draft"
"""No journal yet: see the package's docstring."""

TABLES: tuple[Table, ...] = (
    CLOSINGS,
    CLOSING_TOTALS,
    DOCUMENTS,
    DOCUMENT_LINES,
    LINE_ALLOCATIONS,
    PAYMENTS,
    STOCK_MOVEMENTS,
    STOCK_LEVELS,
    PRODUCER_LEDGER,
    CASH_MOVEMENTS,
    PRODUCTS,
    PRODUCERS,
    LOTS,
    VAT_CODES,
    OPERATORS,
    TILLS,
)
