-- SPDX-License-Identifier: GPL-3.0-or-later

-- By day, so that rows of a day stand together; a plus keeps the planner from the index of reversals, where all rows that are none
-- stand together in no order.
-- name: use_of_deliveries
SELECT d.party_id, p.code, d.product_id, t.code, d.date, d.amount, d.quantity, t.name, t.unit
  FROM delivery d CROSS JOIN party p ON p.id = d.party_id CROSS JOIN product t ON t.id = d.product_id
 WHERE d.date BETWEEN $1 AND $2 AND +d.reverses_id IS NULL
   AND d.id NOT IN (SELECT reverses_id FROM delivery WHERE reverses_id > 0)
   AND (d.voucher_id IS NULL OR NOT EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = d.voucher_id AND v.taken_back))
 ORDER BY d.party_id, d.date

-- name: use_of_deliveries_of_one
SELECT d.party_id, p.code, d.product_id, t.code, d.date, d.amount, d.quantity, t.name, t.unit
  FROM delivery d CROSS JOIN party p ON p.id = d.party_id CROSS JOIN product t ON t.id = d.product_id
 WHERE d.party_id = $3 AND d.date BETWEEN $1 AND $2 AND +d.reverses_id IS NULL
   AND d.id NOT IN (SELECT reverses_id FROM delivery WHERE reverses_id > 0)
   AND (d.voucher_id IS NULL OR NOT EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = d.voucher_id AND v.taken_back))
 ORDER BY d.party_id, d.date

-- name: use_of_supplies
SELECT d.party_id, p.code, d.product_id, t.code, d.date, d.amount, d.quantity, t.name, t.unit
  FROM supply d CROSS JOIN party p ON p.id = d.party_id CROSS JOIN product t ON t.id = d.product_id
 WHERE d.date BETWEEN $1 AND $2 AND +d.reverses_id IS NULL
   AND d.id NOT IN (SELECT reverses_id FROM supply WHERE reverses_id > 0)
   AND (d.voucher_id IS NULL OR NOT EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = d.voucher_id AND v.taken_back))
 ORDER BY d.party_id, d.date

-- name: use_of_supplies_of_one
SELECT d.party_id, p.code, d.product_id, t.code, d.date, d.amount, d.quantity, t.name, t.unit
  FROM supply d CROSS JOIN party p ON p.id = d.party_id CROSS JOIN product t ON t.id = d.product_id
 WHERE d.party_id = $3 AND d.date BETWEEN $1 AND $2 AND +d.reverses_id IS NULL
   AND d.id NOT IN (SELECT reverses_id FROM supply WHERE reverses_id > 0)
   AND (d.voucher_id IS NULL OR NOT EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = d.voucher_id AND v.taken_back))
 ORDER BY d.party_id, d.date
