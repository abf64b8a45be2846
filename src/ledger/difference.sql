-- name: difference_insert
INSERT INTO difference_posting (count_id, confirmation_id, voucher_id, act_id) VALUES ($1, $2, $3, $4)

-- name: difference_posted
SELECT count (*) FROM difference_posting d
 WHERE (d.count_id = $1 OR d.confirmation_id = $2) AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = d.voucher_id)
