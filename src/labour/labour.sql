-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: labour_insert
INSERT INTO labour (party_id, date, work, days, rate, amount, account_id, tax, insurance, reverses_id, voucher_id, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

-- name: labour_volume
SELECT coalesce (sum (abs (amount)), 0) FROM labour

-- name: labour_by_number
SELECT d.id FROM labour d JOIN voucher_name v ON v.id = d.voucher_id
 WHERE v.number = $1 AND v.date <= $2 AND d.reverses_id IS NULL ORDER BY v.date DESC, v.id DESC LIMIT 1

-- name: labour_load
SELECT d.id, d.party_id, d.date, d.work, d.days, d.rate, d.amount, d.account_id, d.tax, d.insurance,
       d.reverses_id, coalesce (r.id, -v.taken_back), d.voucher_id, v.number
  FROM labour d LEFT JOIN labour r ON r.reverses_id = d.id LEFT JOIN voucher_name v ON v.id = d.voucher_id
 WHERE d.id = $1

-- name: labour_list
SELECT d.id, d.party_id, d.date, d.work, d.days, d.rate, d.amount, d.account_id, d.tax, d.insurance,
       d.reverses_id, coalesce (r.id, -v.taken_back), d.voucher_id, v.number
  FROM labour d LEFT JOIN labour r ON r.reverses_id = d.id LEFT JOIN voucher_name v ON v.id = d.voucher_id
 WHERE ($1 IS NULL OR d.date >= $1) AND ($2 IS NULL OR d.date <= $2)
 ORDER BY d.date, d.id

-- Of one person and those merged into it, by the index.
-- name: labour_of_person
SELECT d.id, d.party_id, d.date, d.work, d.days, d.rate, d.amount, d.account_id, d.tax, d.insurance,
       d.reverses_id, coalesce (r.id, -v.taken_back), d.voucher_id, v.number
  FROM labour d LEFT JOIN labour r ON r.reverses_id = d.id LEFT JOIN voucher_name v ON v.id = d.voucher_id
 WHERE d.party_id IN (SELECT p.id FROM party_name p WHERE p.id = $1
                      UNION SELECT s.party_id FROM party_survivor s WHERE s.survivor_id = $1)
   AND ($2 IS NULL OR d.date >= $2) AND ($3 IS NULL OR d.date <= $3)
 ORDER BY d.date, d.id

-- A worker who was merged into a member worked as that member. A plus keeps the planner from the index of reversals, where all rows
-- that are none stand together.
-- name: labour_pay
SELECT p.id, p.code, d.date, count (*), sum (d.amount), sum (coalesce (d.days, 0))
  FROM labour d LEFT JOIN party_survivor s ON s.party_id = d.party_id JOIN party_name p ON p.id = coalesce (s.survivor_id, d.party_id)
 WHERE d.date BETWEEN $1 AND $2 AND +d.reverses_id IS NULL
   AND d.id NOT IN (SELECT reverses_id FROM labour WHERE reverses_id > 0)
   AND (d.voucher_id IS NULL OR NOT EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = d.voucher_id AND v.taken_back))
 GROUP BY p.id, d.date
 ORDER BY p.code, d.date

-- name: labour_pay_of_one
SELECT p.id, p.code, d.date, count (*), sum (d.amount), sum (coalesce (d.days, 0))
  FROM labour d JOIN party_name p ON p.id = $3
 WHERE d.party_id IN (SELECT o.id FROM party_name o WHERE o.id = $3
                      UNION SELECT s.party_id FROM party_survivor s WHERE s.survivor_id = $3)
   AND d.date BETWEEN $1 AND $2 AND +d.reverses_id IS NULL
   AND d.id NOT IN (SELECT reverses_id FROM labour WHERE reverses_id > 0)
   AND (d.voucher_id IS NULL OR NOT EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = d.voucher_id AND v.taken_back))
 GROUP BY p.id, d.date
 ORDER BY d.date

-- name: labour_bad_pairs
SELECT coalesce (v.number, '#' || d.id), p.code FROM labour d JOIN labour o ON o.id = d.reverses_id
  JOIN party_name p ON p.id = d.party_id LEFT JOIN voucher_name v ON v.id = d.voucher_id
 WHERE d.amount <> -o.amount OR d.tax <> -o.tax OR d.insurance <> -o.insurance OR d.party_id <> o.party_id
