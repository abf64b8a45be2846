-- name: tax_answer_find
SELECT value FROM tax_answer WHERE year = $1 AND key = $2 ORDER BY id DESC LIMIT 1

-- name: tax_answer_list
SELECT year, key, value FROM tax_answer t
 WHERE id = (SELECT max (id) FROM tax_answer x WHERE x.year = t.year AND x.key = t.key) AND value <> '' ORDER BY 1, 2

-- name: tax_answer_insert
INSERT INTO tax_answer (year, key, value, act_id) VALUES ($1, $2, $3, $4)
