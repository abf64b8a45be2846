-- name: currency_balance
WITH RECURSIVE same (id) AS (SELECT $2 UNION SELECT m.party_id FROM same s JOIN party_merged m ON m.into_id = s.id)
SELECT coalesce (sum (units), 0), coalesce (sum (value), 0)
  FROM (SELECT foreign_debit - foreign_credit AS units, debit - credit AS value
          FROM total_currency
         WHERE account_id = $1 AND party_id IN (SELECT id FROM same) AND item_id = $3 AND currency = $4 AND month <= $5
        UNION ALL
        SELECT -debit_foreign, -amount FROM voucher_row
         WHERE debit_id = $1 AND date > $6 AND date <= $7 AND coalesce (debit_party_id, 0) IN (SELECT id FROM same)
           AND coalesce (debit_item_id, 0) = $3 AND debit_currency = $4
        UNION ALL
        SELECT credit_foreign, amount FROM voucher_row
         WHERE credit_id = $1 AND date > $6 AND date <= $7 AND coalesce (credit_party_id, 0) IN (SELECT id FROM same)
           AND coalesce (credit_item_id, 0) = $3 AND credit_currency = $4)

-- name: currency_balances
SELECT a.id, coalesce (s.survivor_id, t.party_id) AS party, t.item_id, t.currency, sum (t.units), sum (t.value)
  FROM (SELECT account_id, party_id, item_id, currency, foreign_debit - foreign_credit AS units, debit - credit AS value
          FROM total_currency WHERE month <= $1
        UNION ALL
        SELECT debit_id, coalesce (debit_party_id, 0), coalesce (debit_item_id, 0), debit_currency, -debit_foreign, -amount
          FROM voucher_row
         WHERE voucher_id IN (SELECT id FROM voucher WHERE date > $2 AND date <= $3) AND debit_currency IS NOT NULL
        UNION ALL
        SELECT credit_id, coalesce (credit_party_id, 0), coalesce (credit_item_id, 0), credit_currency, credit_foreign, amount
          FROM voucher_row
         WHERE voucher_id IN (SELECT id FROM voucher WHERE date > $2 AND date <= $3) AND credit_currency IS NOT NULL) t
  JOIN account a ON a.id = t.account_id
  LEFT JOIN party_survivor s ON s.party_id = t.party_id
  LEFT JOIN party p ON p.id = coalesce (s.survivor_id, t.party_id) LEFT JOIN item i ON i.id = t.item_id
 WHERE a.type <> 9
 GROUP BY t.account_id, party, t.item_id, t.currency
HAVING sum (t.units) <> 0 OR sum (t.value) <> 0
 ORDER BY a.code, t.currency, p.code, i.code

-- name: currency_units_before
SELECT coalesce (sum (foreign_debit - foreign_credit), 0) FROM total_currency WHERE account_id = $1 AND currency = $2 AND month < $3

-- name: currency_units_days
SELECT date, sum (units)
  FROM (SELECT date, debit_foreign AS units FROM voucher_row WHERE debit_id = $1 AND date >= $3 AND debit_currency = $2
        UNION ALL
        SELECT date, -credit_foreign FROM voucher_row WHERE credit_id = $1 AND date >= $3 AND credit_currency = $2)
 GROUP BY date ORDER BY date
