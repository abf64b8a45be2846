-- SPDX-License-Identifier: GPL-3.0-or-later
-- What proved too slow or wrong in 0006.

-- ---------------------------------------------------------------- names of vouchers

-- The names of vouchers without a join: SQLite looks a voucher up in such a view by its index also where it stands on the right of a
-- LEFT JOIN, and need not write out all vouchers of the book for each statement (a payment list of 4,849 members did so once a member).

DROP VIEW voucher_name;
CREATE VIEW voucher_name AS
  SELECT v.id, v.kind, v.number, v.date, EXISTS (SELECT 1 FROM voucher r WHERE r.reverses_id = v.id) AS taken_back
    FROM voucher v;

-- ---------------------------------------------------------------- search in long vouchers

-- As in 0006, but each description once: looking for it in the voucher's own took as long as all the rest of a row.
DROP VIEW voucher_words;
CREATE VIEW voucher_words AS
  SELECT v.id, replace (replace (v.number || ' ' || v.description || coalesce (' ' || v.reason, '') ||
         coalesce ((SELECT ' ' || group_concat (DISTINCT r.description) FROM voucher_row r WHERE r.voucher_id = v.id), '') ||
         coalesce ((SELECT group_concat (' ' || abs (r.amount)
                           || coalesce (' ' || r.memo, '') || coalesce (' ' || r.document, '') || coalesce (' ' || r.product, '')
                           || coalesce (' ' || r.season, '') || coalesce (' ' || r.plan, '')
                           || coalesce (' ' || nullif (abs (coalesce (r.debit_foreign, r.credit_foreign)), 0), '')
                           || coalesce (' ' || dp.code || dp.names, '') || coalesce (' ' || cp.code || cp.names, '')
                           || coalesce (' ' || di.code, '') || coalesce (' ' || ci.code, ''), '')
                           || CASE WHEN count (*) > 1
                                   THEN ' ' || abs (coalesce (sum (r.amount) FILTER (WHERE d.type <> 9), sum (r.amount)))
                                   ELSE '' END
                      FROM voucher_row r JOIN account d ON d.id = r.debit_id
                      LEFT JOIN party_names dp ON dp.id = r.debit_party_id LEFT JOIN party_names cp ON cp.id = r.credit_party_id
                      LEFT JOIN item di ON di.id = r.debit_item_id LEFT JOIN item ci ON ci.id = r.credit_item_id
                     WHERE r.voucher_id = v.id), ''), 'đ', 'd'), 'Đ', 'D') AS text
    FROM voucher v;

-- ---------------------------------------------------------------- payouts

-- Which payment lines stand: by the payment's voucher, or by that of the set-offs where all was set off.
CREATE VIEW payout_line_stands AS
  SELECT l.id AS line_id,
         CASE WHEN l.voucher_id IS NOT NULL THEN NOT EXISTS (SELECT 1 FROM voucher r WHERE r.reverses_id = l.voucher_id)
              ELSE EXISTS (SELECT 1 FROM payout_set_off s JOIN voucher_name w ON w.id = s.voucher_id
                            WHERE s.line_id = l.id AND w.taken_back = 0) END AS stands
    FROM payout_line l;

-- Also of lines that were wholly set off: what was paid without tax is on the year's list too.
DROP VIEW payout_tax_kept;
CREATE VIEW payout_tax_kept AS
  SELECT t.id, t.line_id, l.party_id, coalesce (l.year, b.year) AS year, b.date, t.name, t.side, t.pool, t.base, t.rate, t.amount
    FROM payout_tax t JOIN payout_line l ON l.id = t.line_id JOIN payout_batch b ON b.id = l.batch_id
    JOIN payout_line_stands s ON s.line_id = l.id
   WHERE s.stands;
