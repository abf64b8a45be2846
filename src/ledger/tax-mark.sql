-- name: tax_mark_insert
INSERT INTO tax_mark (row_id, mark, reason, act_id) VALUES ($1, $2, $3, $4)

-- name: tax_mark_voucher
SELECT number, layer, reverses_id IS NOT NULL FROM voucher WHERE id = $1

-- name: tax_mark_rows
SELECT id, debit_id, credit_id FROM voucher_row WHERE voucher_id = $1 ORDER BY id

-- The marked rows of the days, and the rows of reversals in the same place of their vouchers.
-- name: tax_mark_list
WITH marked (row_id, mark, reason) AS (
  SELECT m.row_id, m.mark, m.reason FROM tax_mark m
   WHERE m.mark > 0 AND m.id = (SELECT max (x.id) FROM tax_mark x WHERE x.row_id = m.row_id)),
placed (row_id, mark, reason, voucher_id, place) AS (
  SELECT k.row_id, k.mark, k.reason, r.voucher_id,
         (SELECT count (*) FROM voucher_row x WHERE x.voucher_id = r.voucher_id AND x.id <= r.id)
    FROM marked k JOIN voucher_row r ON r.id = k.row_id)
SELECT r.id, r.voucher_id, v.kind, v.number, r.date, p.place, r.description, r.debit_id, r.credit_id, r.amount, p.mark, p.reason, 0
  FROM placed p JOIN voucher_row r ON r.id = p.row_id JOIN voucher v ON v.id = r.voucher_id
 WHERE r.date BETWEEN $1 AND $2
UNION ALL
SELECT n.id, n.voucher_id, w.kind, w.number, n.date, p.place, n.description, n.debit_id, n.credit_id, n.amount, p.mark, p.reason, 1
  FROM placed p JOIN voucher w ON w.reverses_id = p.voucher_id JOIN voucher_row n ON n.voucher_id = w.id
 WHERE n.date BETWEEN $1 AND $2
   AND p.place = (SELECT count (*) FROM voucher_row x WHERE x.voucher_id = n.voucher_id AND x.id <= n.id)
 ORDER BY 5, 2, 6

-- name: tax_cash_rows
SELECT r.id, r.voucher_id, v.kind, v.number, r.date, r.description, r.debit_id, coalesce (r.debit_party_id, r.credit_party_id, 0),
       r.amount
  FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.credit_id = $1 AND r.date BETWEEN $2 AND $3 AND r.layer = 1 AND v.reverses_id IS NULL
   AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id)
   AND coalesce ((SELECT m.mark FROM tax_mark m WHERE m.row_id = r.id ORDER BY m.id DESC LIMIT 1), 0) <> 1
 ORDER BY r.date, r.id
