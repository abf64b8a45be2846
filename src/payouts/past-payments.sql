-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: past_payments
SELECT b.year, b.date, b.method, l.amount, l.voucher_id, v.number, v.taken_back
  FROM payout_line l JOIN payout_batch b ON b.id = l.batch_id JOIN voucher_name v ON v.id = l.voucher_id
 WHERE l.party_id = $1 AND b.date <= $2
 ORDER BY b.date, l.id
