-- name: party_insert
INSERT INTO party (code, name, fold, kind, tax_code, id_number, address, phone, bank_bin, bank_account, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: party_find
SELECT id FROM party WHERE code = $1

-- name: party_load
SELECT id, code, name, kind, tax_code, id_number, address, phone, bank_bin, bank_account FROM party WHERE id = $1

-- name: party_list
SELECT id, code, name, kind, tax_code, id_number, address, phone, bank_bin, bank_account FROM party
 WHERE $1 IS NULL OR instr (fold, $1) > 0 OR instr (lower (code), $1) = 1
 ORDER BY code LIMIT $2

-- name: standing_insert
INSERT INTO party_standing (party_id, since, internal, act_id) VALUES ($1, $2, $3, $4)

-- name: standing_on
SELECT internal FROM party_standing WHERE party_id = $1 AND since <= $2 ORDER BY since DESC, id DESC LIMIT 1

-- name: item_find
SELECT id FROM item WHERE code = $1

-- name: item_code
SELECT code FROM item WHERE id = $1

-- name: item_insert
INSERT INTO item (code, name, act_id) VALUES ($1, $1, $2)
