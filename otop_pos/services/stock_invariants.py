"""The invariants of stock: lots, their movements and prices, and the notes that move them without a sale.

Numbers in brackets are those of the consignment specification. Plain SQL that both databases read.
"""

from otop_pos.services.invariants import Invariant

_SERIES = """(
    SELECT owner, kind, year, last_no, CASE kind WHEN 'NOTE_MOVE' THEN 'MV' WHEN 'NOTE_RET' THEN 'RT'
        WHEN 'NOTE_LOSS' THEN 'LS' WHEN 'NOTE_FOUND' THEN 'FD' WHEN 'NOTE_DON' THEN 'DN' WHEN 'NOTE_COUNT' THEN 'CN'
        WHEN 'NOTE_FIX' THEN 'CR' WHEN 'NOTE_SOLVE' THEN 'RS' WHEN 'COUNT' THEN 'CS' END AS mark,
        SUBSTR(CAST(10000000 + last_no AS TEXT), 2) AS last_digits
    FROM document_series WHERE kind LIKE 'NOTE_%' OR kind = 'COUNT'
) AS series"""
_PAPERS = """(
    SELECT doc_no, 'CS' AS mark, SUBSTR(doc_no, LENGTH(doc_no) - 6) AS digits FROM count_session
    UNION ALL
    SELECT doc_no, CASE kind WHEN 'transfer' THEN 'MV' WHEN 'return' THEN 'RT' WHEN 'loss' THEN 'LS'
        WHEN 'found' THEN 'FD' WHEN 'donation' THEN 'DN' WHEN 'count' THEN 'CN' WHEN 'correction' THEN 'CR'
        WHEN 'resolution' THEN 'RS' END, SUBSTR(doc_no, LENGTH(doc_no) - 6) FROM stock_note
) AS paper"""

