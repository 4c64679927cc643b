"""What one maker is asked to bring, to be read out on the phone."""

from collections.abc import Sequence

from otop_pos.domain.producer import Producer
from otop_pos.i18n import _
from otop_pos.ui.stock.board_row import BringRow
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.label import LEFT, Figure, Label
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import place_name, producer_name, product_name, quantity_text


class BringCard(Card):
    """`show_rows(producer, rows)`."""

    def __init__(self) -> None:
        super().__init__(padding=18, spacing=4)
        self.name = Paragraph("", "name", most_lines=2)
        self.place = Label("", "secondary", "ink2", elides=True)
        self.phone = Figure("figure", align=LEFT)
        self.list = FactList(ruled=True)
        self.column.addWidget(self.name)
        self.column.addWidget(self.place)
        self.column.addWidget(self.phone)
        self.column.addSpacing(8)
        self.column.addWidget(Label(lambda: _("Please bring"), "strong"))
        self.column.addWidget(self.list)
        self.column.addStretch(1)

    def show_rows(self, producer: Producer, rows: Sequence[BringRow]) -> None:
        self.name.say(lambda: producer_name(producer))
        self.place.say(lambda: place_name(producer.place))
        self.phone.show_text(producer.phone or "–")
        self.list.show_rows([FactRow(product_name(row.low.product), _missing(row)) for row in rows])


def _missing(row: BringRow) -> str:
    return quantity_text(row.low.missing, row.low.product.unit)
