-- name: batch_insert
INSERT INTO payout_batch (posting_id, year, method, date, minimum, act_id, part, set_off, earlier)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: batch_line_insert
INSERT INTO payout_line (batch_id, party_id, amount, voucher_id, act_id, year, net) VALUES ($1, $2, $3, $4, $5, $6, $7)

-- name: batch_part_insert
INSERT INTO payout_part (line_id, side, pool, amount, act_id) VALUES ($1, $2, $3, $4, $5)

-- name: batch_tax_insert
INSERT INTO payout_tax (line_id, name, side, pool, base, rate, amount, act_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

-- name: batch_set_off_insert
INSERT INTO payout_set_off (line_id, account_id, item_id, amount, voucher_id, act_id) VALUES ($1, $2, $3, $4, $5, $6)

-- name: batch_load
SELECT year, method, date, minimum, coalesce (part, 0), coalesce (earlier, 0), coalesce (set_off, 0) FROM payout_batch WHERE id = $1

-- name: batch_lines
SELECT l.id, l.party_id, coalesce (l.year, b.year), l.amount, coalesce (l.net, l.amount), coalesce (l.voucher_id, 0), v.number,
       s.stands,
       r.date, r.kind, c.date
  FROM payout_line l JOIN payout_batch b ON b.id = l.batch_id JOIN payout_line_stands s ON s.line_id = l.id
  LEFT JOIN voucher_name v ON v.id = l.voucher_id
  LEFT JOIN payout_return r ON r.id = (SELECT max (x.id) FROM payout_return x JOIN voucher_name y ON y.id = x.voucher_id
                                        WHERE x.line_id = l.id AND y.taken_back = 0)
  LEFT JOIN payout_confirmed c ON c.stands = 1 AND c.id = (SELECT max (x.id) FROM payout_confirmed x WHERE x.line_id = l.id)
 WHERE l.batch_id = $1
 ORDER BY l.id

-- name: batch_taxes
SELECT t.line_id, t.name, t.side, t.pool, t.base, t.rate, t.amount FROM payout_line l JOIN payout_tax t ON t.line_id = l.id
 WHERE l.batch_id = $1 ORDER BY t.line_id, t.id

-- name: batch_set_offs
SELECT s.line_id, s.account_id, coalesce (s.item_id, 0), s.amount FROM payout_line l JOIN payout_set_off s ON s.line_id = l.id
 WHERE l.batch_id = $1 ORDER BY s.line_id, s.id

-- name: batch_of_year
SELECT DISTINCT b.id FROM payout_batch b LEFT JOIN payout_line l ON l.batch_id = b.id
 WHERE coalesce (l.year, b.year) = $1 OR b.year = $1 ORDER BY b.id

-- name: batch_all
SELECT id FROM payout_batch ORDER BY id
