-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: tally_years
SELECT year FROM plan_year_posted ORDER BY year

-- name: tally_shares
SELECT party_id, side, pool, amount FROM plan_share_money WHERE approval_id = $1

-- What each line came to and what of it stands. Taxes and net stand by the payment's voucher, set-offs by their own.
-- name: tally_lines
SELECT l.id, l.batch_id, l.party_id, coalesce (l.year, b.year), b.method, b.date, l.amount, coalesce (l.net, l.amount), l.year IS NULL,
       v.taken_back = 0 AS stands,
       coalesce ((SELECT sum (t.amount) FROM payout_tax t WHERE t.line_id = l.id), 0),
       coalesce ((SELECT sum (s.amount) FROM payout_set_off s JOIN voucher_name w ON w.id = s.voucher_id
                   WHERE s.line_id = l.id AND w.taken_back = 0), 0),
       r.date, r.kind, r.amount, c.date
  FROM payout_line l JOIN payout_batch b ON b.id = l.batch_id
  LEFT JOIN voucher_name v ON v.id = l.voucher_id
  LEFT JOIN payout_return r ON r.id = (SELECT max (x.id) FROM payout_return x JOIN voucher_name y ON y.id = x.voucher_id
                                        WHERE x.line_id = l.id AND y.taken_back = 0)
  LEFT JOIN payout_confirmed c ON c.stands = 1 AND c.id = (SELECT max (x.id) FROM payout_confirmed x WHERE x.line_id = l.id)
 ORDER BY l.id

-- Parts of lines that stand.
-- name: tally_parts
SELECT l.party_id, coalesce (l.year, b.year), p.side, p.pool, sum (p.amount)
  FROM payout_part p JOIN payout_line l ON l.id = p.line_id JOIN payout_batch b ON b.id = l.batch_id
  JOIN payout_line_stands s ON s.line_id = l.id
 WHERE s.stands
 GROUP BY 1, 2, 3, 4
