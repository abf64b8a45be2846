-- name: approval_insert
INSERT INTO plan_approval (plan_id, year, resolution, date, quorum, votes, inputs, hash, rounding_unit, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: approval_latest
SELECT id, plan_id, resolution, date, quorum, votes, inputs, hash, rounding_unit FROM plan_approval
 WHERE year = $1 ORDER BY id DESC LIMIT 1

-- name: posting_insert
INSERT INTO plan_posting (approval_id, voucher_id, act_id) VALUES ($1, $2, $3)

-- name: posting_latest
SELECT p.id, p.voucher_id FROM plan_posting p JOIN plan_approval a ON a.id = p.approval_id
 WHERE a.year = $1 ORDER BY p.id DESC LIMIT 1

-- name: posting_year
SELECT a.year FROM plan_posting p JOIN plan_approval a ON a.id = p.approval_id JOIN voucher_name v ON v.id = p.voucher_id
 WHERE p.voucher_id = $1 AND v.taken_back = 0
