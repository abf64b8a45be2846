-- name: recurrence_insert
INSERT INTO recurrence (template, months, first, last, act_id) VALUES ($1, $2, $3, $4, $5)

-- name: recurrence_list
SELECT r.template, r.months, r.first, r.last FROM recurrence r
 WHERE r.id = (SELECT max (x.id) FROM recurrence x WHERE x.template = r.template) AND r.months > 0
 ORDER BY r.template

-- name: recurrence_done_insert
INSERT INTO recurrence_done (template, due, voucher_id, reason, act_id) VALUES ($1, $2, $3, $4, $5)

-- What was done last about each day of a template.
-- name: recurrence_done_list
SELECT d.due, coalesce (d.voucher_id, 0), d.reason FROM recurrence_done d
 WHERE d.template = $1 AND d.id = (SELECT max (x.id) FROM recurrence_done x WHERE x.template = d.template AND x.due = d.due)
 ORDER BY d.due

-- name: recurrence_done_days
SELECT d.due FROM recurrence_done d
 WHERE d.template = $1 AND d.id = (SELECT max (x.id) FROM recurrence_done x WHERE x.template = d.template AND x.due = d.due)
   AND (d.voucher_id IS NULL OR NOT EXISTS (SELECT 1 FROM voucher r WHERE r.reverses_id = d.voucher_id))
