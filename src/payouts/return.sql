-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: return_insert
INSERT INTO payout_return (line_id, date, kind, reason, amount, voucher_id, act_id) VALUES ($1, $2, $3, $4, $5, $6, $7)

-- The return that stands of a member's lines on a list.
-- name: return_voucher
SELECT r.voucher_id FROM payout_line l JOIN payout_return r ON r.line_id = l.id JOIN voucher_name v ON v.id = r.voucher_id
 WHERE l.batch_id = $1 AND l.party_id = $2 AND v.taken_back = 0 LIMIT 1

-- What the bank has confirmed of a member's lines on a list that stand.
-- name: return_confirmed
SELECT l.id FROM payout_line l JOIN voucher_name v ON v.id = l.voucher_id
  JOIN payout_confirmed c ON c.id = (SELECT max (x.id) FROM payout_confirmed x WHERE x.line_id = l.id)
 WHERE l.batch_id = $1 AND l.party_id = $2 AND v.taken_back = 0 AND c.stands = 1 LIMIT 1

-- name: return_of_voucher
SELECT l.batch_id, l.party_id FROM payout_return r JOIN payout_line l ON l.id = r.line_id WHERE r.voucher_id = $1 LIMIT 1

-- name: return_lines
SELECT coalesce (l.year, b.year), r.amount FROM payout_return r JOIN payout_line l ON l.id = r.line_id
  JOIN payout_batch b ON b.id = l.batch_id
 WHERE r.voucher_id = $1

-- The last list that paid the member of the same year after the return, and stands, unless its money came back as well.
-- name: return_paid_again
SELECT b.id, b.date
  FROM payout_return r JOIN payout_line o ON o.id = r.line_id JOIN payout_batch ob ON ob.id = o.batch_id
  JOIN payout_line l ON l.party_id = o.party_id AND l.act_id > r.act_id JOIN payout_batch b ON b.id = l.batch_id
  JOIN payout_line_stands s ON s.line_id = l.id
 WHERE r.voucher_id = $1 AND s.stands AND coalesce (l.year, b.year) = coalesce (o.year, ob.year)
   AND NOT EXISTS (SELECT 1 FROM payout_return x JOIN voucher_name v ON v.id = x.voucher_id
                    WHERE x.line_id = l.id AND v.taken_back = 0)
 ORDER BY l.id DESC LIMIT 1

-- The list and member whose payment or set-offs the voucher posted.
-- name: return_payment_of_voucher
SELECT l.batch_id, l.party_id FROM payout_line l WHERE l.voucher_id = $1
UNION
SELECT l.batch_id, l.party_id FROM payout_set_off s JOIN payout_line l ON l.id = s.line_id WHERE s.voucher_id = $1
 LIMIT 1

-- All vouchers of a member's lines on a list that stand.
-- name: return_payment_vouchers
SELECT l.voucher_id FROM payout_line l JOIN voucher_name v ON v.id = l.voucher_id
 WHERE l.batch_id = $1 AND l.party_id = $2 AND v.taken_back = 0
UNION
SELECT s.voucher_id FROM payout_line l JOIN payout_set_off s ON s.line_id = l.id JOIN voucher_name v ON v.id = s.voucher_id
 WHERE l.batch_id = $1 AND l.party_id = $2 AND v.taken_back = 0
