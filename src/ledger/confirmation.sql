-- name: confirmation_insert
INSERT INTO confirmation (account_id, party_id, date, booked, sent, confirmed, answered, note, act_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: confirmation_of
SELECT account_id, party_id, date FROM confirmation WHERE id = $1

-- The latest of each account, party and day; $1 day or '', $2 account or 0, $3 party or 0. What was posted hangs on any of them.
-- name: confirmation_list
SELECT c.id, c.account_id, c.party_id, c.date, c.booked, c.confirmed, c.answered, c.note,
       (SELECT count (*) FROM difference_posting d JOIN confirmation e ON e.id = d.confirmation_id
         WHERE e.account_id = c.account_id AND e.party_id = c.party_id AND e.date = c.date
           AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = d.voucher_id)), c.sent
  FROM confirmation c JOIN account a ON a.id = c.account_id JOIN party p ON p.id = c.party_id
 WHERE c.id = (SELECT max (x.id) FROM confirmation x WHERE x.date = c.date AND x.account_id = c.account_id AND x.party_id = c.party_id)
   AND ($1 = '' OR c.date = $1) AND ($2 = 0 OR c.account_id = $2) AND ($3 = 0 OR c.party_id = $3)
 ORDER BY c.date, a.code, p.code

-- What put the difference on the books and was not taken back.
-- name: confirmation_vouchers
SELECT d.voucher_id FROM difference_posting d JOIN confirmation e ON e.id = d.confirmation_id
 WHERE e.account_id = $1 AND e.party_id = $2 AND e.date = $3
   AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = d.voucher_id)
 ORDER BY d.voucher_id
