-- What one party $1 and those merged into it hold: months before $2, then the days from $3 to $4.
-- name: open_party_sums
WITH RECURSIVE same (id) AS (SELECT $1 UNION SELECT m.party_id FROM same s JOIN party_merged m ON m.into_id = s.id)
SELECT account_id, item_id, sum (amount) FROM (
  SELECT t.account_id, t.item_id, t.debit - t.credit AS amount
    FROM same s CROSS JOIN total_detail t WHERE t.party_id = s.id AND (t.month < $2 OR t.layer = 0)
  UNION ALL
  SELECT r.debit_id, coalesce (r.debit_item_id, 0), r.amount
    FROM same s CROSS JOIN voucher_row r WHERE r.debit_party_id = s.id AND r.date BETWEEN $3 AND $4 AND r.layer > 0
  UNION ALL
  SELECT r.credit_id, coalesce (r.credit_item_id, 0), -r.amount
    FROM same s CROSS JOIN voucher_row r WHERE r.credit_party_id = s.id AND r.date BETWEEN $3 AND $4 AND r.layer > 0)
 GROUP BY 1, 2

-- The rows that made up a balance, the newest first, without those taken back: $1 account, $2 party, $3 item or 0, $4 day.
-- name: open_rows_party_debit
WITH RECURSIVE same (id) AS (SELECT $2 UNION SELECT m.party_id FROM same s JOIN party_merged m ON m.into_id = s.id)
SELECT r.amount, r.due FROM same s CROSS JOIN voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.debit_party_id = s.id AND coalesce (r.debit_item_id, 0) = $3 AND r.debit_id = $1 AND r.date <= $4
   AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id AND x.date <= $4)
 ORDER BY r.date DESC, r.id DESC

-- name: open_rows_party_credit
WITH RECURSIVE same (id) AS (SELECT $2 UNION SELECT m.party_id FROM same s JOIN party_merged m ON m.into_id = s.id)
SELECT r.amount, r.due FROM same s CROSS JOIN voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.credit_party_id = s.id AND coalesce (r.credit_item_id, 0) = $3 AND r.credit_id = $1 AND r.date <= $4
   AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id AND x.date <= $4)
 ORDER BY r.date DESC, r.id DESC

-- name: open_rows_item_debit
SELECT r.amount, r.due FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.debit_item_id = $3 AND coalesce (r.debit_party_id, 0) = $2 AND r.debit_id = $1 AND r.date <= $4
   AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id AND x.date <= $4)
 ORDER BY r.date DESC, r.id DESC

-- name: open_rows_item_credit
SELECT r.amount, r.due FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.credit_item_id = $3 AND coalesce (r.credit_party_id, 0) = $2 AND r.credit_id = $1 AND r.date <= $4
   AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id AND x.date <= $4)
 ORDER BY r.date DESC, r.id DESC

-- name: open_party_codes
SELECT id, code FROM party

-- name: open_item_codes
SELECT id, code FROM item
