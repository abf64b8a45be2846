-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: notice_insert
INSERT INTO notice (year, party_id, kind, account_id, date, amount, rule, quantity, voucher_id, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- What redemptions that stand took of each, until the day and ever.
-- name: notice_list
SELECT n.id, n.year, n.party_id, p.code, p.name, n.kind, n.account_id, n.date, n.amount, coalesce (r.until, 0), coalesce (r.ever, 0),
       n.rule, n.quantity, n.voucher_id
  FROM notice n JOIN party_name p ON p.id = n.party_id
  LEFT JOIN (SELECT l.notice_id, sum (CASE WHEN x.date <= $2 THEN l.amount ELSE 0 END) AS until, sum (l.amount) AS ever
               FROM redemption_line l JOIN redemption x ON x.id = l.redemption_id JOIN voucher_name v ON v.id = x.voucher_id
              WHERE v.taken_back = 0 AND ($1 = 0 OR l.notice_id IN (SELECT id FROM notice WHERE party_id = $1))
              GROUP BY l.notice_id) r ON r.notice_id = n.id
 WHERE ($1 = 0 OR n.party_id = $1) AND n.date <= $2
   AND NOT EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = n.voucher_id AND v.taken_back)
 ORDER BY n.year, p.code, n.kind, n.id

-- name: notice_redeemed
SELECT p.code, n.year FROM notice n JOIN party_name p ON p.id = n.party_id JOIN redemption_line l ON l.notice_id = n.id
  JOIN redemption x ON x.id = l.redemption_id JOIN voucher_name v ON v.id = x.voucher_id
 WHERE n.voucher_id = $1 AND v.taken_back = 0 ORDER BY n.year, p.code LIMIT 1

-- Redeemed more than there is, or of one that stands no more.
-- name: notice_overdrawn
SELECT p.code, n.year, n.amount, sum (l.amount) AS redeemed,
       EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = n.voucher_id AND v.taken_back) AS gone
  FROM notice n JOIN party_name p ON p.id = n.party_id JOIN redemption_line l ON l.notice_id = n.id
  JOIN redemption x ON x.id = l.redemption_id JOIN voucher_name v ON v.id = x.voucher_id AND v.taken_back = 0
 GROUP BY n.id HAVING gone OR redeemed > n.amount ORDER BY n.year, p.code