STOCK_INVARIANTS = (
    Invariant(
        "lot account (1)",
        "per lot: received ± put right = here + sold − returned by customers + given back + damaged + lost + expired "
        "+ donated − gained by counts, and what was moved between its places adds up to nothing",
        "SELECT id FROM lot",
        """
        SELECT lot.code, lot.qty_received AS received, COALESCE(held.qty, 0) AS here, moved.* FROM lot
        LEFT JOIN (SELECT lot_id, SUM(qty) AS qty FROM lot_balance GROUP BY lot_id) AS held ON held.lot_id = lot.id
        LEFT JOIN (
            SELECT move.lot_id,
                SUM(CASE WHEN move.kind = 'receive' AND move.document_id = own.grn_id AND move.reverses IS NULL
                    THEN move.qty ELSE 0 END) AS came,
                SUM(CASE WHEN move.kind = 'receive' AND (move.document_id <> own.grn_id OR move.reverses IS NOT NULL)
                    THEN move.qty ELSE 0 END) AS put_right,
                -SUM(CASE WHEN move.kind = 'sale' THEN move.qty ELSE 0 END) AS sold,
                SUM(CASE WHEN move.kind = 'sale_return' THEN move.qty ELSE 0 END) AS returned,
                -SUM(CASE WHEN move.kind = 'supplier_return' THEN move.qty ELSE 0 END) AS given_back,
                -SUM(CASE WHEN move.kind = 'damage' THEN move.qty ELSE 0 END) AS damaged,
                -SUM(CASE WHEN move.kind = 'loss' THEN move.qty ELSE 0 END) AS lost,
                -SUM(CASE WHEN move.kind = 'expire' THEN move.qty ELSE 0 END) AS expired,
                -SUM(CASE WHEN move.kind = 'donate' THEN move.qty ELSE 0 END) AS donated,
                SUM(CASE WHEN move.kind = 'count' THEN move.qty ELSE 0 END) AS gained,
                SUM(CASE WHEN move.kind = 'transfer' THEN move.qty ELSE 0 END) AS transferred
            FROM lot_move AS move JOIN lot AS own ON own.id = move.lot_id GROUP BY move.lot_id
        ) AS moved ON moved.lot_id = lot.id
        WHERE lot.qty_received <> COALESCE(moved.came, 0) OR COALESCE(moved.transferred, 0) <> 0
           OR lot.qty_received + moved.put_right <> COALESCE(held.qty, 0) + moved.sold - moved.returned
              + moved.given_back + moved.damaged + moved.lost + moved.expired + moved.donated - moved.gained
        """,
    ),
    Invariant(
        "stock balance (2)",
        "the balance of each lot and bucket is the sum of its movements",
        "SELECT lot_id FROM lot_balance",
        """
        SELECT lot.code, moved.bucket, moved.qty AS moved, balance.qty AS balance
        FROM (SELECT lot_id, bucket, SUM(qty) AS qty FROM lot_move GROUP BY lot_id, bucket) AS moved
        JOIN lot ON lot.id = moved.lot_id
        LEFT JOIN lot_balance AS balance ON balance.lot_id = moved.lot_id AND balance.bucket = moved.bucket
        WHERE moved.qty <> COALESCE(balance.qty, 0)
        UNION ALL
        SELECT lot.code, balance.bucket, 0, balance.qty FROM lot_balance AS balance
        JOIN lot ON lot.id = balance.lot_id
        WHERE balance.qty <> 0 AND NOT EXISTS (
            SELECT 1 FROM lot_move WHERE lot_move.lot_id = balance.lot_id AND lot_move.bucket = balance.bucket)
        """,
    ),
    Invariant(
        "never below zero (2)",
        "no movement ever took more of a lot than was there",
        "SELECT id FROM lot_move",
        """
        SELECT lot.code, story.bucket, story.reached FROM (
            SELECT lot_id, bucket, SUM(qty) OVER (PARTITION BY lot_id, bucket ORDER BY id) AS reached FROM lot_move
        ) AS story JOIN lot ON lot.id = story.lot_id WHERE story.reached < 0
        """,
    ),
    Invariant(
        "goods follow the paper (1)",
        "what a document took from a lot, or gave back to it, is what moved",
        "SELECT id FROM lot_move WHERE kind IN ('sale', 'sale_return')",
        """
        SELECT sale.doc_no, told.line_no, told.lot_id, told.qty AS sold, -COALESCE(moved.qty, 0) AS moved
        FROM (
            SELECT sale_id, COALESCE(note_id, sale_id) AS paper_id,
                CASE WHEN note_id IS NULL THEN line_no ELSE 1 END AS line_no, lot_id, SUM(qty) AS qty
            FROM sale_alloc
            GROUP BY sale_id, COALESCE(note_id, sale_id), CASE WHEN note_id IS NULL THEN line_no ELSE 1 END, lot_id
        ) AS told JOIN sale ON sale.id = told.sale_id
        LEFT JOIN (
            SELECT document_id, line_no, lot_id, SUM(qty) AS qty FROM lot_move
            WHERE kind IN ('sale', 'sale_return') GROUP BY document_id, line_no, lot_id
        ) AS moved ON moved.document_id = told.paper_id AND moved.line_no = told.line_no
                  AND moved.lot_id = told.lot_id
        WHERE told.qty <> -COALESCE(moved.qty, 0)
        UNION ALL
        SELECT 'no document', move.line_no, move.lot_id, 0, -move.qty FROM lot_move AS move
        WHERE move.kind IN ('sale', 'sale_return') AND NOT EXISTS (
            SELECT 1 FROM sale_alloc AS alloc WHERE alloc.lot_id = move.lot_id
            AND ((alloc.note_id IS NULL AND alloc.sale_id = move.document_id AND alloc.line_no = move.line_no)
                 OR (alloc.note_id = move.document_id AND move.line_no = 1)))
        """,
    ),
    Invariant(
        "lots are as delivered (1)",
        "a lot holds what its delivery note says was accepted, and costs what was agreed there or said since",
        "SELECT id FROM lot",
        """
        SELECT lot.code, lot.qty_received, line.accepted, lot.price FROM lot
        LEFT JOIN grn_line AS line ON line.grn_id = lot.grn_id AND line.line_no = lot.grn_line_no
        WHERE line.accepted IS NULL OR lot.qty_received <> line.accepted OR lot.product_id <> line.product_id
           OR lot.price <> COALESCE((SELECT told.price FROM lot_price AS told WHERE told.lot_id = lot.id
                                     ORDER BY told.id DESC LIMIT 1), line.price)
        """,
    ),
    Invariant(
        "prices in a chain",
        "each change of a lot's price begins with the price before it",
        "SELECT id FROM lot_price",
        """
        SELECT lot.code, story.before, story.price FROM (
            SELECT lot_id, before, price, LAG(price) OVER (PARTITION BY lot_id ORDER BY id) AS was FROM lot_price
        ) AS story JOIN lot ON lot.id = story.lot_id
        JOIN grn_line AS line ON line.grn_id = lot.grn_id AND line.line_no = lot.grn_line_no
        WHERE story.before <> COALESCE(story.was, line.price)
        """,
    ),
    Invariant(
        "a reversed delivery holds nothing",
        "of a delivery note that was taken back nothing is here, and nothing left otherwise",
        "SELECT id FROM grn",
        """
        SELECT grn.doc_no, lot.code, SUM(move.qty) FROM grn JOIN lot ON lot.grn_id = grn.id
        JOIN lot_move AS move ON move.lot_id = lot.id
        WHERE grn.state = 'reversed' GROUP BY grn.doc_no, lot.code
        HAVING SUM(move.qty) <> 0 OR MAX(CASE WHEN move.kind <> 'receive' THEN 1 ELSE 0 END) = 1
        UNION ALL
        SELECT grn.doc_no, grn.state, 0 FROM grn
        WHERE (grn.state = 'reversed') <> (grn.reversed_at IS NOT NULL AND grn.reversed_by IS NOT NULL)
        """,
    ),
    Invariant(
        "notes move what they say (1)",
        "every movement without a sale or delivery is a line of a note of its kind, of goods of its producer",
        "SELECT note_id FROM stock_note_line",
        """
        SELECT COALESCE(note.doc_no, 'no note') AS note, told.line_no, told.lot_id, told.bucket, SUM(told.qty)
        FROM (
            SELECT note_id, line_no, lot_id, bucket, cause AS kind, -qty AS qty FROM stock_note_line
            UNION ALL
            SELECT note_id, line_no, lot_id, moved_to, cause, qty FROM stock_note_line WHERE moved_to IS NOT NULL
            UNION ALL
            SELECT move.document_id, move.line_no, move.lot_id, move.bucket, move.kind, -move.qty FROM lot_move AS move
            WHERE NOT EXISTS (SELECT 1 FROM sale WHERE sale.id = move.document_id)
              AND NOT EXISTS (SELECT 1 FROM grn WHERE grn.id = move.document_id)
        ) AS told LEFT JOIN stock_note AS note ON note.id = told.note_id
        GROUP BY note.doc_no, told.note_id, told.line_no, told.lot_id, told.bucket, told.kind
        HAVING SUM(told.qty) <> 0 OR note.doc_no IS NULL
        UNION ALL
        SELECT note.doc_no, line.line_no, line.lot_id, line.cause, line.qty FROM stock_note AS note
        LEFT JOIN stock_note_line AS line ON line.note_id = note.id LEFT JOIN lot ON lot.id = line.lot_id
        WHERE lot.id IS NULL OR lot.producer_id <> note.producer_id OR NOT (
            (note.kind = 'transfer' AND line.cause = 'transfer')
            OR (note.kind = 'return' AND line.cause = 'supplier_return')
            OR (note.kind = 'donation' AND line.cause = 'donate')
            OR (note.kind = 'correction' AND line.cause = 'receive')
            OR (note.kind = 'loss' AND line.cause IN ('damage', 'loss', 'expire') AND line.qty > 0)
            OR (note.kind = 'found' AND line.cause IN ('damage', 'loss', 'expire') AND line.found_of IS NOT NULL)
            OR (note.kind = 'count' AND note.count_id IS NOT NULL
                AND ((line.cause = 'loss' AND (line.qty > 0 OR line.found_of IS NOT NULL))
                     OR (line.cause = 'count' AND line.qty < 0)))
            OR (note.kind = 'resolution' AND line.cause = 'sale' AND line.qty > 0))
        """,
    ),
    Invariant(
        "a note is taken back once, whole",
        "a note that takes another back moves the same goods the other way",
        "SELECT id FROM stock_note",
        """
        SELECT note.doc_no, pair.lot_id, pair.bucket, SUM(pair.qty) FROM stock_note AS note
        JOIN stock_note AS back ON back.reverses = note.id AND back.kind <> 'found'
        JOIN stock_note_line AS pair ON pair.note_id IN (note.id, back.id)
        GROUP BY note.doc_no, pair.lot_id, pair.bucket, pair.moved_to HAVING SUM(pair.qty) <> 0
        UNION ALL
        SELECT back.doc_no, 0, back.kind, 0 FROM stock_note AS back
        LEFT JOIN stock_note AS note ON note.id = back.reverses
        WHERE (back.kind = 'found' AND (note.id IS NULL OR note.kind NOT IN ('loss', 'count')))
           OR (back.kind <> 'found' AND back.reverses IS NOT NULL AND (note.id IS NULL OR note.kind <> back.kind))
        """,
    ),
    Invariant(
        "losses are credited once (7)",
        "a lost piece credits its producer what was agreed, once, and nothing else does",
        "SELECT note_id FROM stock_note_line WHERE cause IN ('damage', 'loss', 'expire')",
        """
        SELECT note.doc_no, line.line_no, line.compensation, ledger.amount FROM stock_note_line AS line
        JOIN stock_note AS note ON note.id = line.note_id
        LEFT JOIN payable AS ledger ON ledger.source_id = line.note_id AND ledger.source_line = line.line_no
            AND ledger.kind = 'loss_comp'
        WHERE line.compensation <> COALESCE(ledger.amount, 0)
           OR note.producer_id <> COALESCE(ledger.producer_id, note.producer_id)
        UNION ALL
        SELECT note.doc_no, line.line_no, line.compensation, line.qty FROM stock_note_line AS line
        JOIN stock_note AS note ON note.id = line.note_id JOIN lot ON lot.id = line.lot_id
        JOIN agreement ON agreement.id = lot.agreement_id
        WHERE line.agreed_value <> lot.agreed_value OR (line.found_of IS NULL AND line.compensation <> CASE
            WHEN line.cause NOT IN ('damage', 'loss', 'expire') OR agreement.loss_policy = 'producer' THEN 0
            WHEN agreement.loss_policy = 'centre' THEN (line.qty * lot.agreed_value + 500) / 1000
            ELSE ((line.qty * lot.agreed_value + 500) / 1000 + 1) / 2 END)
        UNION ALL
        SELECT 'no source', ledger.source_line, 0, ledger.amount FROM payable AS ledger
        WHERE ledger.kind = 'loss_comp' AND NOT EXISTS (
            SELECT 1 FROM stock_note_line AS line WHERE line.note_id = ledger.source_id
            AND line.line_no = ledger.source_line AND ledger.source_part = 1)
        """,
    ),
    Invariant(
        "found once (7)",
        "no more is found than was lost, and when all of it is found nothing stays credited",
        "SELECT note_id FROM stock_note_line WHERE found_of IS NOT NULL",
        """
        SELECT note.doc_no, found.lot_id, found.cause, lost.qty, found.qty AS found FROM (
            SELECT found_of, lot_id, cause, SUM(qty) AS qty, SUM(compensation) AS credit, MAX(qty) AS most
            FROM stock_note_line WHERE found_of IS NOT NULL GROUP BY found_of, lot_id, cause
        ) AS found LEFT JOIN stock_note AS note ON note.id = found.found_of
        LEFT JOIN (
            SELECT note_id, lot_id, cause, SUM(qty) AS qty, SUM(compensation) AS credit
            FROM stock_note_line WHERE found_of IS NULL GROUP BY note_id, lot_id, cause
        ) AS lost ON lost.note_id = found.found_of AND lost.lot_id = found.lot_id AND lost.cause = found.cause
        WHERE lost.qty IS NULL OR lost.qty + found.qty < 0 OR lost.credit + found.credit < 0 OR found.most >= 0
           OR (lost.qty + found.qty = 0 AND lost.credit + found.credit <> 0)
        """,
    ),
    Invariant(
        "goods find their lot once (3)",
        "what was sold without a lot never finds more lots than it needs, and what is resolved has all of them",
        "SELECT sale_id FROM stock_exception WHERE qty > 0",
        """
        SELECT sale.doc_no, missing.line_no, missing.qty, found.qty AS found, back.qty AS back
        FROM stock_exception AS missing JOIN sale ON sale.id = missing.sale_id
        LEFT JOIN (
            SELECT sale_id, line_no, SUM(qty) AS qty, SUM(gross) AS gross, SUM(net) AS net FROM sale_alloc
            WHERE note_id IS NOT NULL GROUP BY sale_id, line_no
        ) AS found ON found.sale_id = missing.sale_id AND found.line_no = missing.line_no
        LEFT JOIN (
            SELECT line.ref_sale_id, line.ref_line_no, -SUM(own.qty) AS qty, -SUM(own.gross) AS gross,
                -SUM(own.net) AS net
            FROM stock_exception AS own JOIN sale_line AS line ON line.sale_id = own.sale_id
                AND line.line_no = own.line_no
            WHERE line.ref_sale_id IS NOT NULL GROUP BY line.ref_sale_id, line.ref_line_no
        ) AS back ON back.ref_sale_id = missing.sale_id AND back.ref_line_no = missing.line_no
        WHERE missing.qty > 0 AND (missing.qty < COALESCE(found.qty, 0) + COALESCE(back.qty, 0)
            OR (missing.resolved_at IS NOT NULL AND (missing.qty <> COALESCE(found.qty, 0) + COALESCE(back.qty, 0)
                OR missing.gross <> COALESCE(found.gross, 0) + COALESCE(back.gross, 0)
                OR missing.net <> COALESCE(found.net, 0) + COALESCE(back.net, 0))))
        UNION ALL
        SELECT sale.doc_no, alloc.line_no, alloc.qty, 0, 0 FROM sale_alloc AS alloc
        JOIN sale ON sale.id = alloc.sale_id LEFT JOIN stock_note AS note ON note.id = alloc.note_id
        WHERE alloc.note_id IS NOT NULL AND (COALESCE(note.kind, '') <> 'resolution' OR NOT EXISTS (
            SELECT 1 FROM stock_exception AS missing WHERE missing.sale_id = alloc.sale_id
            AND missing.line_no = alloc.line_no AND missing.qty > 0))
        """,
    ),
    Invariant(
        "notes without a gap (12)",
        "notes and counts are numbered 1, 2, 3 … to the last number given, each kind for itself",
        "SELECT owner FROM document_series WHERE kind LIKE 'NOTE_%' OR kind = 'COUNT'",
        f"""
        SELECT series.owner, series.kind, series.year, series.last_no, COUNT(paper.doc_no)
        FROM {_SERIES} LEFT JOIN {_PAPERS} ON paper.doc_no LIKE series.owner || '-' || series.mark || series.year || '%'
            AND paper.mark = series.mark AND paper.digits BETWEEN '0000001' AND series.last_digits
        GROUP BY series.owner, series.kind, series.year, series.last_no HAVING COUNT(paper.doc_no) <> series.last_no
        UNION ALL
        SELECT paper.doc_no, paper.mark, 0, 0, 0 FROM {_PAPERS} WHERE NOT EXISTS (
            SELECT 1 FROM {_SERIES} WHERE paper.mark = series.mark AND paper.digits <= series.last_digits
            AND paper.doc_no LIKE series.owner || '-' || series.mark || series.year || '_______')
        """,
    ),
)
