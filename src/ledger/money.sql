-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first bad day of each account that the act under way took money off.
-- name: money_bad_days
SELECT a.code, min (m.date), m.balance FROM money_below_zero m JOIN account a ON a.id = m.account_id
 GROUP BY a.id ORDER BY 2, a.code

-- Of each bank account (an item on an account of money): the first day at whose end it stands below zero.
-- name: money_bad_items
SELECT a.code, i.code, min (d.date), d.balance
  FROM (SELECT account_id, item_id, date, sum (amount) OVER (PARTITION BY account_id, item_id ORDER BY date) AS balance
          FROM (SELECT account_id, item_id, date, sum (amount) AS amount
                  FROM (SELECT debit_id AS account_id, debit_item_id AS item_id, date, amount FROM voucher_row
                         WHERE debit_item_id IS NOT NULL
                        UNION ALL SELECT credit_id, credit_item_id, date, -amount FROM voucher_row WHERE credit_item_id IS NOT NULL)
                 WHERE account_id IN (SELECT id FROM account WHERE coalesce (money, book IN (1, 2)) = 1)
                 GROUP BY 1, 2, 3)) d
  JOIN account a ON a.id = d.account_id JOIN item i ON i.id = d.item_id
 WHERE d.balance < 0 GROUP BY a.id, i.id ORDER BY 3, a.code, i.code LIMIT 20
-- name: money_on_day
SELECT coalesce (sum (amount), 0) FROM total_day WHERE account_id = $1 AND date <= $2
-- name: money_lowest_after
SELECT date, balance FROM (SELECT date, sum (amount) OVER (ORDER BY date) AS balance FROM total_day WHERE account_id = $1)
 WHERE date > $2 ORDER BY balance, date LIMIT 1
