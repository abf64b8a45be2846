-- name: item_find
SELECT id FROM item WHERE code = $1

-- name: item_code
SELECT code FROM item WHERE id = $1

-- name: item_insert
INSERT INTO item (code, name, act_id) VALUES ($1, $2, $3)

-- name: item_fact_insert
INSERT INTO item_fact (item_id, name, fold, kind, party_id, due, document, closed, rate, since, frozen, place, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)

-- name: item_load
SELECT n.id, n.code, n.name, n.kind, coalesce (n.party_id, 0), n.due, n.document, n.closed,
       NOT EXISTS (SELECT 1 FROM item_fact f WHERE f.item_id = n.id), n.rate, n.since, n.frozen, n.place FROM item_now n WHERE n.id = $1

-- $1 folded text, $2 kind, $3 party, $4 whether open ones only, $5 limit
-- name: item_list
WITH RECURSIVE same (id) AS (SELECT $3 UNION SELECT m.party_id FROM same s JOIN party_merged m ON m.into_id = s.id)
SELECT n.id, n.code, n.name, n.kind, coalesce (n.party_id, 0), n.due, n.document, n.closed,
       NOT EXISTS (SELECT 1 FROM item_fact f WHERE f.item_id = n.id), n.rate, n.since, n.frozen, n.place FROM item_now n
 WHERE ($1 IS NULL OR instr (n.fold, $1) > 0 OR instr (lower (n.code), $1) > 0) AND ($2 IS NULL OR n.kind = $2)
   AND ($3 IS NULL OR n.party_id IN (SELECT id FROM same)) AND ($4 = 0 OR n.closed IS NULL)
 ORDER BY n.code LIMIT $5

-- What was said of items before, each once, and not what is said now.
-- name: item_former_list
SELECT i.id, i.code, f.name, f.kind, coalesce (f.party_id, 0), f.due, f.document, f.closed, 0, f.rate, f.since, f.frozen, f.place
  FROM item_fact f JOIN item_now i ON i.id = f.item_id
 WHERE f.name <> i.name OR f.kind <> i.kind OR coalesce (f.party_id, 0) <> coalesce (i.party_id, 0)
    OR coalesce (f.due, '') <> coalesce (i.due, '') OR coalesce (f.document, '') <> coalesce (i.document, '')
    OR coalesce (f.closed, '') <> coalesce (i.closed, '') OR coalesce (f.rate, -1) <> coalesce (i.rate, -1)
    OR coalesce (f.since, '') <> coalesce (i.since, '') OR coalesce (f.frozen, '') <> coalesce (i.frozen, '')
    OR coalesce (f.place, '') <> coalesce (i.place, '')
 GROUP BY i.id, i.code, f.name, f.kind, f.party_id, f.due, f.document, f.closed, f.rate, f.since, f.frozen, f.place
 ORDER BY i.code, min (f.id)

-- The first row of item $1 that names somebody other than $2 and those merged into it; $2 NULL: none is other.
-- name: item_other_party
WITH RECURSIVE same (id) AS (SELECT $2 UNION SELECT m.party_id FROM same s JOIN party_merged m ON m.into_id = s.id)
SELECT p.code FROM party_name p
 WHERE p.id IN (SELECT debit_party_id FROM voucher_row WHERE debit_item_id = $1
          UNION SELECT credit_party_id FROM voucher_row WHERE credit_item_id = $1)
   AND $2 IS NOT NULL AND p.id NOT IN (SELECT id FROM same) ORDER BY p.code LIMIT 1

-- The last day with a row of item $1, reversals aside.
-- name: item_last_day
SELECT max (r.date) FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.id IN (SELECT id FROM voucher_row WHERE debit_item_id = $1 UNION SELECT id FROM voucher_row WHERE credit_item_id = $1)
   AND v.reverses_id IS NULL

-- The first account on which item $1 has a balance at the end of the day $2, debit positive.
-- name: item_balance
SELECT a.code, sum (x.amount) FROM (
  SELECT debit_id AS account_id, amount FROM voucher_row WHERE debit_item_id = $1 AND date <= $2
  UNION ALL SELECT credit_id, -amount FROM voucher_row WHERE credit_item_id = $1 AND date <= $2) x
  JOIN account a ON a.id = x.account_id WHERE a.hidden = 0 GROUP BY a.id HAVING sum (x.amount) <> 0 ORDER BY a.code LIMIT 1

-- name: item_state
SELECT (SELECT coalesce (max (id), 0) FROM item) || '/' || (SELECT coalesce (max (id), 0) FROM item_fact)
