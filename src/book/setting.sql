-- name: setting_find
SELECT value FROM setting WHERE key = $1 ORDER BY id DESC LIMIT 1

-- name: setting_insert
INSERT INTO setting (key, value, act_id) VALUES ($1, $2, $3)
