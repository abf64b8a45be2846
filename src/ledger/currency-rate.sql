-- name: rate_insert
INSERT INTO currency_rate (currency, date, buying, selling, rate, source, act_id) VALUES ($1, $2, $3, $4, $5, $6, $7)

-- name: rate_find
SELECT rate, date FROM currency_rate WHERE currency = $1 AND date <= $2 ORDER BY date DESC, id DESC LIMIT 1

-- name: rate_list
SELECT r.date, r.currency, coalesce (r.buying, 0), coalesce (r.selling, 0), r.rate, r.source FROM currency_rate r
 WHERE r.currency = coalesce ($1, r.currency) AND r.date >= coalesce ($2, r.date) AND r.date <= coalesce ($3, r.date)
   AND r.id = (SELECT max (x.id) FROM currency_rate x WHERE x.currency = r.currency AND x.date = r.date)
 ORDER BY r.date, r.currency
