-- SPDX-License-Identifier: GPL-3.0-or-later

-- A plus keeps the planner from the index of reversals, where all rows that are none stand together.
-- name: year_pay
SELECT CAST (substr (d.date, 1, 4) AS INTEGER), count (*), sum (coalesce (d.days, 0)), sum (d.amount), sum (d.tax),
       sum (d.insurance)
  FROM labour d
 WHERE d.party_id IN (SELECT p.id FROM party_name p WHERE p.id = $1
                      UNION SELECT s.party_id FROM party_survivor s WHERE s.survivor_id = $1)
   AND d.date <= $2 AND +d.reverses_id IS NULL
   AND NOT EXISTS (SELECT 1 FROM labour r WHERE r.reverses_id = d.id)
   AND NOT EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = d.voucher_id AND v.taken_back)
 GROUP BY 1 ORDER BY 1
