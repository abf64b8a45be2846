-- name: approval_insert
INSERT INTO plan_approval (plan_id, year, resolution, date, quorum, votes, inputs, hash, rounding_unit, members, present,
  in_favour, call, call_before, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)

-- name: approval_latest
SELECT a.id, a.plan_id, a.resolution, a.date, a.quorum, a.votes, a.inputs, a.hash, a.rounding_unit, coalesce (a.members, 0),
       coalesce (a.present, 0), coalesce (a.in_favour, 0), coalesce (a.call, 0), p.name
  FROM plan_approval a JOIN plan p ON p.id = a.plan_id
 WHERE a.year = $1 ORDER BY a.id DESC LIMIT 1

-- name: posting_insert
INSERT INTO plan_posting (approval_id, voucher_id, step, act_id) VALUES ($1, $2, $3, $4)

-- What stands of the year's posting; a posting of before had one voucher, without a step.
-- name: posting_vouchers
SELECT p.id, p.step, p.voucher_id, v.number, v.date
  FROM plan_posting p JOIN plan_approval a ON a.id = p.approval_id JOIN voucher_name v ON v.id = p.voucher_id
 WHERE a.year = $1 AND NOT v.taken_back ORDER BY p.id

-- name: posting_year
SELECT a.year FROM plan_posting p JOIN plan_approval a ON a.id = p.approval_id JOIN voucher_name v ON v.id = p.voucher_id
 WHERE p.voucher_id = $1 AND v.taken_back = 0

-- name: posting_act
SELECT act_id FROM plan_posting WHERE id = $1
