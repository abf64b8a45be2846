-- name: draft_insert
INSERT INTO plan (year, text, act_id) VALUES ($1, $2, $3)

-- name: draft_latest
SELECT id, text FROM plan WHERE year = $1 ORDER BY id DESC LIMIT 1

-- name: draft_text
SELECT text FROM plan WHERE id = $1
