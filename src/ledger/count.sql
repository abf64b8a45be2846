-- What an account $1 holds at the end of the day $2, by product, else item, else nothing.
-- name: count_booked
SELECT name, sum (amount), sum (quantity) FROM (
  SELECT coalesce (r.product, i.code, '') AS name, r.amount,
         CASE WHEN r.amount < 0 THEN -1 ELSE 1 END * coalesce (r.quantity, 0) AS quantity
    FROM voucher_row r LEFT JOIN item i ON i.id = r.debit_item_id WHERE r.debit_id = $1 AND (r.date <= $2 OR r.layer = 0)
  UNION ALL
  SELECT coalesce (r.product, i.code, ''), -r.amount, CASE WHEN r.amount < 0 THEN 1 ELSE -1 END * coalesce (r.quantity, 0)
    FROM voucher_row r LEFT JOIN item i ON i.id = r.credit_item_id WHERE r.credit_id = $1 AND (r.date <= $2 OR r.layer = 0))
 GROUP BY name HAVING sum (amount) <> 0 OR sum (quantity) <> 0 ORDER BY name

-- name: count_next
SELECT max (coalesce (max (CASE WHEN number LIKE 'KK%' THEN CAST (substr (number, 3) AS INTEGER) END), 0), count (*)) + 1
  FROM count_sheet

-- name: count_find
SELECT id FROM count_sheet WHERE number = $1

-- name: count_insert
INSERT INTO count_sheet (kind, number, date, time, account_id, people, note, act_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

-- name: count_line_insert
INSERT INTO count_line (count_id, name, booked_quantity, booked_amount, counted_quantity, counted_amount, poor, spoilt, note, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: count_load
SELECT c.id, c.kind, c.number, c.date, c.account_id, c.people, c.note,
       (SELECT count (*) FROM difference_posting d
         WHERE d.count_id = c.id AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = d.voucher_id)),
       c.time, (SELECT w.reason FROM count_withdrawal w WHERE w.count_id = c.id)
  FROM count_sheet c WHERE c.id = $1

-- name: count_lines
SELECT name, coalesce (booked_quantity, 0), booked_amount, coalesce (counted_quantity, 0), counted_amount, note, poor, spoilt
  FROM count_line WHERE count_id = $1 ORDER BY id

-- name: count_list
SELECT id FROM count_sheet ORDER BY date, id

-- name: count_withdrawal_insert
INSERT INTO count_withdrawal (count_id, reason, act_id) VALUES ($1, $2, $3)

-- name: count_last_voucher
SELECT coalesce (max (d.voucher_id), 0) FROM difference_posting d
 WHERE d.count_id = $1 AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = d.voucher_id)
