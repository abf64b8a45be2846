-- name: revaluation_insert
INSERT INTO revaluation (date, voucher_id, act_id) VALUES ($1, $2, $3)
