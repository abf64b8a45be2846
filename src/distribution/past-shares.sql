-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: past_shares
SELECT a.year, s.side, s.pool, s.amount, a.date, a.resolution, v.date, v.number
  FROM plan_share s JOIN plan_approval a ON a.id = s.approval_id
  LEFT JOIN plan_posting p ON p.id = (SELECT max (x.id) FROM plan_posting x WHERE x.approval_id = a.id
       AND coalesce (x.step, '-') IN ('-', CASE s.side WHEN 0 THEN 'shares:internal' ELSE 'shares:external' END))
  LEFT JOIN voucher_name v ON v.id = p.voucher_id AND NOT v.taken_back AND v.date <= $2
 WHERE s.party_id = $1 AND s.amount <> 0
   AND a.id = (SELECT max (y.id) FROM plan_approval y WHERE y.year = a.year AND y.date <= $2)
 ORDER BY a.year, s.side, s.pool
