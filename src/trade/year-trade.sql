-- SPDX-License-Identifier: GPL-3.0-or-later

-- A plus keeps the planner from the index of reversals, where all rows that are none stand together.
-- name: year_trade
SELECT x.year, x.kind, t.code, t.name, t.unit, x.n, x.quantity, x.amount, x.vat FROM (
  SELECT CAST (substr (d.date, 1, 4) AS INTEGER) AS year, 0 AS kind, d.product_id, count (*) AS n,
         sum (d.quantity) AS quantity, sum (d.amount) AS amount, 0 AS vat
    FROM delivery d
   WHERE d.party_id = $1 AND d.date <= $2 AND +d.reverses_id IS NULL
     AND NOT EXISTS (SELECT 1 FROM delivery r WHERE r.reverses_id = d.id)
     AND NOT EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = d.voucher_id AND v.taken_back)
   GROUP BY 1, d.product_id
  UNION ALL
  SELECT CAST (substr (d.date, 1, 4) AS INTEGER), 1, d.product_id, count (*), sum (d.quantity), sum (d.amount), sum (d.vat)
    FROM supply d
   WHERE d.party_id = $1 AND d.date <= $2 AND +d.reverses_id IS NULL
     AND NOT EXISTS (SELECT 1 FROM supply r WHERE r.reverses_id = d.id)
     AND NOT EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = d.voucher_id AND v.taken_back)
   GROUP BY 1, d.product_id) x
  JOIN product t ON t.id = x.product_id
 ORDER BY x.year, x.kind, t.code
