-- $1 an account or group everywhere. An entry is a row's debit or credit side on it: its id is twice the row's, and one more for the
-- credit side. Opening rows all lie on the book's first day ($4) and are no entries.

-- How many entries each day from $2 to $3 has: total_day names the days, and rows of one account and day are counted in an index.
-- name: register_days
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT date, sum (entries) FROM (
  SELECT d.date, CASE WHEN d.date > $4
                      THEN (SELECT count (*) FROM voucher_row x WHERE x.debit_id = u.id AND x.date = d.date)
                         + (SELECT count (*) FROM voucher_row x WHERE x.credit_id = u.id AND x.date = d.date)
                      ELSE (SELECT count (*) FROM voucher_row x WHERE x.debit_id = u.id AND x.date = d.date AND x.layer > 0)
                         + (SELECT count (*) FROM voucher_row x WHERE x.credit_id = u.id AND x.date = d.date AND x.layer > 0)
                 END AS entries
    FROM under u CROSS JOIN total_day d WHERE d.account_id = u.id AND d.date BETWEEN $2 AND $3)
 GROUP BY date HAVING sum (entries) > 0 ORDER BY date

-- From $2 to $3, without the first $6, up to $5
-- name: register_page
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id),
  page (date, id, side) AS MATERIALIZED (
    SELECT date, id, side FROM (
      SELECT x.date AS date, x.id AS id, 0 AS side FROM under u CROSS JOIN voucher_row x
       WHERE x.debit_id = u.id AND x.date BETWEEN $2 AND $3 AND (x.date > $4 OR x.layer > 0)
      UNION ALL SELECT x.date, x.id, 1 FROM under u CROSS JOIN voucher_row x
       WHERE x.credit_id = u.id AND x.date BETWEEN $2 AND $3 AND (x.date > $4 OR x.layer > 0))
     ORDER BY date, id, side LIMIT $5 OFFSET $6)
SELECT 2 * p.id + p.side, p.date, r.voucher_id, v.number, r.description, CASE a.hidden WHEN 1 THEN '' ELSE a.code END, n.code, r.amount
  FROM page p CROSS JOIN voucher_row r ON r.id = p.id JOIN voucher v ON v.id = r.voucher_id
  JOIN account a ON a.id = CASE p.side WHEN 0 THEN r.credit_id ELSE r.debit_id END
  LEFT JOIN party n ON n.id = CASE p.side WHEN 0 THEN r.debit_party_id ELSE r.credit_party_id END
 ORDER BY p.date, p.id, p.side

-- The balance before the day $2: whole months before its month $5, then the days from the month's first, $3, where the opening
-- balances are counted by the days if the book's first day lies there.
-- name: register_balance
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT coalesce ((SELECT sum (CASE WHEN debit_id IN (SELECT id FROM under) THEN amount ELSE 0 END)
                       - sum (CASE WHEN credit_id IN (SELECT id FROM under) THEN amount ELSE 0 END)
                    FROM total_pair WHERE layer > 0 AND month < $5 OR layer = 0 AND NOT ($4 >= $3 AND $4 < $2)), 0)
     + coalesce ((SELECT sum (d.amount) FROM under u CROSS JOIN total_day d
                   WHERE d.account_id = u.id AND d.date >= $3 AND d.date < $2), 0)

-- What the first $3 entries of the day $2 add to it
-- name: register_skipped
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT coalesce (sum (amount), 0) FROM (
  SELECT amount FROM (
    SELECT x.id AS id, 0 AS side, x.amount AS amount FROM under u CROSS JOIN voucher_row x
     WHERE x.debit_id = u.id AND x.date = $2 AND (x.date > $4 OR x.layer > 0)
    UNION ALL SELECT x.id, 1, -x.amount FROM under u CROSS JOIN voucher_row x
     WHERE x.credit_id = u.id AND x.date = $2 AND (x.date > $4 OR x.layer > 0))
   ORDER BY id, side LIMIT $3)
