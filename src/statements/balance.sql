-- name: balance_last_day
SELECT max (date) FROM voucher
