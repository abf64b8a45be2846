-- What an account moved, by item: from its rows, as items may be named on accounts that keep no details. Closing entries are no
-- turnover here.
-- name: account_sums
SELECT item, sum (CASE WHEN layer = 0 OR date < $2 THEN debit - credit ELSE 0 END),
       sum (CASE WHEN layer IN (0, 2) OR date < $2 THEN 0 ELSE debit END), sum (CASE WHEN layer IN (0, 2) OR date < $2 THEN 0 ELSE credit END)
  FROM (SELECT coalesce (debit_item_id, 0) AS item, date, layer, amount AS debit, 0 AS credit FROM voucher_row
         WHERE debit_id = $1 AND date <= $3
        UNION ALL
        SELECT coalesce (credit_item_id, 0), date, layer, 0, amount FROM voucher_row WHERE credit_id = $1 AND date <= $3) GROUP BY item ORDER BY item

-- The same of one item: its own rows, by the index of items; "+" keeps the account's index, which has more rows, out of it.
-- name: account_item_sum
SELECT item, sum (CASE WHEN layer = 0 OR date < $3 THEN debit - credit ELSE 0 END),
       sum (CASE WHEN layer IN (0, 2) OR date < $3 THEN 0 ELSE debit END), sum (CASE WHEN layer IN (0, 2) OR date < $3 THEN 0 ELSE credit END)
  FROM (SELECT debit_item_id AS item, date, layer, amount AS debit, 0 AS credit FROM voucher_row
         WHERE debit_item_id = $2 AND +debit_id = $1 AND date <= $4
        UNION ALL
        SELECT credit_item_id, date, layer, 0, amount FROM voucher_row
         WHERE credit_item_id = $2 AND +credit_id = $1 AND date <= $4) GROUP BY item

-- name: account_units
SELECT currency, sum (units)
  FROM (SELECT debit_currency AS currency, debit_foreign AS units FROM voucher_row
         WHERE debit_id = $1 AND debit_currency IS NOT NULL AND (date <= $2 OR layer = 0)
        UNION ALL
        SELECT credit_currency, -credit_foreign FROM voucher_row
         WHERE credit_id = $1 AND credit_currency IS NOT NULL AND (date <= $2 OR layer = 0)) GROUP BY currency ORDER BY currency

-- What an account moved in each currency, in its smallest units: months from the kept totals, less the days of the first month
-- before the first day ($4 to $5) and those of the last month behind the last day ($6 to $7).
-- name: account_currencies
SELECT currency, sum (before), sum (debit), sum (credit)
  FROM (SELECT currency, CASE WHEN month < $2 OR layer = 0 THEN foreign_debit - foreign_credit ELSE 0 END AS before,
               CASE WHEN month < $2 OR layer = 0 THEN 0 ELSE foreign_debit END AS debit,
               CASE WHEN month < $2 OR layer = 0 THEN 0 ELSE foreign_credit END AS credit
          FROM total_currency WHERE account_id = $1 AND (month <= $3 OR layer = 0)
        UNION ALL
        SELECT debit_currency, debit_foreign, -debit_foreign, 0 FROM voucher_row
         WHERE debit_id = $1 AND debit_currency IS NOT NULL AND layer > 0 AND date >= $4 AND date < $5
        UNION ALL
        SELECT credit_currency, -credit_foreign, 0, -credit_foreign FROM voucher_row
         WHERE credit_id = $1 AND credit_currency IS NOT NULL AND layer > 0 AND date >= $4 AND date < $5
        UNION ALL
        SELECT debit_currency, 0, -debit_foreign, 0 FROM voucher_row
         WHERE debit_id = $1 AND debit_currency IS NOT NULL AND layer > 0 AND date > $6 AND date <= $7
        UNION ALL
        SELECT credit_currency, 0, 0, -credit_foreign FROM voucher_row
         WHERE credit_id = $1 AND credit_currency IS NOT NULL AND layer > 0 AND date > $6 AND date <= $7)
 GROUP BY currency ORDER BY currency
