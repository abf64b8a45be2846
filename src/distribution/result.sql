-- name: result_step_insert
INSERT INTO plan_step (approval_id, position, name, internal, external, act_id) VALUES ($1, $2, $3, $4, $5, $6)

-- name: result_side_insert
INSERT INTO plan_side (approval_id, side, taken_over, profit, income, profit_floor, income_floor, common_fund, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: result_pool_insert
INSERT INTO plan_pool (approval_id, side, pool, amount, undistributed, units, spare_units, weight, sharers, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: result_share_insert
INSERT INTO plan_share (approval_id, party_id, side, pool, weight, whole, remainder, rank, extra, amount, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: result_steps
SELECT name, internal, external FROM plan_step WHERE approval_id = $1 ORDER BY position

-- name: result_sides
SELECT side, taken_over, profit, income, profit_floor, income_floor, common_fund FROM plan_side
 WHERE approval_id = $1 ORDER BY side

-- name: result_pools
SELECT side, pool, amount, undistributed, units, spare_units, weight, sharers FROM plan_pool
 WHERE approval_id = $1 ORDER BY side, pool

-- name: result_shares
SELECT p.code, s.side, s.pool, s.weight, s.whole, s.remainder, s.rank, s.extra, s.amount
  FROM plan_share s JOIN party_name p ON p.id = s.party_id
 WHERE s.approval_id = $1 ORDER BY s.id

-- name: result_part_insert
INSERT INTO plan_form (approval_id, party_id, side, pool, form, amount, act_id) VALUES ($1, $2, $3, $4, $5, $6, $7)

-- name: result_parts
SELECT p.code, f.side, f.pool, f.form, f.amount FROM plan_form f JOIN party_name p ON p.id = f.party_id
 WHERE f.approval_id = $1 ORDER BY f.id
