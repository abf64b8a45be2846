-- name: period_lock_latest
SELECT until FROM period_lock ORDER BY id DESC LIMIT 1

-- name: period_lock_list
SELECT until, reason FROM period_lock ORDER BY id

-- name: period_lock_insert
INSERT INTO period_lock (until, reason, act_id) VALUES ($1, $2, $3)
