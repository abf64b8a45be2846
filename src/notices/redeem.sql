-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: redeem_insert
INSERT INTO redemption (year, date, sequence, resolution, voucher_id, act_id) VALUES ($1, $2, $3, $4, $5, $6)

-- name: redeem_line_insert
INSERT INTO redemption_line (redemption_id, notice_id, amount, act_id) VALUES ($1, $2, $3, $4)

-- name: redeemed_of_year
SELECT n.party_id, p.code, sum (l.amount)
  FROM redemption x JOIN voucher_name v ON v.id = x.voucher_id AND v.taken_back = 0
  JOIN redemption_line l ON l.redemption_id = x.id JOIN notice n ON n.id = l.notice_id JOIN party_name p ON p.id = n.party_id
 WHERE x.year = $1 GROUP BY n.party_id ORDER BY p.code

-- name: redeemed_between
SELECT n.party_id, p.code, sum (l.amount), n.kind
  FROM redemption x JOIN voucher_name v ON v.id = x.voucher_id AND v.taken_back = 0
  JOIN redemption_line l ON l.redemption_id = x.id JOIN notice n ON n.id = l.notice_id JOIN party_name p ON p.id = n.party_id
 WHERE x.date BETWEEN $1 AND $2 GROUP BY n.party_id, n.kind ORDER BY p.code, n.kind

-- name: redeem_of_voucher
SELECT year FROM redemption WHERE voucher_id = $1

-- name: redeemed_by_voucher
SELECT n.party_id, p.code, sum (l.amount)
  FROM redemption x JOIN redemption_line l ON l.redemption_id = x.id JOIN notice n ON n.id = l.notice_id
  JOIN party_name p ON p.id = n.party_id
 WHERE x.voucher_id = $1 GROUP BY n.party_id ORDER BY p.code
