-- name: draft_insert
INSERT INTO plan (year, text, name, act_id) VALUES ($1, $2, $3, $4)

-- The latest draft of the version that was approved last; before an approval, of the plan without a name.
-- name: draft_latest
SELECT id, text FROM plan
 WHERE year = $1 AND name IS (SELECT p.name FROM plan_approval a JOIN plan p ON p.id = a.plan_id
                               WHERE a.year = $1 ORDER BY a.id DESC LIMIT 1)
 ORDER BY id DESC LIMIT 1

-- An empty text as the latest one: the version was forgotten.
-- name: draft_version
SELECT id FROM (SELECT id, text FROM plan WHERE year = $1 AND name IS $2 ORDER BY id DESC LIMIT 1) AS latest WHERE text <> ''

-- name: draft_versions
SELECT coalesce (p.name, '-') FROM plan p
 WHERE p.year = $1 AND p.text <> ''
   AND NOT EXISTS (SELECT 1 FROM plan l WHERE l.year = p.year AND l.name IS p.name AND l.id > p.id)
 ORDER BY p.name

-- name: draft_text
SELECT text FROM plan WHERE id = $1
