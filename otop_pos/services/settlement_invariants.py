"""The invariants of settlement: statements, vouchers and the ledger behind them.

Numbers in brackets are those of the consignment specification. Plain SQL that both databases read.
"""

from otop_pos.services.invariants import Invariant

_LIVE = "(SELECT * FROM statement WHERE reversed_at IS NULL) AS live"

_NUMBERED = """(
    SELECT 'VOUCHER' AS kind, 'PV' AS mark, doc_no FROM voucher
    UNION ALL SELECT 'BATCH', 'PB', doc_no FROM payment_batch
    UNION ALL SELECT 'WHT', 'WT', doc_no FROM paper WHERE kind LIKE 'withholding%'
) AS numbered"""


def _day_number(column: str) -> str:
    """The Julian day of a date, in arithmetic that both databases know (neither knows the other's dates)."""
    text = f"CAST({column} AS TEXT)"
    year, month, day = (f"CAST(SUBSTR({text}, {at}, {length}) AS INTEGER)" for at, length in ((1, 4), (6, 2), (9, 2)))
    before_march = f"((14 - {month}) / 12)"
    years = f"({year} + 4800 - {before_march})"
    months = f"({month} + 12 * {before_march} - 3)"
    return f"({day} + (153 * {months} + 2) / 5 + 365 * {years} + {years} / 4 - {years} / 100 + {years} / 400)"


