-- name: note_text_find
SELECT text FROM statement_text WHERE year = $1 AND form = $2 AND key = $3 ORDER BY id DESC LIMIT 1

-- name: note_text_last_year
SELECT max (year) FROM statement_text WHERE year < $1 AND form = $2 AND key = $3

-- name: note_text_list
SELECT year, form, key, text FROM statement_text t
 WHERE id = (SELECT max (id) FROM statement_text x WHERE x.year = t.year AND x.form = t.form AND x.key = t.key) ORDER BY 1, 2, 3

-- name: note_text_insert
INSERT INTO statement_text (year, form, key, text, act_id) VALUES ($1, $2, $3, $4, $5)

