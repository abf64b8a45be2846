-- name: reconciliation_insert
INSERT INTO reconciliation (account_id, item_id, currency, date, balance, note, act_id) VALUES ($1, $2, $3, $4, $5, $6, $7)

-- The latest day of a bank account's reconciliations, and how many of them are not finished.
-- name: reconciliation_last
SELECT max (date) FROM reconciliation WHERE account_id = $1 AND coalesce (item_id, 0) = $2 AND coalesce (currency, '') = $3

-- name: reconciliation_load
SELECT q.id, q.account_id, coalesce (q.item_id, 0), q.currency, q.date, q.balance, q.note, coalesce (e.finished, 0), e.note,
       coalesce (e.act_id, 0)
  FROM reconciliation q
  LEFT JOIN reconciliation_end e ON e.id = (SELECT max (x.id) FROM reconciliation_end x WHERE x.reconciliation_id = q.id)
 WHERE q.id = $1

-- name: reconciliation_list
SELECT q.id FROM reconciliation q JOIN account a ON a.id = q.account_id LEFT JOIN item i ON i.id = q.item_id
 ORDER BY a.code, i.code, q.currency, q.date, q.id

-- name: reconciliation_find
SELECT id FROM reconciliation WHERE account_id = $1 AND coalesce (item_id, 0) = $2 AND coalesce (currency, '') = $3 AND date = $4

-- Every side of a row on the bank account $1 (item $2 or 0, currency $3 or '') up to the day $4 of reconciliation $5, with where it
-- is ticked: in this one or one before it (1), in a later one or nowhere (0).
-- name: reconciliation_sums
WITH side AS (
  SELECT r.id, 1 AS side, CASE $3 WHEN '' THEN r.amount ELSE r.debit_foreign END AS amount FROM voucher_row r
   WHERE r.debit_id = $1 AND r.date <= $4 AND ($2 = 0 OR r.debit_item_id = $2) AND ($3 = '' OR r.debit_currency = $3)
  UNION ALL
  SELECT r.id, 2, -CASE $3 WHEN '' THEN r.amount ELSE r.credit_foreign END FROM voucher_row r
   WHERE r.credit_id = $1 AND r.date <= $4 AND ($2 = 0 OR r.credit_item_id = $2) AND ($3 = '' OR r.credit_currency = $3)),
marked AS (
  SELECT s.amount, s.side,
         EXISTS (SELECT 1 FROM reconciliation_tick t JOIN reconciliation q ON q.id = t.reconciliation_id
                  WHERE t.id = (SELECT max (x.id) FROM reconciliation_tick x WHERE x.row_id = s.id AND x.side = s.side)
                    AND (q.date, q.id) <= ($4, $5)) AS ticked
    FROM side s WHERE s.amount <> 0)
SELECT coalesce (sum (amount), 0), coalesce (sum (amount) FILTER (WHERE ticked), 0),
       coalesce (sum (amount) FILTER (WHERE NOT ticked AND side = 1), 0), coalesce (sum (amount) FILTER (WHERE NOT ticked AND side = 2), 0)
  FROM marked

-- The same as rows, without those ticked in one before.
-- name: reconciliation_rows
WITH side AS (
  SELECT r.id, 1 AS side, CASE $3 WHEN '' THEN r.amount ELSE r.debit_foreign END AS amount, r.voucher_id, r.date, r.description
    FROM voucher_row r
   WHERE r.debit_id = $1 AND r.date <= $4 AND ($2 = 0 OR r.debit_item_id = $2) AND ($3 = '' OR r.debit_currency = $3)
  UNION ALL
  SELECT r.id, 2, -CASE $3 WHEN '' THEN r.amount ELSE r.credit_foreign END, r.voucher_id, r.date, r.description FROM voucher_row r
   WHERE r.credit_id = $1 AND r.date <= $4 AND ($2 = 0 OR r.credit_item_id = $2) AND ($3 = '' OR r.credit_currency = $3))
SELECT s.id, s.side, s.amount, s.voucher_id, s.date, s.description, v.kind, v.number, coalesce (q.id = $5, 0)
  FROM side s JOIN voucher v ON v.id = s.voucher_id
  LEFT JOIN reconciliation_tick t
         ON t.id = (SELECT max (x.id) FROM reconciliation_tick x WHERE x.row_id = s.id AND x.side = s.side)
  LEFT JOIN reconciliation q ON q.id = t.reconciliation_id
 WHERE s.amount <> 0 AND (q.id IS NULL OR (q.date, q.id) >= ($4, $5))
 ORDER BY s.date, s.id, s.side

-- What happened after the act $6 that finished it: rows of its days written later (0), ticked rows taken back (1).
-- name: reconciliation_changes
SELECT r.id, 1, 0 + r.amount, r.voucher_id, r.date, r.description, v.kind, v.number, 0
  FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.debit_id = $1 AND r.date <= $4 AND ($2 = 0 OR r.debit_item_id = $2) AND ($3 = '' OR r.debit_currency = $3) AND r.act_id > $6
UNION ALL
SELECT r.id, 2, -r.amount, r.voucher_id, r.date, r.description, v.kind, v.number, 0
  FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.credit_id = $1 AND r.date <= $4 AND ($2 = 0 OR r.credit_item_id = $2) AND ($3 = '' OR r.credit_currency = $3) AND r.act_id > $6
UNION ALL
SELECT r.id, t.side, CASE t.side WHEN 1 THEN r.amount ELSE -r.amount END, r.voucher_id, r.date, r.description, v.kind, v.number, 1
  FROM reconciliation_tick t JOIN voucher_row r ON r.id = t.row_id JOIN voucher v ON v.id = r.voucher_id
  JOIN voucher x ON x.reverses_id = v.id
 WHERE t.reconciliation_id = $5 AND x.act_id > $6
   AND t.id = (SELECT max (y.id) FROM reconciliation_tick y WHERE y.row_id = t.row_id AND y.side = t.side)
 ORDER BY 5, 1, 2

-- name: reconciliation_tick_insert
INSERT INTO reconciliation_tick (row_id, side, reconciliation_id, act_id) VALUES ($1, $2, $3, $4)

-- name: reconciliation_end_insert
INSERT INTO reconciliation_end (reconciliation_id, finished, difference, note, act_id) VALUES ($1, $2, $3, $4, $5)
