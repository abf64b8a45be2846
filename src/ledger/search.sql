-- $1 the question to the index
-- name: search_posted_last
SELECT rowid FROM voucher_search WHERE voucher_search MATCH $1 ORDER BY rowid DESC LIMIT $2

-- name: search_between
SELECT rowid FROM voucher_search WHERE voucher_search MATCH $1 AND rowid BETWEEN $2 AND $3

-- The vouchers of $1 to $2 before the day and id $3, $4, newest first; days may be NULL.
-- name: search_days
SELECT date, id FROM voucher
 WHERE (date, id) < (coalesce ($3, '9999'), $4) AND date BETWEEN coalesce ($1, '') AND coalesce ($2, '9999')
 ORDER BY date DESC, id DESC LIMIT $5

-- name: search_voucher_day
SELECT date FROM voucher WHERE id = $1

-- A sum leaves out the rows on off-balance accounts (type 9), such as units of a currency, unless there are no others.
-- name: search_voucher
SELECT v.number, v.description, v.kind, v.date, (SELECT coalesce (sum (r.amount) FILTER (WHERE d.type <> 9), sum (r.amount), 0)
          FROM voucher_row r JOIN account d ON d.id = r.debit_id WHERE r.voucher_id = v.id)
  FROM voucher v WHERE v.id = $1

-- Members of any time, a kind of party that stays ($2 1), or others ($2 0); who was merged into another one is found as that one.
-- name: search_parties
WITH found (id) AS (SELECT party_id FROM party_search WHERE party_search MATCH $1)
SELECT p.id, p.code, p.name FROM party_now p
 WHERE p.id IN (SELECT id FROM found WHERE id NOT IN (SELECT party_id FROM party_merged)
                 UNION SELECT survivor_id FROM party_survivor WHERE party_id IN (SELECT id FROM found))
   AND (p.kind = 8) = $2
 ORDER BY p.code LIMIT $3

-- name: search_items
SELECT i.id, i.code, i.name FROM item_now i
 WHERE i.id IN (SELECT item_id FROM item_search WHERE item_search MATCH $1) ORDER BY i.code LIMIT $2

-- name: search_products
SELECT id, code, name, unit FROM product_name ORDER BY code

-- name: search_templates
SELECT t.id, t.name, t.kind FROM voucher_template t
 WHERE t.body <> '' AND t.id = (SELECT max (x.id) FROM voucher_template x WHERE x.name = t.name) ORDER BY t.name

-- name: search_drafts
SELECT id, date, description, kind, amount FROM draft ORDER BY id DESC
