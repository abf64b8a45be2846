-- name: party_insert
INSERT INTO party (code, name, fold, kind, tax_code, id_number, address, phone, bank_bin, bank_account, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: party_change
INSERT INTO party_change (party_id, name, fold, kind, tax_code, id_number, address, phone, bank_bin, bank_account, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: party_former_names
SELECT name FROM (SELECT name, id FROM party_change WHERE party_id = $1 UNION ALL SELECT name, 0 FROM party WHERE id = $1)
 WHERE name <> (SELECT name FROM party_now WHERE id = $1) GROUP BY name ORDER BY max (id) DESC

-- name: party_find
SELECT id FROM party WHERE code = $1

-- What was said of parties before, each once, and not what is said now.
-- name: party_former_list
WITH told AS (
  SELECT party_id, id, name, kind, tax_code, id_number, address, phone, bank_bin, bank_account FROM party_change
  UNION ALL SELECT id, 0, name, kind, tax_code, id_number, address, phone, bank_bin, bank_account FROM party)
SELECT p.id, p.code, t.name, t.kind, t.tax_code, t.id_number, t.address, t.phone, t.bank_bin, t.bank_account
  FROM told t JOIN party_now p ON p.id = t.party_id
 WHERE t.name <> p.name OR t.kind <> p.kind OR coalesce (t.tax_code, '') <> coalesce (p.tax_code, '')
    OR coalesce (t.id_number, '') <> coalesce (p.id_number, '') OR coalesce (t.address, '') <> coalesce (p.address, '')
    OR coalesce (t.phone, '') <> coalesce (p.phone, '') OR coalesce (t.bank_bin, '') <> coalesce (p.bank_bin, '')
    OR coalesce (t.bank_account, '') <> coalesce (p.bank_account, '')
 GROUP BY p.id, p.code, t.name, t.kind, t.tax_code, t.id_number, t.address, t.phone, t.bank_bin, t.bank_account
 ORDER BY p.code, min (t.id)

-- name: party_load
SELECT id, code, name, kind, tax_code, id_number, address, phone, bank_bin, bank_account FROM party_now WHERE id = $1

-- name: party_list
SELECT id, code, name, kind, tax_code, id_number, address, phone, bank_bin, bank_account FROM party_now
 WHERE id NOT IN (SELECT party_id FROM party_merged) ORDER BY code LIMIT $1

-- name: party_list_all
SELECT id, code, name, kind, tax_code, id_number, address, phone, bank_bin, bank_account FROM party_now ORDER BY code

-- Ids in the order of the index that leads, so that a reader who has enough may stop.
-- name: party_by_code
SELECT id FROM party WHERE code >= $1 AND code < $2 ORDER BY code

-- name: party_by_name
SELECT id FROM party WHERE fold >= $1 AND fold < $2 ORDER BY fold

-- name: party_by_changed_name
SELECT party_id FROM party_change WHERE fold >= $1 AND fold < $2 ORDER BY fold

-- name: party_by_words
SELECT party_id FROM party_search WHERE party_search MATCH $1 ORDER BY rowid

-- name: standing_insert
INSERT INTO party_standing (party_id, since, internal, act_id) VALUES ($1, $2, $3, $4)

-- name: standing_on
SELECT internal FROM party_standing WHERE party_id = $1 AND since <= $2 ORDER BY since DESC, id DESC LIMIT 1

-- name: party_state
SELECT (SELECT coalesce (max (id), 0) FROM party) || '/' || (SELECT coalesce (max (id), 0) FROM party_change) || '/'
       || (SELECT coalesce (max (id), 0) FROM party_merge)
