-- name: batch_insert
INSERT INTO payout_batch (posting_id, year, method, date, minimum, act_id) VALUES ($1, $2, $3, $4, $5, $6)

-- name: batch_line_insert
INSERT INTO payout_line (batch_id, party_id, amount, voucher_id, act_id, year, net) VALUES ($1, $2, $3, $4, $5, $6, $7)

-- name: batch_load
SELECT year, method, date, minimum FROM payout_batch WHERE id = $1

-- name: batch_lines
SELECT l.party_id, l.amount, coalesce (l.voucher_id, 0), coalesce (l.year, b.year), coalesce (l.net, l.amount), l.id
  FROM payout_line l JOIN payout_batch b ON b.id = l.batch_id WHERE l.batch_id = $1 ORDER BY l.id

-- name: batch_of_year
SELECT id FROM payout_batch WHERE year = $1 ORDER BY id

-- name: batch_years
SELECT DISTINCT year FROM payout_batch ORDER BY year
