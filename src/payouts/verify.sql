-- SPDX-License-Identifier: GPL-3.0-or-later

-- Lines of which more came back than left in money, by the returns that stand.
-- name: verify_returned
SELECT p.code, coalesce (l.net, l.amount), sum (r.amount)
  FROM payout_return r JOIN voucher_name v ON v.id = r.voucher_id AND v.taken_back = 0
  JOIN payout_line l ON l.id = r.line_id JOIN party p ON p.id = l.party_id
 GROUP BY l.id HAVING sum (r.amount) > coalesce (l.net, l.amount)
 ORDER BY l.id

-- By voucher of returns and of set-offs and by member: what the lists say is not what the rows credit the member with.
-- name: verify_differences
SELECT p.code, n.number
  FROM (SELECT r.voucher_id, l.party_id, sum (r.amount) AS listed FROM payout_return r JOIN payout_line l ON l.id = r.line_id GROUP BY 1, 2
        UNION ALL
        SELECT s.voucher_id, l.party_id, sum (s.amount) FROM payout_set_off s JOIN payout_line l ON l.id = s.line_id GROUP BY 1, 2) k
  JOIN voucher_name n ON n.id = k.voucher_id JOIN party p ON p.id = k.party_id
 WHERE k.listed <> (SELECT coalesce (sum (w.amount), 0) FROM voucher_row w
                     WHERE w.voucher_id = k.voucher_id AND w.credit_party_id = k.party_id)
 ORDER BY k.voucher_id, p.code
