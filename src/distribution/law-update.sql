-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: law_last_posted
SELECT coalesce (max (a.year), 0)
  FROM plan_posting p JOIN plan_approval a ON a.id = p.approval_id JOIN voucher_name v ON v.id = p.voucher_id
 WHERE NOT v.taken_back

-- name: law_planned_years
SELECT DISTINCT year FROM plan WHERE year >= $1 ORDER BY year
