-- name: draft_insert
INSERT INTO draft (user, saved_at, kind, date, description, amount, body, version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)

-- name: draft_update
UPDATE draft SET user = $2, saved_at = $3, kind = $4, date = $5, description = $6, amount = $7, body = $8, version = $9
 WHERE id = $1

-- name: draft_load
SELECT body, version FROM draft WHERE id = $1

-- name: draft_list
SELECT d.id, d.user, d.saved_at, d.kind, d.date, d.description, d.amount,
       (SELECT count (*) FROM draft_version v WHERE v.draft_id = d.id AND v.version < d.version),
       (SELECT count (*) FROM draft_version v WHERE v.draft_id = d.id AND v.version > d.version)
  FROM draft d ORDER BY d.saved_at DESC, d.id DESC

-- name: draft_delete
DELETE FROM draft WHERE id = $1

-- name: draft_version_insert
INSERT INTO draft_version (draft_id, version, saved_at, amount, body) VALUES ($1, $2, $3, $4, $5)

-- name: draft_version_before
SELECT version, amount, body FROM draft_version WHERE draft_id = $1 AND version < $2 ORDER BY version DESC LIMIT 1

-- name: draft_version_after
SELECT version, amount, body FROM draft_version WHERE draft_id = $1 AND version > $2 ORDER BY version LIMIT 1

-- name: draft_version_cut
DELETE FROM draft_version WHERE draft_id = $1 AND (version > $2 OR version <= $3)

-- name: draft_file_heads
SELECT name, sha256 FROM draft_file WHERE draft_id = $1 ORDER BY position

-- name: draft_file_list
SELECT name, content FROM draft_file WHERE draft_id = $1 ORDER BY position

-- name: draft_file_insert
INSERT INTO draft_file (draft_id, position, name, sha256, content) VALUES ($1, $2, $3, $4, $5)

-- name: draft_file_delete
DELETE FROM draft_file WHERE draft_id = $1
