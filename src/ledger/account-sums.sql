-- What an account moved, by item: from its rows, as items may be named on accounts that keep no details. Closing entries are no
-- turnover here.
-- name: account_sums
SELECT item, sum (CASE WHEN layer = 0 OR date < $2 THEN debit - credit ELSE 0 END),
       sum (CASE WHEN layer IN (0, 2) OR date < $2 THEN 0 ELSE debit END), sum (CASE WHEN layer IN (0, 2) OR date < $2 THEN 0 ELSE credit END)
  FROM (SELECT coalesce (debit_item_id, 0) AS item, date, layer, amount AS debit, 0 AS credit FROM voucher_row
         WHERE debit_id = $1 AND date <= $3
        UNION ALL
        SELECT coalesce (credit_item_id, 0), date, layer, 0, amount FROM voucher_row WHERE credit_id = $1 AND date <= $3) GROUP BY item ORDER BY item

-- name: account_units
SELECT currency, sum (units)
  FROM (SELECT debit_currency AS currency, debit_foreign AS units FROM voucher_row
         WHERE debit_id = $1 AND debit_currency IS NOT NULL AND (date <= $2 OR layer = 0)
        UNION ALL
        SELECT credit_currency, -credit_foreign FROM voucher_row
         WHERE credit_id = $1 AND credit_currency IS NOT NULL AND (date <= $2 OR layer = 0)) GROUP BY currency ORDER BY currency
