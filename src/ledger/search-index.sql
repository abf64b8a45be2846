-- name: index_vouchers
INSERT INTO voucher_search (rowid, text)
  SELECT id, text FROM voucher_words WHERE id > (SELECT indexed_voucher FROM ledger_state) ORDER BY id

-- name: index_parties
INSERT INTO party_search (party_id, text)
  SELECT id, text FROM party_words WHERE id > (SELECT indexed_party FROM ledger_state) ORDER BY id

-- name: index_changes
INSERT INTO party_search (party_id, text)
  SELECT id, text FROM party_words
   WHERE id IN (SELECT party_id FROM party_change WHERE id > (SELECT indexed_change FROM ledger_state)) ORDER BY id

-- name: index_done
UPDATE ledger_state
   SET indexed_voucher = (SELECT coalesce (max (id), 0) FROM voucher), indexed_party = (SELECT coalesce (max (id), 0) FROM party),
       indexed_change = (SELECT coalesce (max (id), 0) FROM party_change)
