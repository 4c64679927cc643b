"""People with PINs and rights, approvals, what happens at a till, held bills, customers, paid in and out."""

import sqlalchemy as sa
from alembic import op

from otop_pos.db.migrations.append_only import protect

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APPEND_ONLY = (
    "sale_customer",
    "approval",
    "till_event",
    "cash_movement",
)


def upgrade() -> None:
    op.create_table(
        "approval",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("permission", sa.String(length=20), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("bill", sa.Uuid(), nullable=True),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("till_code", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("asked_by <> given_by", name=op.f("ck_approval_second_person")),
        sa.ForeignKeyConstraint(["asked_by"], ["shop_user.id"], name=op.f("fk_approval_asked_by")),
        sa.ForeignKeyConstraint(["given_by"], ["shop_user.id"], name=op.f("fk_approval_given_by")),
        sa.ForeignKeyConstraint(["till_code"], ["till.code"], name=op.f("fk_approval_till_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
    )
    op.create_table(
        "held_bill",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("till_code", sa.String(length=20), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("line_count", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('held', 'taken')", name=op.f("ck_held_bill_state")),
        sa.ForeignKeyConstraint(["till_code"], ["till.code"], name=op.f("fk_held_bill_till_code")),
        sa.ForeignKeyConstraint(["user_id"], ["shop_user.id"], name=op.f("fk_held_bill_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_bill")),
    )
    op.create_index(op.f("ix_held_bill_state"), "held_bill", ["state"], unique=False)
    op.create_table(
        "cash_movement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("till_session_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("approval_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amount <> 0 AND (kind = 'paid_in') = (amount > 0)", name=op.f("ck_cash_movement_sign")),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_cash_movement_reason")),
        sa.ForeignKeyConstraint(["approval_id"], ["approval.id"], name=op.f("fk_cash_movement_approval_id")),
        sa.ForeignKeyConstraint(
            ["till_session_id"], ["till_session.id"], name=op.f("fk_cash_movement_till_session_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["shop_user.id"], name=op.f("fk_cash_movement_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cash_movement")),
    )
    op.create_index(op.f("ix_cash_movement_till_session_id"), "cash_movement", ["till_session_id"], unique=False)
    op.create_table(
        "till_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("till_code", sa.String(length=20), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("till_session_id", sa.Integer(), nullable=True),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("approval_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("number > 0", name=op.f("ck_till_event_counts_up")),
        sa.ForeignKeyConstraint(["approval_id"], ["approval.id"], name=op.f("fk_till_event_approval_id")),
        sa.ForeignKeyConstraint(["till_code"], ["till.code"], name=op.f("fk_till_event_till_code")),
        sa.ForeignKeyConstraint(["till_session_id"], ["till_session.id"], name=op.f("fk_till_event_till_session_id")),
        sa.ForeignKeyConstraint(["user_id"], ["shop_user.id"], name=op.f("fk_till_event_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_till_event")),
        sa.UniqueConstraint("approval_id", name=op.f("uq_till_event_approval_id")),
        sa.UniqueConstraint("till_code", "number", name=op.f("uq_till_event_till_code_number")),
    )
    op.create_index("ix_till_event_business_date", "till_event", ["business_date", "kind"], unique=False)
    op.create_index(op.f("ix_till_event_document_id"), "till_event", ["document_id"], unique=False)
    op.create_index(op.f("ix_till_event_till_session_id"), "till_event", ["till_session_id"], unique=False)
    op.create_table(
        "sale_customer",
        sa.Column("sale_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("tax_id", sa.String(length=300), nullable=False),
        sa.Column("branch_no", sa.String(length=300), nullable=False),
        sa.Column("passport_no", sa.String(length=300), nullable=False),
        sa.Column("country", sa.String(length=300), nullable=False),
        sa.Column("phone", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_sale_customer_sale_id")),
        sa.PrimaryKeyConstraint("sale_id", name=op.f("pk_sale_customer")),
    )
    op.create_table(
        "used_reference",
        sa.Column("method", sa.String(length=20), nullable=False),
        sa.Column("reference", sa.String(length=300), nullable=False),
        sa.Column("sale_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_used_reference_sale_id")),
        sa.PrimaryKeyConstraint("method", "reference", name=op.f("pk_used_reference")),
    )
    op.create_index(op.f("ix_used_reference_sale_id"), "used_reference", ["sale_id"], unique=False)
    op.add_column("producer", sa.Column("story_th", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("producer", sa.Column("story_en", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("sale", sa.Column("is_void", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("sale", sa.Column("exchange_id", sa.Uuid(), nullable=True))
    op.add_column("shop_user", sa.Column("secret", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("shop_user", sa.Column("failed_tries", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("shop_user", sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True))
    for table in APPEND_ONLY:
        protect(table)
