-- name: comparative_insert
INSERT INTO comparative (year, form, line, amount, act_id) VALUES ($1, $2, $3, $4, $5)

-- name: comparative_load
SELECT line, amount FROM comparative WHERE year = $1 AND form = $2 ORDER BY id

-- name: comparative_list
SELECT year, form, line, amount FROM comparative c
 WHERE NOT EXISTS (SELECT 1 FROM comparative n
                    WHERE n.year = c.year AND n.form = c.form AND n.line = c.line AND n.id > c.id)
 ORDER BY year, form, line
