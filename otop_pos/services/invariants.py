"""The invariants of the consignment ledger, each as the rows it looks at and the rows that break it.

Numbers in brackets are those of the consignment specification. Plain SQL that both databases read, so
that an auditor can run and read it without this program.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Invariant:
    """`checked` selects what is looked at, `broken` what is wrong: its columns name the culprit."""

    name: str
    sentence: str
    checked: str
    broken: str


INVARIANTS = (
    Invariant(
        "lots cover the line (3)",
        "a line's lots, with what awaited one, add up to it in quantity and in every amount",
        "SELECT sale_id FROM sale_line",
        """
        SELECT sale.doc_no, line.line_no, line.qty, line.net FROM sale_line AS line
        JOIN sale ON sale.id = line.sale_id
        LEFT JOIN (
            SELECT sale_id, line_no, SUM(qty) AS qty, SUM(gross) AS gross, SUM(net) AS net
            FROM sale_alloc WHERE note_id IS NULL GROUP BY sale_id, line_no
        ) AS lots ON lots.sale_id = line.sale_id AND lots.line_no = line.line_no
        LEFT JOIN stock_exception AS missing ON missing.sale_id = line.sale_id AND missing.line_no = line.line_no
        WHERE line.qty <> COALESCE(lots.qty, 0) + COALESCE(missing.qty, 0)
           OR line.gross <> COALESCE(lots.gross, 0) + COALESCE(missing.gross, 0)
           OR line.net <> COALESCE(lots.net, 0) + COALESCE(missing.net, 0)
        """,
    ),
    Invariant(
        "refunds within the sale (4)",
        "no line and no lot of it was given back more than once; a full return leaves nothing",
        "SELECT sale_id FROM sale_line WHERE ref_sale_id IS NOT NULL",
        """
        SELECT sale.doc_no, sold.line_no, sold.alloc_no, sold.qty, back.qty AS returned
        FROM sale_alloc AS sold JOIN sale ON sale.id = sold.sale_id
        JOIN (
            SELECT ref_sale_id, ref_line_no, ref_alloc_no, SUM(qty) AS qty, SUM(net) AS net, SUM(due) AS due,
                   SUM(vat_centre) AS vat_centre, SUM(commission) AS commission
            FROM sale_alloc WHERE ref_sale_id IS NOT NULL GROUP BY ref_sale_id, ref_line_no, ref_alloc_no
        ) AS back ON back.ref_sale_id = sold.sale_id AND back.ref_line_no = sold.line_no
                 AND back.ref_alloc_no = sold.alloc_no
        WHERE sold.qty + back.qty < 0 OR sold.due + back.due < 0
           OR (sold.qty + back.qty = 0 AND (sold.net + back.net <> 0 OR sold.due + back.due <> 0
               OR sold.vat_centre + back.vat_centre <> 0 OR sold.commission + back.commission <> 0))
        UNION ALL
        SELECT sale.doc_no, sold.line_no, 0, sold.qty, back.qty FROM sale_line AS sold
        JOIN sale ON sale.id = sold.sale_id
        JOIN (
            SELECT ref_sale_id, ref_line_no, SUM(qty) AS qty, SUM(net) AS net, SUM(vat) AS vat
            FROM sale_line WHERE ref_sale_id IS NOT NULL GROUP BY ref_sale_id, ref_line_no
        ) AS back ON back.ref_sale_id = sold.sale_id AND back.ref_line_no = sold.line_no
        WHERE sold.qty + back.qty < 0
           OR (sold.qty + back.qty = 0 AND (sold.net + back.net <> 0 OR sold.vat + back.vat <> 0))
        UNION ALL
        SELECT sale.doc_no, back.line_no, back.alloc_no, 0, back.qty FROM sale_alloc AS back
        JOIN sale ON sale.id = back.sale_id
        LEFT JOIN sale_alloc AS sold ON sold.sale_id = back.ref_sale_id AND sold.line_no = back.ref_line_no
            AND sold.alloc_no = back.ref_alloc_no AND sold.lot_id = back.lot_id
        WHERE sale.doc_type = 'REFUND' AND sold.sale_id IS NULL
        UNION ALL
        SELECT sale.doc_no, back.line_no, 0, 0, back.qty FROM sale_line AS back
        JOIN sale ON sale.id = back.sale_id
        LEFT JOIN sale_line AS sold ON sold.sale_id = back.ref_sale_id AND sold.line_no = back.ref_line_no
        WHERE sale.doc_type = 'REFUND' AND (sold.sale_id IS NULL OR back.ref_sale_id <> sale.ref_sale_id)
        """,
    ),
    Invariant(
        "money identity (5)",
        "gross − discounts = net = due + commission + fee + VAT, to the satang",
        "SELECT sale_id FROM sale_alloc",
        """
        SELECT sale.doc_no, alloc.line_no, alloc.alloc_no FROM sale_alloc AS alloc
        JOIN sale ON sale.id = alloc.sale_id
        WHERE alloc.net <> alloc.gross - alloc.disc_centre - alloc.disc_producer
           OR alloc.net <> alloc.due + alloc.commission + alloc.fee + alloc.vat_centre
        """,
    ),
    Invariant(
        "document adds up",
        "the head of a document is the sum of its lines, and its tax that of its classes and lines",
        "SELECT id FROM sale",
        """
        SELECT sale.doc_no, sale.net, sale.vat FROM sale
        JOIN (
            SELECT sale_id, SUM(gross) AS gross, SUM(net) AS net, SUM(vat) AS vat FROM sale_line GROUP BY sale_id
        ) AS lines ON lines.sale_id = sale.id
        LEFT JOIN (SELECT sale_id, SUM(gross) AS gross, SUM(vat) AS vat FROM sale_vat GROUP BY sale_id) AS taxes
            ON taxes.sale_id = sale.id
        WHERE sale.gross <> lines.gross OR sale.net <> lines.net OR sale.vat <> lines.vat
           OR sale.net <> COALESCE(taxes.gross, 0) OR sale.vat <> COALESCE(taxes.vat, 0)
        UNION ALL
        SELECT sale.doc_no, sale.net, sale.vat FROM sale
        WHERE NOT EXISTS (SELECT 1 FROM sale_line WHERE sale_line.sale_id = sale.id)
        """,
    ),
    Invariant(
        "one day per document",
        "a document, its goods and its dues stand on the day of its till; a note's on its own",
        "SELECT id FROM sale UNION ALL SELECT id FROM stock_note",
        """
        SELECT sale.doc_no, sale.business_date, till.business_date AS till_day FROM sale
        JOIN till_session AS till ON till.id = sale.till_session_id
        WHERE sale.business_date <> till.business_date OR sale.till_code <> till.till_code
        UNION ALL
        SELECT sale.doc_no, sale.business_date, move.business_date FROM lot_move AS move
        JOIN sale ON sale.id = move.document_id WHERE sale.business_date <> move.business_date
        UNION ALL
        SELECT sale.doc_no, sale.business_date, ledger.business_date FROM payable AS ledger
        JOIN sale ON sale.id = ledger.source_id WHERE sale.business_date <> ledger.business_date
        UNION ALL
        SELECT note.doc_no, note.business_date, move.business_date FROM lot_move AS move
        JOIN stock_note AS note ON note.id = move.document_id WHERE note.business_date <> move.business_date
        UNION ALL
        SELECT note.doc_no, note.business_date, ledger.business_date FROM payable AS ledger
        JOIN stock_note AS note ON note.id = ledger.source_id WHERE note.business_date <> ledger.business_date
        """,
    ),
    Invariant(
        "one payable per source (7)",
        "every allocation with a due gave the producer's ledger exactly that amount, once",
        "SELECT id FROM payable",
        """
        SELECT sale.doc_no, alloc.line_no, alloc.due, ledger.amount FROM sale_alloc AS alloc
        JOIN sale ON sale.id = alloc.sale_id
        LEFT JOIN payable AS ledger ON ledger.source_id = COALESCE(alloc.note_id, alloc.sale_id)
            AND ledger.source_line = CASE WHEN alloc.note_id IS NULL THEN alloc.line_no ELSE 1 END
            AND ledger.source_part = CASE WHEN alloc.note_id IS NULL THEN alloc.alloc_no ELSE 1 END
            AND ledger.kind = LOWER(sale.doc_type)
        WHERE alloc.due <> COALESCE(ledger.amount, 0)
           OR alloc.producer_id <> COALESCE(ledger.producer_id, alloc.producer_id)
        UNION ALL
        SELECT 'no source', ledger.source_line, 0, ledger.amount FROM payable AS ledger
        WHERE ledger.kind IN ('sale', 'refund') AND NOT EXISTS (
            SELECT 1 FROM sale_alloc AS alloc JOIN sale ON sale.id = alloc.sale_id
            WHERE LOWER(sale.doc_type) = ledger.kind
            AND ((alloc.note_id IS NULL AND alloc.sale_id = ledger.source_id
                  AND alloc.line_no = ledger.source_line AND alloc.alloc_no = ledger.source_part)
                 OR (alloc.note_id = ledger.source_id AND ledger.source_line = 1 AND ledger.source_part = 1)))
        """,
    ),
    Invariant(
        "producer balance (8)",
        "what a producer is owed is the sum of the dues of its goods",
        "SELECT id FROM producer",
        """
        SELECT producer.code, owed.amount, dues.due FROM producer
        LEFT JOIN (SELECT producer_id, SUM(amount) AS amount FROM payable WHERE kind IN ('sale', 'refund')
                   GROUP BY producer_id) AS owed ON owed.producer_id = producer.id
        LEFT JOIN (SELECT producer_id, SUM(due) AS due FROM sale_alloc GROUP BY producer_id) AS dues
            ON dues.producer_id = producer.id
        WHERE COALESCE(owed.amount, 0) <> COALESCE(dues.due, 0)
        """,
    ),
    Invariant(
        "numbers without a gap (12)",
        "documents, deliveries and Zs are numbered 1, 2, 3 … to the last number given",
        "SELECT owner FROM document_series WHERE kind <> 'LOT' UNION ALL SELECT DISTINCT till_code FROM till_session",
        """
        SELECT series.owner, series.kind, series.year, series.last_no FROM document_series AS series
        WHERE series.kind IN ('SALE', 'REFUND') AND series.last_no <> (
            SELECT COUNT(*) FROM sale WHERE sale.till_code = series.owner AND sale.epoch = series.epoch
            AND sale.doc_type = series.kind AND sale.year = series.year
            AND sale.number BETWEEN 1 AND series.last_no)
        UNION ALL
        SELECT series.owner, series.kind, series.year, series.last_no FROM document_series AS series
        WHERE series.kind = 'GRN' AND series.last_no <> (
            SELECT COUNT(*) FROM grn WHERE grn.doc_no LIKE series.owner || '-G' || series.year || '%')
        UNION ALL
        SELECT sale.till_code, sale.doc_type, sale.year, MAX(sale.number) FROM sale
        LEFT JOIN document_series AS series ON series.owner = sale.till_code AND series.epoch = sale.epoch
            AND series.kind = sale.doc_type AND series.year = sale.year
        GROUP BY sale.till_code, sale.epoch, sale.doc_type, sale.year, series.last_no
        HAVING MAX(sale.number) <> COUNT(*) OR MAX(sale.number) <> COALESCE(series.last_no, 0)
        UNION ALL
        SELECT sale.doc_no, sale.doc_type, sale.year, sale.number FROM sale
        WHERE sale.doc_no <> sale.till_code || '-' || sale.epoch || '-'
            || CASE sale.doc_type WHEN 'REFUND' THEN 'R' ELSE '' END
            || SUBSTR(CAST(1000000000 + sale.year * 10000000 + sale.number AS TEXT), 2)
        UNION ALL
        SELECT till_code, 'Z', 0, MAX(z_no) FROM till_session GROUP BY till_code HAVING MAX(z_no) <> COUNT(*)
        """,
    ),
    Invariant(
        "tenders settle the document (13)",
        "tender − change = net + declared rounding on every document",
        "SELECT id FROM sale",
        """
        SELECT sale.doc_no, sale.net + sale.rounding AS due, paid.amount FROM sale
        LEFT JOIN (SELECT sale_id, SUM(amount) AS amount FROM payment GROUP BY sale_id) AS paid
            ON paid.sale_id = sale.id
        WHERE sale.net + sale.rounding <> COALESCE(paid.amount, 0)
        """,
    ),
    Invariant(
        "drawer expectation",
        "a closed drawer should hold its float, the cash of its documents, and what was paid in and out",
        "SELECT id FROM till_session WHERE closed_at IS NOT NULL",
        """
        SELECT till.till_code, till.z_no, till.cash_expected FROM till_session AS till
        LEFT JOIN (
            SELECT sale.till_session_id AS id, SUM(payment.amount) AS amount FROM payment
            JOIN sale ON sale.id = payment.sale_id WHERE payment.method = 'cash' GROUP BY sale.till_session_id
        ) AS cash ON cash.id = till.id
        LEFT JOIN (
            SELECT till_session_id AS id, SUM(amount) AS amount FROM cash_movement GROUP BY till_session_id
        ) AS moved ON moved.id = till.id
        WHERE till.closed_at IS NOT NULL
          AND till.cash_expected <> till.float_amount + COALESCE(cash.amount, 0) + COALESCE(moved.amount, 0)
        """,
    ),
    Invariant(
        "exchanges even out",
        "what the returned goods of an exchange gave is what the new goods took",
        "SELECT id FROM sale WHERE exchange_id IS NOT NULL",
        """
        SELECT sale.exchange_id, COUNT(DISTINCT sale.id), SUM(payment.amount) FROM sale
        LEFT JOIN payment ON payment.sale_id = sale.id AND payment.method = 'exchange'
        WHERE sale.exchange_id IS NOT NULL GROUP BY sale.exchange_id
        HAVING COUNT(DISTINCT sale.id) <> 2 OR COALESCE(SUM(payment.amount), 0) <> 0
        UNION ALL
        SELECT sale.id, 1, payment.amount FROM payment JOIN sale ON sale.id = payment.sale_id
        WHERE payment.method = 'exchange' AND sale.exchange_id IS NULL
        """,
    ),
    Invariant(
        "a void takes back everything",
        "a voided receipt is undone whole, on its own till day, to the satang",
        "SELECT id FROM sale WHERE is_void",
        """
        SELECT back.doc_no, sold.doc_no AS sale, back.net, sold.net FROM sale AS back
        JOIN sale AS sold ON sold.id = back.ref_sale_id
        WHERE back.is_void AND (back.net <> -sold.net OR back.vat <> -sold.vat OR back.rounding <> -sold.rounding
            OR back.till_session_id <> sold.till_session_id)
        """,
    ),
    Invariant(
        "what happened is told in order",
        "the events of a till are numbered 1, 2, 3 …, and a drawer movement has one",
        "SELECT id FROM till_event",
        """
        SELECT series.owner, series.last_no, COUNT(event.id) FROM document_series AS series
        LEFT JOIN till_event AS event ON event.till_code = series.owner AND event.number BETWEEN 1 AND series.last_no
        WHERE series.kind = 'EVENT' GROUP BY series.owner, series.last_no HAVING COUNT(event.id) <> series.last_no
        UNION ALL
        SELECT event.till_code, MAX(event.number), COUNT(*) FROM till_event AS event
        GROUP BY event.till_code HAVING MAX(event.number) <> COUNT(*)
        UNION ALL
        SELECT CAST(move.id AS TEXT), move.amount, 0 FROM cash_movement AS move
        WHERE NOT EXISTS (SELECT 1 FROM till_event AS event WHERE event.document_id = move.id)
        """,
    ),
    Invariant(
        "batches in a chain (14)",
        "files for head office are numbered without a gap and each names the hash of the one before",
        "SELECT batch_no FROM nightly_batch",
        """
        SELECT batch.batch_no, batch.business_date FROM nightly_batch AS batch
        LEFT JOIN nightly_batch AS previous ON previous.batch_no = batch.batch_no - 1
        WHERE (batch.batch_no > 1 AND (previous.batch_no IS NULL OR previous.business_date >= batch.business_date
               OR COALESCE(previous.manifest_sha256, '') <> COALESCE(batch.previous_sha256, '')))
           OR EXISTS (SELECT 1 FROM till_session WHERE till_session.business_date = batch.business_date
                      AND till_session.closed_at IS NULL)
        """,
    ),
)
