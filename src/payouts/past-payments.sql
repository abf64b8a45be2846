-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: past_payments
SELECT coalesce (l.year, b.year), b.date, b.method, l.amount, coalesce (l.voucher_id, 0), v.number, NOT s.stands,
       coalesce (l.net, l.amount),
       coalesce ((SELECT sum (r.amount) FROM payout_return r JOIN voucher_name w ON w.id = r.voucher_id
                   WHERE r.line_id = l.id AND w.taken_back = 0 AND r.date <= $2), 0)
  FROM payout_line l JOIN payout_batch b ON b.id = l.batch_id JOIN payout_line_stands s ON s.line_id = l.id
  LEFT JOIN voucher_name v ON v.id = l.voucher_id
 WHERE l.party_id = $1 AND b.date <= $2
 ORDER BY b.date, l.id
