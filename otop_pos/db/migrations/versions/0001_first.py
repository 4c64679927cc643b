"""The first schema: producers, lots, sales, the producers' ledger and the batches for head office."""

import sqlalchemy as sa
from alembic import op

from otop_pos.db.migrations.append_only import create_refusing_function, protect

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = (
    "lot_move",
    "sale",
    "sale_line",
    "sale_vat",
    "sale_alloc",
    "payment",
    "payable",
)


def upgrade() -> None:
    op.create_table(
        "document_series",
        sa.Column("owner", sa.String(length=20), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last_no", sa.Integer(), nullable=False),
        sa.CheckConstraint("last_no > 0", name=op.f("ck_document_series_counts_up")),
        sa.PrimaryKeyConstraint("owner", "epoch", "kind", "year", name=op.f("pk_document_series")),
    )
    op.create_table(
        "nightly_batch",
        sa.Column("batch_no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("previous_sha256", sa.String(length=64), nullable=True),
        sa.Column("manifest_sha256", sa.String(length=64), nullable=True),
        sa.CheckConstraint("batch_no > 0", name=op.f("ck_nightly_batch_counts_up")),
        sa.PrimaryKeyConstraint("batch_no", name=op.f("pk_nightly_batch")),
        sa.UniqueConstraint("business_date", name=op.f("uq_nightly_batch_business_date")),
    )
    op.create_table(
        "producer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name_th", sa.String(length=300), nullable=False),
        sa.Column("name_en", sa.String(length=300), nullable=False),
        sa.Column("place_code", sa.String(length=6), nullable=False),
        sa.Column("tambon_th", sa.String(length=300), nullable=False),
        sa.Column("amphoe_th", sa.String(length=300), nullable=False),
        sa.Column("province_th", sa.String(length=300), nullable=False),
        sa.Column("tambon_en", sa.String(length=300), nullable=False),
        sa.Column("amphoe_en", sa.String(length=300), nullable=False),
        sa.Column("province_en", sa.String(length=300), nullable=False),
        sa.Column("postcode", sa.String(length=300), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("phone", sa.String(length=300), nullable=False),
        sa.Column("line_id", sa.String(length=300), nullable=False),
        sa.Column("tax_id", sa.String(length=300), nullable=False),
        sa.Column("vat_registered", sa.Boolean(), nullable=False),
        sa.Column("otop_no", sa.String(length=300), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.CheckConstraint("stars BETWEEN 0 AND 5", name=op.f("ck_producer_stars")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_producer")),
        sa.UniqueConstraint("code", name=op.f("uq_producer_code")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "valid_from", name=op.f("pk_setting")),
    )
    op.create_table(
        "shop_user",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shop_user")),
        sa.UniqueConstraint("code", name=op.f("uq_shop_user_code")),
    )
    op.create_table(
        "till",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("machine_no", sa.String(length=300), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_till")),
    )
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("term_days", sa.Integer(), nullable=False),
        sa.Column("grace_days", sa.Integer(), nullable=False),
        sa.Column("end_action", sa.String(20), nullable=False),
        sa.Column("hold_days", sa.Integer(), nullable=False),
        sa.Column("cycle", sa.String(20), nullable=False),
        sa.Column("min_payout", sa.BigInteger(), nullable=False),
        sa.Column("loss_policy", sa.String(20), nullable=False),
        sa.Column("discount_policy", sa.String(20), nullable=False),
        sa.Column("tax_mode", sa.String(20), nullable=False),
        sa.Column("wht_rule", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "term_days > 0 AND grace_days >= 0 AND hold_days >= 0 AND min_payout >= 0", name=op.f("ck_agreement_terms")
        ),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_agreement_days")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_agreement_producer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("producer_id", "version", name=op.f("uq_agreement_producer_id_version")),
    )
    op.create_table(
        "payable",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("source_line", sa.Integer(), nullable=False),
        sa.Column("source_part", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('sale', 'refund', 'fee', 'adjust', 'loss_comp', 'wht', 'payout', 'payout_reversal')",
            name=op.f("ck_payable_kind"),
        ),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_payable_producer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payable")),
        sa.UniqueConstraint(
            "source_id",
            "source_line",
            "source_part",
            "kind",
            name=op.f("uq_payable_source_id_source_line_source_part_kind"),
        ),
    )
    op.create_index(op.f("ix_payable_business_date"), "payable", ["business_date"], unique=False)
    op.create_index("ix_payable_balance", "payable", ["producer_id", "business_date", "amount"], unique=False)
    op.create_table(
        "product",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sku", sa.String(length=20), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("name_th", sa.String(length=300), nullable=False),
        sa.Column("name_en", sa.String(length=300), nullable=False),
        sa.Column("category", sa.String(20), nullable=False),
        sa.Column("unit", sa.String(20), nullable=False),
        sa.Column("vat_class", sa.String(20), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("shelf_life_days", sa.Integer(), nullable=True),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("standard", sa.String(length=300), nullable=False),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.CheckConstraint("price >= 0", name=op.f("ck_product_price")),
        sa.CheckConstraint("shelf_life_days IS NULL OR shelf_life_days > 0", name=op.f("ck_product_shelf_life")),
        sa.CheckConstraint("stars BETWEEN 0 AND 5", name=op.f("ck_product_stars")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_product_producer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sa.UniqueConstraint("sku", name=op.f("uq_product_sku")),
    )
    op.create_index(op.f("ix_product_producer_id"), "product", ["producer_id"], unique=False)
    op.create_index("ix_product_search", "product", ["search"], unique=False, postgresql_where=sa.text("false"))
    op.create_table(
        "till_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("till_code", sa.String(length=20), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("z_no", sa.Integer(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=False),
        sa.Column("float_amount", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("cash_expected", sa.BigInteger(), nullable=True),
        sa.Column("cash_counted", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (cash_counted IS NULL)", name=op.f("ck_till_session_closed_is_counted")
        ),
        sa.ForeignKeyConstraint(["closed_by"], ["shop_user.id"], name=op.f("fk_till_session_closed_by")),
        sa.ForeignKeyConstraint(["opened_by"], ["shop_user.id"], name=op.f("fk_till_session_opened_by")),
        sa.ForeignKeyConstraint(["till_code"], ["till.code"], name=op.f("fk_till_session_till_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_till_session")),
        sa.UniqueConstraint("till_code", "z_no", name=op.f("uq_till_session_till_code_z_no")),
    )
    op.create_index(op.f("ix_till_session_business_date"), "till_session", ["business_date"], unique=False)
    op.create_index(
        "uq_till_session_one_open",
        "till_session",
        ["till_code"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "agreement_rate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(20), nullable=True),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("method", sa.String(20), nullable=False),
        sa.Column("basis_points", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("base", sa.String(20), nullable=False),
        sa.CheckConstraint("basis_points BETWEEN 0 AND 10000 AND amount >= 0", name=op.f("ck_agreement_rate_rate")),
        sa.CheckConstraint("category IS NULL OR product_id IS NULL", name=op.f("ck_agreement_rate_one_reach")),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_rate_agreement_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_agreement_rate_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_rate")),
    )
    op.create_index(op.f("ix_agreement_rate_agreement_id"), "agreement_rate", ["agreement_id"], unique=False)
    op.create_table(
        "grn",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("doc_no", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'posted', 'reversed')", name=op.f("ck_grn_state")),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_grn_agreement_id")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_grn_producer_id")),
        sa.ForeignKeyConstraint(["user_id"], ["shop_user.id"], name=op.f("fk_grn_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grn")),
        sa.UniqueConstraint("doc_no", name=op.f("uq_grn_doc_no")),
    )
    op.create_index(op.f("ix_grn_producer_id"), "grn", ["producer_id"], unique=False)
    op.create_table(
        "product_code",
        sa.Column("code", sa.String(length=300), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_product_code_product_id")),
        sa.PrimaryKeyConstraint("code", "product_id", name=op.f("pk_product_code")),
    )
    op.create_index(op.f("ix_product_code_product_id"), "product_code", ["product_id"], unique=False)
    op.create_table(
        "sale",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("doc_type", sa.String(20), nullable=False),
        sa.Column("doc_no", sa.String(length=20), nullable=False),
        sa.Column("till_code", sa.String(length=20), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("till_session_id", sa.Integer(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("local_hour", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("vat", sa.BigInteger(), nullable=False),
        sa.Column("rounding", sa.BigInteger(), nullable=False),
        sa.Column("ref_sale_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("request_hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("(doc_type = 'REFUND') = (ref_sale_id IS NOT NULL)", name=op.f("ck_sale_refund_refers")),
        sa.CheckConstraint(
            "(doc_type = 'SALE' AND gross >= 0) OR (doc_type = 'REFUND' AND gross <= 0)", name=op.f("ck_sale_sign")
        ),
        sa.CheckConstraint("net = gross - discount", name=op.f("ck_sale_net")),
        sa.ForeignKeyConstraint(["ref_sale_id"], ["sale.id"], name=op.f("fk_sale_ref_sale_id")),
        sa.ForeignKeyConstraint(["till_code"], ["till.code"], name=op.f("fk_sale_till_code")),
        sa.ForeignKeyConstraint(["till_session_id"], ["till_session.id"], name=op.f("fk_sale_till_session_id")),
        sa.ForeignKeyConstraint(["user_id"], ["shop_user.id"], name=op.f("fk_sale_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sale")),
        sa.UniqueConstraint("doc_no", name=op.f("uq_sale_doc_no")),
        sa.UniqueConstraint(
            "till_code",
            "epoch",
            "doc_type",
            "year",
            "number",
            name=op.f("uq_sale_till_code_epoch_doc_type_year_number"),
        ),
    )
    op.create_index(op.f("ix_sale_business_date"), "sale", ["business_date"], unique=False)
    op.create_index(op.f("ix_sale_ref_sale_id"), "sale", ["ref_sale_id"], unique=False)
    op.create_index(op.f("ix_sale_till_session_id"), "sale", ["till_session_id"], unique=False)
    op.create_table(
        "till_count",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("moment", sa.String(length=5), nullable=False),
        sa.Column("denomination", sa.BigInteger(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.CheckConstraint("moment IN ('open', 'close')", name=op.f("ck_till_count_moment")),
        sa.CheckConstraint("pieces > 0", name=op.f("ck_till_count_pieces")),
        sa.ForeignKeyConstraint(["session_id"], ["till_session.id"], name=op.f("fk_till_count_session_id")),
        sa.PrimaryKeyConstraint("session_id", "moment", "denomination", name=op.f("pk_till_count")),
    )
    op.create_table(
        "grn_line",
        sa.Column("grn_id", sa.Uuid(), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("declared", sa.BigInteger(), nullable=False),
        sa.Column("accepted", sa.BigInteger(), nullable=False),
        sa.Column("rejected", sa.BigInteger(), nullable=False),
        sa.Column("reject_reason", sa.String(length=300), nullable=False),
        sa.Column("batch", sa.String(length=300), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("due_per_unit", sa.BigInteger(), nullable=False),
        sa.Column("agreed_value", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("rejected = 0 OR reject_reason <> ''", name=op.f("ck_grn_line_reason")),
        sa.CheckConstraint("accepted >= 0 AND rejected >= 0 AND price > 0", name=op.f("ck_grn_line_amounts")),
        sa.CheckConstraint("declared = accepted + rejected", name=op.f("ck_grn_line_adds_up")),
        sa.ForeignKeyConstraint(["grn_id"], ["grn.id"], name=op.f("fk_grn_line_grn_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_grn_line_product_id")),
        sa.PrimaryKeyConstraint("grn_id", "line_no", name=op.f("pk_grn_line")),
    )
    op.create_table(
        "lot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=13), nullable=False),
        sa.Column("grn_id", sa.Uuid(), nullable=False),
        sa.Column("grn_line_no", sa.Integer(), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("batch", sa.String(length=300), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("qty_received", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("agreed_value", sa.BigInteger(), nullable=False),
        sa.Column("rate_method", sa.String(20), nullable=True),
        sa.Column("rate_basis_points", sa.Integer(), nullable=True),
        sa.Column("rate_amount", sa.BigInteger(), nullable=True),
        sa.Column("rate_base", sa.String(20), nullable=True),
        sa.CheckConstraint("qty_received > 0 AND price > 0 AND agreed_value >= 0", name=op.f("ck_lot_amounts")),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_lot_agreement_id")),
        sa.ForeignKeyConstraint(["grn_id"], ["grn.id"], name=op.f("fk_lot_grn_id")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_lot_producer_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_lot_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lot")),
        sa.UniqueConstraint("code", name=op.f("uq_lot_code")),
        sa.UniqueConstraint("grn_id", "grn_line_no", name=op.f("uq_lot_grn_id_grn_line_no")),
    )
    op.create_index(op.f("ix_lot_expires_on"), "lot", ["expires_on"], unique=False)
    op.create_index(op.f("ix_lot_producer_id"), "lot", ["producer_id"], unique=False)
    op.create_index("ix_lot_product_producer", "lot", ["product_id", "producer_id"], unique=False)
    op.create_table(
        "payment",
        sa.Column("sale_id", sa.Uuid(), nullable=False),
        sa.Column("pay_no", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(length=20), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("tendered", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.String(length=300), nullable=False),
        sa.CheckConstraint("amount <= tendered", name=op.f("ck_payment_change")),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_payment_sale_id")),
        sa.PrimaryKeyConstraint("sale_id", "pay_no", name=op.f("pk_payment")),
    )
    op.create_table(
        "sale_line",
        sa.Column("sale_id", sa.Uuid(), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("name_th", sa.String(length=300), nullable=False),
        sa.Column("name_en", sa.String(length=300), nullable=False),
        sa.Column("category", sa.String(20), nullable=False),
        sa.Column("unit", sa.String(20), nullable=False),
        sa.Column("qty", sa.BigInteger(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("is_price_override", sa.Boolean(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("line_discount", sa.BigInteger(), nullable=False),
        sa.Column("bill_discount", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("vat_class", sa.String(20), nullable=False),
        sa.Column("vat_bp", sa.Integer(), nullable=False),
        sa.Column("vat", sa.BigInteger(), nullable=False),
        sa.Column("ref_sale_id", sa.Uuid(), nullable=True),
        sa.Column("ref_line_no", sa.Integer(), nullable=True),
        sa.CheckConstraint("net = gross - line_discount - bill_discount", name=op.f("ck_sale_line_net")),
        sa.CheckConstraint("qty <> 0", name=op.f("ck_sale_line_qty")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_sale_line_producer_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_sale_line_product_id")),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_sale_line_sale_id")),
        sa.PrimaryKeyConstraint("sale_id", "line_no", name=op.f("pk_sale_line")),
    )
    op.create_index("ix_sale_line_ref_sale_id", "sale_line", ["ref_sale_id", "ref_line_no"], unique=False)
    op.create_table(
        "sale_vat",
        sa.Column("sale_id", sa.Uuid(), nullable=False),
        sa.Column("vat_class", sa.String(20), nullable=False),
        sa.Column("rate_bp", sa.Integer(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("vat", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_sale_vat_sale_id")),
        sa.PrimaryKeyConstraint("sale_id", "vat_class", "rate_bp", name=op.f("pk_sale_vat")),
    )
    op.create_table(
        "lot_balance",
        sa.Column("lot_id", sa.Integer(), nullable=False),
        sa.Column("bucket", sa.String(20), nullable=False),
        sa.Column("qty", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("qty >= 0", name=op.f("ck_lot_balance_not_negative")),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name=op.f("fk_lot_balance_lot_id")),
        sa.PrimaryKeyConstraint("lot_id", "bucket", name=op.f("pk_lot_balance")),
    )
    op.create_table(
        "lot_move",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lot_id", sa.Integer(), nullable=False),
        sa.Column("bucket", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("qty", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.CheckConstraint("qty <> 0", name=op.f("ck_lot_move_moves_something")),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name=op.f("fk_lot_move_lot_id")),
        sa.ForeignKeyConstraint(["user_id"], ["shop_user.id"], name=op.f("fk_lot_move_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lot_move")),
    )
    op.create_index(op.f("ix_lot_move_business_date"), "lot_move", ["business_date"], unique=False)
    op.create_index(op.f("ix_lot_move_lot_id"), "lot_move", ["lot_id"], unique=False)
    op.create_table(
        "sale_alloc",
        sa.Column("sale_id", sa.Uuid(), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("alloc_no", sa.Integer(), nullable=False),
        sa.Column("lot_id", sa.Integer(), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("qty", sa.BigInteger(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("disc_centre", sa.BigInteger(), nullable=False),
        sa.Column("disc_producer", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("vat_centre", sa.BigInteger(), nullable=False),
        sa.Column("rate_method", sa.String(20), nullable=False),
        sa.Column("rate_basis_points", sa.Integer(), nullable=False),
        sa.Column("rate_amount", sa.BigInteger(), nullable=False),
        sa.Column("rate_base", sa.String(20), nullable=False),
        sa.Column("commission", sa.BigInteger(), nullable=False),
        sa.Column("fee", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("tax_mode", sa.String(20), nullable=False),
        sa.Column("ref_sale_id", sa.Uuid(), nullable=True),
        sa.Column("ref_line_no", sa.Integer(), nullable=True),
        sa.Column("ref_alloc_no", sa.Integer(), nullable=True),
        sa.CheckConstraint("net = due + commission + fee + vat_centre", name=op.f("ck_sale_alloc_divides")),
        sa.CheckConstraint("net = gross - disc_centre - disc_producer", name=op.f("ck_sale_alloc_net")),
        sa.CheckConstraint("qty <> 0", name=op.f("ck_sale_alloc_qty")),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_sale_alloc_agreement_id")),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name=op.f("fk_sale_alloc_lot_id")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_sale_alloc_producer_id")),
        sa.ForeignKeyConstraint(
            ["sale_id", "line_no"],
            ["sale_line.sale_id", "sale_line.line_no"],
            name=op.f("fk_sale_alloc_sale_id_line_no"),
        ),
        sa.PrimaryKeyConstraint("sale_id", "line_no", "alloc_no", name=op.f("pk_sale_alloc")),
    )
    op.create_index(op.f("ix_sale_alloc_lot_id"), "sale_alloc", ["lot_id"], unique=False)
    op.create_index(op.f("ix_sale_alloc_producer_id"), "sale_alloc", ["producer_id"], unique=False)
    op.create_index("ix_sale_alloc_ref", "sale_alloc", ["ref_sale_id", "ref_line_no", "ref_alloc_no"], unique=False)
    op.create_table(
        "stock_exception",
        sa.Column("sale_id", sa.Uuid(), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("qty", sa.BigInteger(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("vat", sa.BigInteger(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("net = gross - discount", name=op.f("ck_stock_exception_net")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_stock_exception_producer_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_stock_exception_product_id")),
        sa.ForeignKeyConstraint(
            ["sale_id", "line_no"],
            ["sale_line.sale_id", "sale_line.line_no"],
            name=op.f("fk_stock_exception_sale_id_line_no"),
        ),
        sa.PrimaryKeyConstraint("sale_id", "line_no", name=op.f("pk_stock_exception")),
    )
    op.create_index(op.f("ix_stock_exception_business_date"), "stock_exception", ["business_date"], unique=False)
    create_refusing_function()
    for table in APPEND_ONLY:
        protect(table)
