-- name: own_template_insert
INSERT INTO voucher_template (name, fold, kind, body, act_id) VALUES ($1, $2, $3, $4, $5)

-- name: own_template_find
SELECT body FROM voucher_template WHERE name = $1 ORDER BY id DESC LIMIT 1

-- name: own_template_list
SELECT t.name, t.fold, t.kind, t.body FROM voucher_template t
 WHERE t.id = (SELECT max (x.id) FROM voucher_template x WHERE x.name = t.name) AND t.body <> ''
 ORDER BY t.fold, t.name