SETTLEMENT_INVARIANTS = (
    Invariant(
        "settled balance (8)",
        "what a producer is owed is the last statement's closing and what is on none yet",
        "SELECT id FROM producer",
        f"""
        SELECT producer.code, owed.amount, last.closing, open.amount AS unsettled FROM producer
        JOIN (SELECT producer_id, SUM(amount) AS amount FROM payable GROUP BY producer_id) AS owed
            ON owed.producer_id = producer.id
        LEFT JOIN (
            SELECT live.producer_id, live.closing FROM {_LIVE} WHERE live.number = (
                SELECT MAX(number) FROM statement AS newer
                WHERE newer.producer_id = live.producer_id AND newer.reversed_at IS NULL)
        ) AS last ON last.producer_id = producer.id
        LEFT JOIN (
            SELECT producer_id, SUM(amount) AS amount FROM payable
            WHERE NOT EXISTS (SELECT 1 FROM statement_line AS line WHERE line.payable_id = payable.id AND line.is_live)
            GROUP BY producer_id
        ) AS open ON open.producer_id = producer.id
        WHERE owed.amount <> COALESCE(last.closing, 0) + COALESCE(open.amount, 0)
        """,
    ),
    Invariant(
        "on one statement (9)",
        "an entry of the ledger is on at most one statement in force, and only on its own producer's",
        "SELECT statement_id FROM statement_line",
        """
        SELECT CAST(line.payable_id AS TEXT) AS payable, COUNT(*) AS times FROM statement_line AS line
        WHERE line.is_live GROUP BY line.payable_id HAVING COUNT(*) > 1
        UNION ALL
        SELECT statement.doc_no, line.line_no FROM statement_line AS line
        JOIN statement ON statement.id = line.statement_id JOIN payable ON payable.id = line.payable_id
        WHERE payable.producer_id <> statement.producer_id OR line.is_live <> (statement.reversed_at IS NULL)
        """,
    ),
    Invariant(
        "statements follow each other (10)",
        "a statement begins with what the one before ended with, and ends with that and its entries",
        "SELECT id FROM statement",
        f"""
        SELECT statement.doc_no, statement.opening, statement.closing, lines.amount AS entries FROM statement
        LEFT JOIN (
            SELECT line.statement_id, SUM(payable.amount) AS amount FROM statement_line AS line
            JOIN payable ON payable.id = line.payable_id GROUP BY line.statement_id
        ) AS lines ON lines.statement_id = statement.id
        WHERE statement.closing <> statement.opening + COALESCE(lines.amount, 0)
        UNION ALL
        SELECT live.doc_no, live.opening, before.closing, 0 FROM {_LIVE}
        LEFT JOIN statement AS before ON before.producer_id = live.producer_id AND before.number = (
            SELECT MAX(number) FROM statement AS older WHERE older.producer_id = live.producer_id
            AND older.number < live.number AND older.reversed_at IS NULL)
        WHERE live.opening <> COALESCE(before.closing, 0) OR before.cutoff >= live.cutoff
        UNION ALL
        SELECT live.doc_no, live.last_entry, COUNT(line.payable_id), 1 FROM {_LIVE}
        JOIN statement AS till_here ON till_here.producer_id = live.producer_id
            AND till_here.number <= live.number AND till_here.reversed_at IS NULL
        LEFT JOIN statement_line AS line ON line.statement_id = till_here.id AND line.is_live
        GROUP BY live.doc_no, live.last_entry HAVING live.last_entry <> COUNT(line.payable_id)
        """,
    ),
    Invariant(
        "no entry is skipped (10)",
        "what was written before a statement and dated up to its cut-off is on it or on one before, unless parked "
        "or still waiting for the goods to come back",
        "SELECT id FROM payable",
        f"""
        SELECT live.doc_no, payable.kind, payable.business_date, payable.amount FROM payable
        JOIN {_LIVE} ON live.producer_id = payable.producer_id
        JOIN agreement ON agreement.id = live.agreement_id
        WHERE payable.business_date <= live.cutoff AND payable.at < live.issued_at
          AND (payable.kind NOT IN ('sale', 'refund')
               OR {_day_number("live.cutoff")} - {_day_number("payable.business_date")} >= agreement.hold_days)
          AND NOT EXISTS (
            SELECT 1 FROM statement_line AS line JOIN statement AS taker ON taker.id = line.statement_id
            WHERE line.payable_id = payable.id AND line.is_live AND taker.number <= live.number)
          AND NOT EXISTS (
            SELECT 1 FROM payable_hold AS hold WHERE hold.payable_id = payable.id
            AND hold.placed_at <= live.issued_at
            AND (hold.released_at IS NULL OR hold.released_at >= live.issued_at))
        """,
    ),
    Invariant(
        "nothing dated after the cut-off (10)",
        "no statement holds an entry of a later day",
        "SELECT id FROM statement",
        """
        SELECT statement.doc_no, payable.business_date, statement.cutoff FROM statement_line AS line
        JOIN statement ON statement.id = line.statement_id JOIN payable ON payable.id = line.payable_id
        WHERE payable.business_date > statement.cutoff
        """,
    ),
    Invariant(
        "vouchers pay what is owed (11)",
        "nothing is paid of a balance at or below nothing, or under the least that was agreed",
        "SELECT id FROM voucher",
        """
        SELECT voucher.doc_no, voucher.gross, statement.closing, agreement.min_payout FROM voucher
        JOIN statement ON statement.id = voucher.statement_id JOIN agreement ON agreement.id = statement.agreement_id
        WHERE voucher.gross <= 0 OR voucher.gross < agreement.min_payout
           OR voucher.producer_id <> statement.producer_id OR voucher.net <> voucher.gross - voucher.wht
        """,
    ),
    Invariant(
        "only paid vouchers are in the ledger (7)",
        "a paid voucher took its net and the tax withheld off the ledger once, a reversed one put both back, "
        "every other one left it alone",
        "SELECT id FROM voucher",
        """
        SELECT voucher.doc_no, voucher.state, told.payout, told.tax, told.back FROM voucher
        LEFT JOIN (
            SELECT source_id, SUM(CASE WHEN kind = 'payout' THEN amount ELSE 0 END) AS payout,
                SUM(CASE WHEN kind = 'wht' THEN amount ELSE 0 END) AS tax,
                SUM(CASE WHEN kind = 'payout_reversal' THEN amount ELSE 0 END) AS back
            FROM payable WHERE kind IN ('payout', 'wht', 'payout_reversal') GROUP BY source_id
        ) AS told ON told.source_id = voucher.id
        WHERE COALESCE(told.payout, 0) <> CASE WHEN voucher.state IN ('paid', 'reversed') THEN -voucher.net ELSE 0 END
           OR COALESCE(told.tax, 0) <> CASE WHEN voucher.state = 'paid' THEN -voucher.wht ELSE 0 END
           OR COALESCE(told.back, 0) <> CASE WHEN voucher.state = 'reversed' THEN voucher.net ELSE 0 END
        UNION ALL
        SELECT 'no voucher', ledger.kind, ledger.amount, 0, 0 FROM payable AS ledger
        WHERE ledger.kind IN ('payout', 'wht', 'payout_reversal')
          AND NOT EXISTS (SELECT 1 FROM voucher WHERE voucher.id = ledger.source_id
                          AND voucher.producer_id = ledger.producer_id)
        """,
    ),
    Invariant(
        "written by hand, once (7)",
        "each fee and adjustment of the ledger has its own paper, to the satang",
        "SELECT id FROM payable_adjustment",
        """
        SELECT CAST(made.id AS TEXT) AS made, made.kind, made.amount, ledger.amount AS told
        FROM payable_adjustment AS made
        LEFT JOIN payable AS ledger ON ledger.source_id = made.id AND ledger.kind = made.kind
            AND ledger.producer_id = made.producer_id
        WHERE ledger.amount IS NULL OR ledger.amount <> made.amount
        UNION ALL
        SELECT 'no paper', ledger.kind, 0, ledger.amount FROM payable AS ledger
        WHERE ledger.kind IN ('fee', 'adjust')
          AND NOT EXISTS (SELECT 1 FROM payable_adjustment AS made WHERE made.id = ledger.source_id)
        """,
    ),
    Invariant(
        "cash left the drawer",
        "a voucher paid in cash is a movement of a drawer, to the satang; one paid by bank is none",
        "SELECT id FROM voucher WHERE state IN ('paid', 'reversed')",
        """
        SELECT voucher.doc_no, voucher.method, voucher.net, moved.amount FROM voucher
        LEFT JOIN cash_movement AS moved ON moved.id = voucher.cash_movement_id
        WHERE (voucher.state = 'paid' AND voucher.method = 'cash' AND COALESCE(moved.amount, 0) <> -voucher.net)
           OR (voucher.method = 'bank' AND voucher.cash_movement_id IS NOT NULL)
        """,
    ),
    Invariant(
        "numbers of settlement (12)",
        "statements of each producer, vouchers, bank files and certificates are numbered 1, 2, 3 …",
        "SELECT id FROM statement UNION ALL SELECT id FROM voucher",
        f"""
        SELECT producer.code, MAX(statement.number) AS last, COUNT(*) AS issued FROM statement
        JOIN producer ON producer.id = statement.producer_id
        LEFT JOIN document_series AS series ON series.kind = 'STATEMENT' AND series.owner = producer.code
        GROUP BY producer.code, series.last_no
        HAVING MAX(statement.number) <> COUNT(*) OR COALESCE(series.last_no, 0) <> COUNT(*)
        UNION ALL
        SELECT series.owner || ' ' || series.kind, series.last_no, COUNT(numbered.doc_no)
        FROM document_series AS series
        LEFT JOIN {_NUMBERED} ON numbered.kind = series.kind
            AND numbered.doc_no LIKE series.owner || '-' || numbered.mark || series.year || '%'
        WHERE series.kind IN ('VOUCHER', 'BATCH', 'WHT')
        GROUP BY series.owner, series.kind, series.year, series.last_no
        HAVING series.last_no <> COUNT(numbered.doc_no)
        """,
    ),
    Invariant(
        "two people (15)",
        "who prepares a payment does not approve it, and nobody approves a bank account they entered",
        "SELECT id FROM voucher",
        """
        SELECT doc_no, prepared_by, approved_by FROM voucher
        WHERE approved_by = prepared_by
           OR (approved_by IS NULL AND state IN ('approved', 'paid', 'failed', 'reversed'))
        UNION ALL
        SELECT account, entered_by, approved_by FROM producer_bank WHERE approved_by = entered_by
        UNION ALL
        SELECT voucher.doc_no, voucher.bank_id, 0 FROM voucher
        JOIN producer_bank AS bank ON bank.id = voucher.bank_id
        WHERE bank.producer_id <> voucher.producer_id OR bank.approved_by IS NULL
        """,
    ),
    Invariant(
        "issued papers are kept",
        "a statement and a paid voucher are kept as they were issued, under the hash the books name",
        "SELECT id FROM statement UNION ALL SELECT id FROM voucher WHERE state IN ('paid', 'reversed')",
        """
        SELECT statement.doc_no, statement.sha256, paper.sha256 AS kept FROM statement
        LEFT JOIN paper ON paper.doc_no = statement.doc_no AND paper.document_id = statement.id
        WHERE paper.sha256 IS NULL OR paper.sha256 <> statement.sha256
        UNION ALL
        SELECT voucher.doc_no, voucher.state, paper.sha256 FROM voucher
        LEFT JOIN paper ON paper.doc_no = voucher.doc_no
        WHERE voucher.state IN ('paid', 'reversed') AND paper.sha256 IS NULL
        """,
    ),
    Invariant(
        "bank files add up",
        "a file for the bank holds its vouchers and nothing else, to the satang",
        "SELECT id FROM payment_batch",
        """
        SELECT batch.doc_no, batch.total, SUM(voucher.net) AS net, COUNT(voucher.id) AS held FROM payment_batch AS batch
        LEFT JOIN voucher ON voucher.batch_id = batch.id
        GROUP BY batch.doc_no, batch.total, batch.count
        HAVING batch.total <> COALESCE(SUM(voucher.net), 0) OR batch.count <> COUNT(voucher.id)
        """,
    ),
)
