-- name: money_first_bad_day
SELECT a.code, m.date, m.balance FROM money_below_zero m JOIN account a ON a.id = m.account_id ORDER BY m.date, a.code LIMIT 1
