"""Products of the maker at the desk, and makers, as they are found."""

from otop_pos.domain.money import format_baht
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.i18n import _
from otop_pos.ui.receiving.words import kind_name
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import category_name, place_name, producer_name, product_name, unit_name


def product_columns() -> tuple[Column[Product], ...]:
    return (
        Column(
            lambda: _("Product"),
            product_name,
            role="name",
            second=lambda product: f"{product.sku} · {category_name(product.category)}",
            stars=lambda product: product.stars,
            tile=lambda product: product.name_th,
        ),
        Column(lambda: _("Unit"), lambda product: unit_name(product.unit), 100),
        Column(lambda: _("Price"), lambda product: format_baht(product.price), 130, "right", "name"),
    )


def producer_columns() -> tuple[Column[Producer], ...]:
    return (
        Column(
            lambda: _("Maker · place"),
            producer_name,
            role="name",
            second=lambda producer: place_name(producer.place),
            stars=lambda producer: producer.stars,
            tile=lambda producer: producer.name_th,
        ),
        Column(
            lambda: _("Code"),
            lambda producer: producer.code,
            230,
            "left",
            second=lambda producer: kind_name(producer.kind),
        ),
        Column(lambda: _("Phone"), lambda producer: producer.phone, 140),
    )
