-- The version that holds on day $2: of the days from which versions hold the latest, of a day's versions the last one written.
-- name: data_find
SELECT text FROM data_file d
 WHERE name = $1 AND coalesce (valid_from, '') <= $2 AND text <> ''
   AND id = (SELECT max (id) FROM data_file x WHERE x.name = d.name AND coalesce (x.valid_from, '') = coalesce (d.valid_from, ''))
 ORDER BY coalesce (valid_from, '') DESC LIMIT 1

-- name: data_insert
INSERT INTO data_file (name, text, act_id) VALUES ($1, $2, $3)

-- name: data_insert_from
INSERT INTO data_file (name, text, valid_from, act_id) VALUES ($1, $2, $3, $4)

-- The versions that hold from a day of their own, and who took them in.
-- name: data_versions
SELECT d.name, d.valid_from, a.user, a.at FROM data_file d JOIN audit a ON a.id = d.act_id
 WHERE d.valid_from IS NOT NULL AND d.text <> ''
   AND d.id = (SELECT max (id) FROM data_file x WHERE x.name = d.name AND x.valid_from = d.valid_from)
 ORDER BY d.valid_from, d.name

-- name: data_texts
SELECT text FROM data_file WHERE name = $1 AND text <> '' ORDER BY id
