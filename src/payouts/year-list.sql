-- SPDX-License-Identifier: GPL-3.0-or-later

-- Parts of lines that stand, by the day of their list.
-- name: year_list_paid
SELECT l.party_id, p.side, p.pool, sum (p.amount)
  FROM payout_part p JOIN payout_line l ON l.id = p.line_id JOIN payout_batch b ON b.id = l.batch_id
  JOIN payout_line_stands s ON s.line_id = l.id
 WHERE b.date BETWEEN $1 AND $2 AND s.stands
 GROUP BY 1, 2, 3

-- name: year_list_withheld
SELECT party_id, name, sum (amount) FROM payout_tax_kept WHERE date BETWEEN $1 AND $2 GROUP BY party_id, name
