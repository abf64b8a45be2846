-- name: audit_open
INSERT INTO audit (at, user, kind, summary) VALUES ($1, $2, $3, $4)

-- name: audit_entry
SELECT at, user, kind, summary FROM audit WHERE id = $1

-- name: audit_head
SELECT hash FROM audit WHERE id < $1 ORDER BY id DESC LIMIT 1

-- name: audit_seal
UPDATE audit SET digest = $2, previous = $3, hash = $4 WHERE id = $1

-- name: audit_list
SELECT id, at, user, kind, summary, digest, previous, hash FROM audit ORDER BY id

-- name: audited_tables
SELECT t.name FROM sqlite_schema t JOIN pragma_table_info (t.name) c
 WHERE t.type = 'table' AND c.name = 'act_id' ORDER BY t.name
