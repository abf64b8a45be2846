-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a profit account gave under a plan's code: $1 plan, $2 profit account, $3 last day, $4 the layer of postings. By the index of
-- plans, since the account has the rows of all years; a plus keeps the planner from the account's. In the order of first rows.
-- name: plan_given
SELECT g.account_id, coalesce (g.party_id, 0), p.code, g.posted, sum (g.amount)
  FROM (SELECT r.id, r.date, r.credit_id AS account_id, r.credit_party_id AS party_id, r.layer = $4 AS posted, r.amount
          FROM voucher_row r WHERE r.plan = $1 AND +r.debit_id = $2 AND +r.date <= $3
        UNION ALL
        SELECT r.id, r.date, r.debit_id, r.debit_party_id, r.layer = $4, -r.amount
          FROM voucher_row r WHERE r.plan = $1 AND +r.credit_id = $2 AND +r.debit_id <> $2 AND +r.date <= $3) g
  LEFT JOIN party_name p ON p.id = g.party_id
 GROUP BY 1, 2, 4 ORDER BY min (g.date), min (g.id)
