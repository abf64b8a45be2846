-- name: data_find
SELECT text FROM data_file WHERE name = $1 ORDER BY id DESC LIMIT 1

-- name: data_insert
INSERT INTO data_file (name, text, act_id) VALUES ($1, $2, $3)
