-- name: map_currency
SELECT account_id, party_id, item_id, currency, sum (debit - credit), sum (foreign_debit - foreign_credit)
  FROM total_currency WHERE month <= $1 GROUP BY account_id, party_id, item_id, currency
HAVING sum (debit - credit) <> 0 OR sum (foreign_debit - foreign_credit) <> 0
 ORDER BY account_id, party_id, item_id, currency

-- name: map_later
SELECT coalesce (min (date), '') FROM voucher WHERE date > $1
