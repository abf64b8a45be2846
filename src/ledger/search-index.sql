-- name: index_vouchers
INSERT INTO voucher_search (rowid, text)
  SELECT id, text FROM voucher_words WHERE id > (SELECT indexed_voucher FROM ledger_state) ORDER BY id

-- name: index_parties
INSERT INTO party_search (party_id, text)
  SELECT id, text FROM party_words WHERE id > (SELECT indexed_party FROM ledger_state) ORDER BY id

-- name: index_changes
INSERT INTO party_search (party_id, text)
  SELECT party_id, text FROM party_change_words WHERE id > (SELECT indexed_change FROM ledger_state) ORDER BY id

-- Vouchers of parties that have a new name: what they said before goes on finding them.
-- name: index_renamed
INSERT INTO voucher_search (rowid, text)
  WITH renamed (party_id) AS (
    SELECT c.party_id FROM party_change c JOIN party p ON p.id = c.party_id
     WHERE c.id > (SELECT indexed_change FROM ledger_state) AND c.name <> p.name
       AND NOT EXISTS (SELECT 1 FROM party_change b WHERE b.party_id = c.party_id AND b.id < c.id AND b.name = c.name))
  SELECT id, text FROM voucher_words
   WHERE id IN (SELECT voucher_id FROM voucher_row WHERE debit_party_id IN (SELECT party_id FROM renamed)
          UNION SELECT voucher_id FROM voucher_row WHERE credit_party_id IN (SELECT party_id FROM renamed))
     AND id <= (SELECT indexed_voucher FROM ledger_state) ORDER BY id

-- name: index_items
INSERT INTO item_search (item_id, text)
  SELECT id, text FROM item_words WHERE id > (SELECT indexed_item FROM ledger_state) ORDER BY id

-- name: index_facts
INSERT INTO item_search (item_id, text)
  SELECT item_id, text FROM item_fact_words WHERE id > (SELECT indexed_fact FROM ledger_state) ORDER BY id

-- Some pages of the voucher index are merged, more after an import; one voucher makes a page at most.
-- name: index_merge
INSERT INTO voucher_search (voucher_search, rank)
  SELECT 'merge', 24 + (v.last - s.indexed_voucher) / 8 FROM (SELECT max (id) AS last FROM voucher) v, ledger_state s
   WHERE v.last > s.indexed_voucher

-- name: index_done
UPDATE ledger_state
   SET indexed_voucher = (SELECT coalesce (max (id), 0) FROM voucher), indexed_party = (SELECT coalesce (max (id), 0) FROM party),
       indexed_change = (SELECT coalesce (max (id), 0) FROM party_change), indexed_item = (SELECT coalesce (max (id), 0) FROM item),
       indexed_fact = (SELECT coalesce (max (id), 0) FROM item_fact)

-- name: index_clear_vouchers
INSERT INTO voucher_search (voucher_search) VALUES ('delete-all')

-- name: index_clear_parties
DELETE FROM party_search

-- name: index_clear_items
DELETE FROM item_search

-- name: index_restart
UPDATE ledger_state SET indexed_voucher = 0, indexed_party = 0, indexed_change = 0, indexed_item = 0, indexed_fact = 0

-- How many vouchers, parties, items came after what the indices hold.
-- name: index_lag
SELECT (SELECT count (*) FROM voucher WHERE id > indexed_voucher),
       (SELECT count (*) FROM party WHERE id > indexed_party) + (SELECT count (*) FROM party_change WHERE id > indexed_change),
       (SELECT count (*) FROM item WHERE id > indexed_item) + (SELECT count (*) FROM item_fact WHERE id > indexed_fact)
  FROM ledger_state

-- A stretch of vouchers, each $2-th of them from $1 on.
-- name: index_sample
SELECT id, number FROM voucher WHERE id >= $1 AND id % $2 = 0 ORDER BY id

-- name: index_last
SELECT coalesce (max (id), 0) FROM voucher

-- name: index_holds
SELECT count (*) FROM voucher_search WHERE voucher_search MATCH $1 AND rowid = $2
