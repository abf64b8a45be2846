-- name: draft_insert
INSERT INTO plan (year, text, name, act_id) VALUES ($1, $2, $3, $4)

-- The latest draft of the version that was approved last; before an approval, of the plan without a name.
-- name: draft_latest
SELECT id, text FROM plan
 WHERE year = $1 AND name IS (SELECT p.name FROM plan_approval a JOIN plan p ON p.id = a.plan_id
                               WHERE a.year = $1 ORDER BY a.id DESC LIMIT 1)
 ORDER BY id DESC LIMIT 1

-- name: draft_version
SELECT id FROM plan WHERE year = $1 AND name IS $2 ORDER BY id DESC LIMIT 1

-- name: draft_versions
SELECT coalesce (name, '-'), max (id) FROM plan WHERE year = $1 GROUP BY name ORDER BY name

-- name: draft_text
SELECT text FROM plan WHERE id = $1
