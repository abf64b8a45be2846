-- SPDX-License-Identifier: GPL-3.0-or-later

-- What distributions of earlier years ($2) gave a profit account ($1) after a day ($3), with what was reversed of them then:
-- below 0 what they took.
-- name: earlier_posted_after
SELECT coalesce (sum (CASE WHEN r.credit_id = $1 THEN r.amount ELSE -r.amount END), 0)
  FROM plan_posting p JOIN plan_approval a ON a.id = p.approval_id
  JOIN voucher v ON v.id = p.voucher_id OR v.reverses_id = p.voucher_id
  JOIN voucher_row r ON r.voucher_id = v.id
 WHERE a.year < $2 AND v.date > $3 AND (r.credit_id = $1) <> (r.debit_id = $1)

-- Later years whose distribution was posted once.
-- name: earlier_later_years
SELECT year FROM plan_year_posted WHERE year > $1 ORDER BY year

-- What an approved distribution shares of earlier years.
-- name: earlier_brought_forward
SELECT internal + external FROM plan_step WHERE approval_id = $1 AND name = 'brought-forward'
