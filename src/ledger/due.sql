-- The rows that could make up a balance, without those taken back: $1 account, $2 party or 0, $3 day. Those with a day of their
-- own by this day, the others by the day on which they arose, the latest first; each reader stops when it has
-- enough. A plus keeps the planner from an index that would walk the whole account.
-- name: due_dated_debit
SELECT r.id, r.voucher_id, r.amount, r.date, r.due FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.debit_id = $1 AND r.debit_party_id IS nullif ($2, 0) AND r.due IS NOT NULL AND r.debit_item_id IS NULL AND +r.date <= $3
   AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id AND x.date <= $3)
 ORDER BY r.due DESC

-- name: due_dated_credit
SELECT r.id, r.voucher_id, r.amount, r.date, r.due FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.credit_id = $1 AND r.credit_party_id IS nullif ($2, 0) AND r.due IS NOT NULL AND r.credit_item_id IS NULL AND +r.date <= $3
   AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id AND x.date <= $3)
 ORDER BY r.due DESC

-- $4: the day from which on they count.
-- name: due_undated_party_debit
SELECT r.id, r.voucher_id, r.amount, r.date, NULL FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.debit_party_id = $2 AND +r.debit_id = $1 AND r.due IS NULL AND r.debit_item_id IS NULL AND r.date BETWEEN $4 AND $3
   AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id AND x.date <= $3)
 ORDER BY r.date DESC

-- name: due_undated_party_credit
SELECT r.id, r.voucher_id, r.amount, r.date, NULL FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.credit_party_id = $2 AND +r.credit_id = $1 AND r.due IS NULL AND r.credit_item_id IS NULL AND r.date BETWEEN $4 AND $3
   AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id AND x.date <= $3)
 ORDER BY r.date DESC

-- name: due_undated_plain_debit
SELECT r.id, r.voucher_id, r.amount, r.date, NULL FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.debit_id = $1 AND r.debit_party_id IS nullif ($2, 0) AND r.due IS NULL AND r.debit_item_id IS NULL
   AND r.date BETWEEN $4 AND $3
   AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id AND x.date <= $3)
 ORDER BY r.date DESC

-- name: due_undated_plain_credit
SELECT r.id, r.voucher_id, r.amount, r.date, NULL FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.credit_id = $1 AND r.credit_party_id IS nullif ($2, 0) AND r.due IS NULL AND r.credit_item_id IS NULL
   AND r.date BETWEEN $4 AND $3
   AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id AND x.date <= $3)
 ORDER BY r.date DESC

-- Of item $4. A day that the item had once was taken from it: the item's day of today counts instead.
-- name: due_item_debit
SELECT r.id, r.voucher_id, r.amount, r.date,
       coalesce (CASE WHEN r.due IN (SELECT f.due FROM item_fact f WHERE f.item_id = $4) THEN NULL ELSE r.due END, i.due)
  FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id JOIN item_now i ON i.id = r.debit_item_id
 WHERE r.debit_item_id = $4 AND +r.debit_id = $1 AND r.debit_party_id IS nullif ($2, 0) AND r.date <= $3
   AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id AND x.date <= $3)

-- name: due_item_credit
SELECT r.id, r.voucher_id, r.amount, r.date,
       coalesce (CASE WHEN r.due IN (SELECT f.due FROM item_fact f WHERE f.item_id = $4) THEN NULL ELSE r.due END, i.due)
  FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id JOIN item_now i ON i.id = r.credit_item_id
 WHERE r.credit_item_id = $4 AND +r.credit_id = $1 AND r.credit_party_id IS nullif ($2, 0) AND r.date <= $3
   AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id AND x.date <= $3)

-- What rows name on an account that keeps no details: $1 account, $2 day.
-- name: due_plain_groups
SELECT t.party_id, t.item_id, sum (t.amount) FROM (
  SELECT coalesce (r.debit_party_id, 0) AS party_id, coalesce (r.debit_item_id, 0) AS item_id, r.amount
    FROM voucher_row r WHERE r.debit_id = $1 AND (r.date <= $2 OR r.layer = 0)
  UNION ALL
  SELECT coalesce (r.credit_party_id, 0), coalesce (r.credit_item_id, 0), -r.amount
    FROM voucher_row r WHERE r.credit_id = $1 AND (r.date <= $2 OR r.layer = 0)) t
  LEFT JOIN party p ON p.id = t.party_id LEFT JOIN item i ON i.id = t.item_id
 GROUP BY t.party_id, t.item_id HAVING sum (t.amount) <> 0 ORDER BY p.code, i.code
