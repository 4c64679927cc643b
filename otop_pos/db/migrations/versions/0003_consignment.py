"""The consignment desk: settlement, stock notes, counts, photos, standards, members, bank accounts, papers."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

from otop_pos.db.migrations.append_only import freeze, protect

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

APPEND_ONLY = (
    "agreement_rate",
    "grn_line",
    "stock_note",
    "stock_note_line",
    "lot_price",
    "label_print",
    "payable_adjustment",
    "photo",
    "paper",
    "payment_batch",
)
FROZEN = {
    "agreement": (
        "id producer_id version valid_from term_days grace_days end_action hold_days cycle min_payout loss_policy "
        "discount_policy tax_mode wht_rule number"
    ),
    "grn": "id doc_no producer_id agreement_id posted_at business_date user_id",
    "lot": (
        "id code grn_id grn_line_no producer_id product_id agreement_id batch made_on expires_on received_on "
        "qty_received agreed_value rate_method rate_basis_points rate_amount rate_base photo_id"
    ),
    "statement": (
        "id doc_no producer_id number agreement_id period_from cutoff last_entry opening closing on_hold issued_at "
        "issued_by sha256"
    ),
    "statement_line": "statement_id line_no payable_id",
    "voucher": (
        "id doc_no producer_id statement_id gross wht_rule wht_base wht net method bank_id prepared_by prepared_at"
    ),
}


def upgrade() -> None:
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undone_by"], ["shop_user.id"], name=op.f("fk_import_batch_undone_by")),
        sa.ForeignKeyConstraint(["user_id"], ["shop_user.id"], name=op.f("fk_import_batch_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    op.create_table(
        "paper",
        sa.Column("doc_no", sa.String(length=30), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("doc_no", name=op.f("pk_paper")),
    )
    op.create_index(op.f("ix_paper_document_id"), "paper", ["document_id"], unique=False)
    op.create_table(
        "photo",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("width > 0 AND height > 0", name=op.f("ck_photo_size")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
    )
    op.create_table(
        "count_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("doc_no", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_by", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["ended_by"], ["shop_user.id"], name=op.f("fk_count_session_ended_by")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_count_session_producer_id")),
        sa.ForeignKeyConstraint(["started_by"], ["shop_user.id"], name=op.f("fk_count_session_started_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_count_session")),
        sa.UniqueConstraint("doc_no", name=op.f("uq_count_session_doc_no")),
    )
    op.create_index("ix_count_session_state", "count_session", ["state"], unique=False)
    op.create_table(
        "payment_batch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("doc_no", sa.String(length=20), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["shop_user.id"], name=op.f("fk_payment_batch_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_batch")),
        sa.UniqueConstraint("doc_no", name=op.f("uq_payment_batch_doc_no")),
    )
    op.create_table(
        "producer_bank",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("bank", sa.String(length=10), nullable=False),
        sa.Column("account", sa.String(length=20), nullable=False),
        sa.Column("account_name", sa.String(length=300), nullable=False),
        sa.Column("promptpay", sa.String(length=20), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "approved_by IS NULL OR approved_by <> entered_by", name=op.f("ck_producer_bank_second_person")
        ),
        sa.ForeignKeyConstraint(["approved_by"], ["shop_user.id"], name=op.f("fk_producer_bank_approved_by")),
        sa.ForeignKeyConstraint(["entered_by"], ["shop_user.id"], name=op.f("fk_producer_bank_entered_by")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_producer_bank_producer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_producer_bank")),
    )
    op.create_index(op.f("ix_producer_bank_producer_id"), "producer_bank", ["producer_id"], unique=False)
    op.create_table(
        "producer_member",
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("member_no", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("phone", sa.String(length=300), nullable=False),
        sa.Column("share_bp", sa.Integer(), nullable=False),
        sa.CheckConstraint("share_bp > 0 AND share_bp <= 10000", name=op.f("ck_producer_member_share")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_producer_member_producer_id")),
        sa.PrimaryKeyConstraint("producer_id", "member_no", name=op.f("pk_producer_member")),
    )
    op.create_table(
        "payable_adjustment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("approval_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amount <> 0 AND reason <> ''", name=op.f("ck_payable_adjustment_says_why")),
        sa.ForeignKeyConstraint(["approval_id"], ["approval.id"], name=op.f("fk_payable_adjustment_approval_id")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_payable_adjustment_producer_id")),
        sa.ForeignKeyConstraint(["user_id"], ["shop_user.id"], name=op.f("fk_payable_adjustment_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payable_adjustment")),
    )
    op.create_table(
        "payable_hold",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("payable_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("placed_by", sa.Integer(), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_by", sa.Integer(), nullable=True),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_payable_hold_says_why")),
        sa.ForeignKeyConstraint(["payable_id"], ["payable.id"], name=op.f("fk_payable_hold_payable_id")),
        sa.ForeignKeyConstraint(["placed_by"], ["shop_user.id"], name=op.f("fk_payable_hold_placed_by")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_payable_hold_producer_id")),
        sa.ForeignKeyConstraint(["released_by"], ["shop_user.id"], name=op.f("fk_payable_hold_released_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payable_hold")),
    )
    op.create_index(
        "ix_payable_hold_payable_id",
        "payable_hold",
        ["payable_id"],
        unique=True,
        sqlite_where=sa.text("released_at IS NULL"),
        postgresql_where=sa.text("released_at IS NULL"),
    )
    op.create_index(op.f("ix_payable_hold_producer_id"), "payable_hold", ["producer_id"], unique=False)
    op.create_table(
        "standard",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("number", sa.String(length=300), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_standard_producer_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_standard_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard")),
    )
    op.create_index(op.f("ix_standard_expires_on"), "standard", ["expires_on"], unique=False)
    op.create_index(op.f("ix_standard_producer_id"), "standard", ["producer_id"], unique=False)
    op.create_index(op.f("ix_standard_product_id"), "standard", ["product_id"], unique=False)
    op.create_table(
        "statement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("doc_no", sa.String(length=30), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("cutoff", sa.Date(), nullable=False),
        sa.Column("last_entry", sa.Integer(), nullable=False),
        sa.Column("opening", sa.BigInteger(), nullable=False),
        sa.Column("closing", sa.BigInteger(), nullable=False),
        sa.Column("on_hold", sa.BigInteger(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("reversed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reversed_by", sa.Integer(), nullable=True),
        sa.Column("reverse_reason", sa.String(length=300), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_statement_counts_up")),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_statement_agreement_id")),
        sa.ForeignKeyConstraint(["issued_by"], ["shop_user.id"], name=op.f("fk_statement_issued_by")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_statement_producer_id")),
        sa.ForeignKeyConstraint(["reversed_by"], ["shop_user.id"], name=op.f("fk_statement_reversed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sa.UniqueConstraint("doc_no", name=op.f("uq_statement_doc_no")),
        sa.UniqueConstraint("producer_id", "number", name=op.f("uq_statement_producer_id_number")),
    )
    op.create_index(op.f("ix_statement_cutoff"), "statement", ["cutoff"], unique=False)
    op.create_table(
        "stock_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("doc_no", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("approval_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("reverses", sa.Uuid(), nullable=True),
        sa.Column("count_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["approval_id"], ["approval.id"], name=op.f("fk_stock_note_approval_id")),
        sa.ForeignKeyConstraint(["count_id"], ["count_session.id"], name=op.f("fk_stock_note_count_id")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_stock_note_producer_id")),
        sa.ForeignKeyConstraint(["reverses"], ["stock_note.id"], name=op.f("fk_stock_note_reverses")),
        sa.ForeignKeyConstraint(["user_id"], ["shop_user.id"], name=op.f("fk_stock_note_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_note")),
        sa.UniqueConstraint("doc_no", name=op.f("uq_stock_note_doc_no")),
        sa.UniqueConstraint("reverses", name=op.f("uq_stock_note_reverses")),
    )
    op.create_index(op.f("ix_stock_note_business_date"), "stock_note", ["business_date"], unique=False)
    op.create_index(op.f("ix_stock_note_producer_id"), "stock_note", ["producer_id"], unique=False)
    op.create_table(
        "statement_line",
        sa.Column("statement_id", sa.Uuid(), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("payable_id", sa.Uuid(), nullable=False),
        sa.Column("is_live", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["payable_id"], ["payable.id"], name=op.f("fk_statement_line_payable_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_statement_line_statement_id")),
        sa.PrimaryKeyConstraint("statement_id", "line_no", name=op.f("pk_statement_line")),
    )
    op.create_index(
        "ix_statement_line_payable_id",
        "statement_line",
        ["payable_id"],
        unique=True,
        sqlite_where=sa.text("is_live"),
        postgresql_where=sa.text("is_live"),
    )
    op.create_table(
        "voucher",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("doc_no", sa.String(length=20), nullable=False),
        sa.Column("producer_id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("wht_rule", sa.String(length=20), nullable=False),
        sa.Column("wht_base", sa.BigInteger(), nullable=False),
        sa.Column("wht", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("method", sa.String(length=20), nullable=False),
        sa.Column("bank_id", sa.Integer(), nullable=True),
        sa.Column("batch_id", sa.Uuid(), nullable=True),
        sa.Column("cash_movement_id", sa.Uuid(), nullable=True),
        sa.Column("reference", sa.String(length=300), nullable=False),
        sa.Column("remark", sa.String(length=300), nullable=False),
        sa.Column("prepared_by", sa.Integer(), nullable=False),
        sa.Column("prepared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paid_by", sa.Integer(), nullable=True),
        sa.Column("paid_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("approved_by IS NULL OR approved_by <> prepared_by", name=op.f("ck_voucher_second_person")),
        sa.CheckConstraint("gross > 0 AND wht >= 0 AND net = gross - wht AND net > 0", name=op.f("ck_voucher_amounts")),
        sa.ForeignKeyConstraint(["approved_by"], ["shop_user.id"], name=op.f("fk_voucher_approved_by")),
        sa.ForeignKeyConstraint(["bank_id"], ["producer_bank.id"], name=op.f("fk_voucher_bank_id")),
        sa.ForeignKeyConstraint(["batch_id"], ["payment_batch.id"], name=op.f("fk_voucher_batch_id")),
        sa.ForeignKeyConstraint(["cash_movement_id"], ["cash_movement.id"], name=op.f("fk_voucher_cash_movement_id")),
        sa.ForeignKeyConstraint(["ended_by"], ["shop_user.id"], name=op.f("fk_voucher_ended_by")),
        sa.ForeignKeyConstraint(["paid_by"], ["shop_user.id"], name=op.f("fk_voucher_paid_by")),
        sa.ForeignKeyConstraint(["prepared_by"], ["shop_user.id"], name=op.f("fk_voucher_prepared_by")),
        sa.ForeignKeyConstraint(["producer_id"], ["producer.id"], name=op.f("fk_voucher_producer_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_voucher_statement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voucher")),
        sa.UniqueConstraint("doc_no", name=op.f("uq_voucher_doc_no")),
    )
    op.create_index(op.f("ix_voucher_batch_id"), "voucher", ["batch_id"], unique=False)
    op.create_index(
        "ix_voucher_producer_id",
        "voucher",
        ["producer_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('prepared', 'approved')"),
        postgresql_where=sa.text("state IN ('prepared', 'approved')"),
    )
    op.create_index("ix_voucher_statement_id", "voucher", ["statement_id"], unique=False)
    op.create_table(
        "count_line",
        sa.Column("count_id", sa.Uuid(), nullable=False),
        sa.Column("lot_id", sa.Integer(), nullable=False),
        sa.Column("bucket", sa.String(length=20), nullable=False),
        sa.Column("expected", sa.BigInteger(), nullable=False),
        sa.Column("counted", sa.BigInteger(), nullable=True),
        sa.Column("moved", sa.BigInteger(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("counted_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("counted IS NULL OR counted >= 0", name=op.f("ck_count_line_counted")),
        sa.ForeignKeyConstraint(["count_id"], ["count_session.id"], name=op.f("fk_count_line_count_id")),
        sa.ForeignKeyConstraint(["counted_by"], ["shop_user.id"], name=op.f("fk_count_line_counted_by")),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name=op.f("fk_count_line_lot_id")),
        sa.PrimaryKeyConstraint("count_id", "lot_id", "bucket", name=op.f("pk_count_line")),
    )
    op.create_table(
        "label_print",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lot_id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.CheckConstraint("count > 0", name=op.f("ck_label_print_count")),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name=op.f("fk_label_print_lot_id")),
        sa.ForeignKeyConstraint(["user_id"], ["shop_user.id"], name=op.f("fk_label_print_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_label_print")),
    )
    op.create_index(op.f("ix_label_print_lot_id"), "label_print", ["lot_id"], unique=False)
    op.create_table(
        "lot_price",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lot_id", sa.Integer(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("before", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.CheckConstraint("price > 0", name=op.f("ck_lot_price_price")),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name=op.f("fk_lot_price_lot_id")),
        sa.ForeignKeyConstraint(["user_id"], ["shop_user.id"], name=op.f("fk_lot_price_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lot_price")),
    )
    op.create_index(op.f("ix_lot_price_lot_id"), "lot_price", ["lot_id"], unique=False)
    op.create_table(
        "stock_note_line",
        sa.Column("note_id", sa.Uuid(), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("lot_id", sa.Integer(), nullable=False),
        sa.Column("bucket", sa.String(length=20), nullable=False),
        sa.Column("moved_to", sa.String(length=20), nullable=True),
        sa.Column("cause", sa.String(length=20), nullable=False),
        sa.Column("qty", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("agreed_value", sa.BigInteger(), nullable=False),
        sa.Column("compensation", sa.BigInteger(), nullable=False),
        sa.Column("found_of", sa.Uuid(), nullable=True),
        sa.CheckConstraint("(cause = 'transfer') = (moved_to IS NOT NULL)", name=op.f("ck_stock_note_line_transfer")),
        sa.CheckConstraint("qty <> 0", name=op.f("ck_stock_note_line_moves_something")),
        sa.ForeignKeyConstraint(["found_of"], ["stock_note.id"], name=op.f("fk_stock_note_line_found_of")),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name=op.f("fk_stock_note_line_lot_id")),
        sa.ForeignKeyConstraint(["note_id"], ["stock_note.id"], name=op.f("fk_stock_note_line_note_id")),
        sa.PrimaryKeyConstraint("note_id", "line_no", name=op.f("pk_stock_note_line")),
    )
    op.create_index(op.f("ix_stock_note_line_lot_id"), "stock_note_line", ["lot_id"], unique=False)
    op.add_column("agreement", sa.Column("number", sa.String(length=20), server_default=sa.text("''"), nullable=False))
    op.add_column("grn", sa.Column("reversed_at", sa.DateTime(timezone=True), nullable=True))
    _refer("grn", "reversed_by", sa.Integer(), "shop_user")
    op.add_column(
        "grn", sa.Column("reverse_reason", sa.String(length=300), server_default=sa.text("''"), nullable=False)
    )
    _refer("grn_line", "photo_id", sa.Uuid(), "photo")
    _refer("lot", "photo_id", sa.Uuid(), "photo")
    op.add_column("lot_move", sa.Column("reverses", sa.Uuid(), nullable=True))
    _refer("product", "photo_id", sa.Uuid(), "photo")
    op.add_column("product", sa.Column("story_th", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("product", sa.Column("story_en", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("product", sa.Column("low_stock", sa.BigInteger(), nullable=True))
    op.add_column("product", sa.Column("topotop", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("product", sa.Column("creative", sa.Boolean(), server_default=sa.false(), nullable=False))
    _refer("sale_alloc", "note_id", sa.Uuid(), "stock_note")
    for table in APPEND_ONLY:
        protect(table)
    for table, columns in FROZEN.items():
        freeze(table, columns.split())


def _refer(table: str, column: str, kind: TypeEngine[Any], target: str) -> None:
    """A new column that refers to a row elsewhere; SQLite takes the constraint only with the column."""
    name, bind = f"fk_{table}_{column}", op.get_bind()
    if bind.dialect.name == "sqlite":
        written = kind.compile(bind.dialect)
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {written} CONSTRAINT {name} REFERENCES {target} (id)")
        return
    op.add_column(table, sa.Column(column, kind, nullable=True))
    op.create_foreign_key(op.f(name), table, target, [column], ["id"])
