-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: supply_insert
INSERT INTO supply (party_id, product_id, date, quantity, price, amount, vat, cost, scope, reverses_id, voucher_id, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

-- name: supply_volume
SELECT coalesce (sum (abs (amount) + abs (vat) + abs (coalesce (cost, 0))), 0) FROM supply

-- name: supply_by_number
SELECT d.id FROM supply d JOIN voucher_name v ON v.id = d.voucher_id
 WHERE v.number = $1 AND v.date <= $2 AND d.reverses_id IS NULL ORDER BY v.date DESC, v.id DESC LIMIT 1

-- name: supply_load
SELECT d.id, d.party_id, d.product_id, d.date, d.quantity, d.price, d.amount, d.vat, d.cost, d.scope,
       d.reverses_id, coalesce (r.id, -v.taken_back), d.voucher_id, v.number
  FROM supply d LEFT JOIN supply r ON r.reverses_id = d.id LEFT JOIN voucher_name v ON v.id = d.voucher_id
 WHERE d.id = $1

-- name: supply_list
SELECT d.id, d.party_id, d.product_id, d.date, d.quantity, d.price, d.amount, d.vat, d.cost, d.scope,
       d.reverses_id, coalesce (r.id, -v.taken_back), d.voucher_id, v.number
  FROM supply d LEFT JOIN supply r ON r.reverses_id = d.id LEFT JOIN voucher_name v ON v.id = d.voucher_id
 WHERE ($1 IS NULL OR d.date >= $1) AND ($2 IS NULL OR d.date <= $2)
 ORDER BY d.date, d.id

-- Of one member, by its index.
-- name: supply_of_member
SELECT d.id, d.party_id, d.product_id, d.date, d.quantity, d.price, d.amount, d.vat, d.cost, d.scope,
       d.reverses_id, coalesce (r.id, -v.taken_back), d.voucher_id, v.number
  FROM supply d LEFT JOIN supply r ON r.reverses_id = d.id LEFT JOIN voucher_name v ON v.id = d.voucher_id
 WHERE d.party_id = $1 AND ($2 IS NULL OR d.date >= $2) AND ($3 IS NULL OR d.date <= $3)
 ORDER BY d.date, d.id
