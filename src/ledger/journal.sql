-- The journal in four ways, each by the index that serves it: $1 from, $2 to, $3 the words searched for, as a question to the
-- index of vouchers.
-- name: journal_rows
SELECT * FROM journal_row
 WHERE date >= coalesce ($1, '') AND date <= coalesce ($2, '9999')
 ORDER BY date, voucher_id, row_id

-- name: journal_rows_found
SELECT * FROM journal_row
 WHERE voucher_id IN (SELECT rowid FROM voucher_search WHERE voucher_search MATCH $3)
   AND +date BETWEEN coalesce ($1, '') AND coalesce ($2, '9999')
 ORDER BY +date, voucher_id, row_id

-- $4 an account or group
-- name: journal_rows_account
WITH RECURSIVE under (id) AS (SELECT $4 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT * FROM journal_row
 WHERE row_id IN (
         SELECT x.id FROM under u CROSS JOIN voucher_row x
          WHERE x.debit_id = u.id AND x.date BETWEEN coalesce ($1, '') AND coalesce ($2, '9999')
         UNION SELECT x.id FROM under u CROSS JOIN voucher_row x
          WHERE x.credit_id = u.id AND x.date BETWEEN coalesce ($1, '') AND coalesce ($2, '9999'))
   AND ($3 IS NULL OR voucher_id IN (SELECT rowid FROM voucher_search WHERE voucher_search MATCH $3))
 ORDER BY date, voucher_id, row_id

-- $4 a party: with it those merged into it; $5 an account or group or NULL
-- name: journal_rows_party
WITH RECURSIVE under (id) AS (SELECT $5 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id),
  same (id) AS (SELECT $4 UNION SELECT m.party_id FROM same s JOIN party_merged m ON m.into_id = s.id)
SELECT * FROM journal_row
 WHERE row_id IN (
         SELECT r.id FROM same s CROSS JOIN voucher_row r
          WHERE r.debit_party_id = s.id AND r.date BETWEEN coalesce ($1, '') AND coalesce ($2, '9999')
         UNION SELECT r.id FROM same s CROSS JOIN voucher_row r
          WHERE r.credit_party_id = s.id AND r.date BETWEEN coalesce ($1, '') AND coalesce ($2, '9999'))
   AND ($5 IS NULL OR debit_id IN (SELECT id FROM under) OR credit_id IN (SELECT id FROM under))
   AND ($3 IS NULL OR voucher_id IN (SELECT rowid FROM voucher_search WHERE voucher_search MATCH $3))
 ORDER BY date, voucher_id, row_id

-- name: journal_last_day
SELECT max (date) FROM voucher

-- name: journal_keys
SELECT date, id FROM voucher ORDER BY date, id

-- A sum leaves out the rows on off-balance accounts (type 9), such as units of a currency, unless there are no others.
-- name: journal_page
SELECT v.id, v.date, v.kind, v.number, v.description,
       (SELECT coalesce (sum (r.amount) FILTER (WHERE d.type <> 9), sum (r.amount), 0)
          FROM voucher_row r JOIN account d ON d.id = r.debit_id WHERE r.voucher_id = v.id),
       (SELECT count (*) FROM voucher_row r WHERE r.voucher_id = v.id),
       coalesce (v.reverses_id, 0), coalesce ((SELECT x.id FROM voucher x WHERE x.reverses_id = v.id), 0), v.layer
  FROM voucher v WHERE (v.date, v.id) >= ($1, $2) ORDER BY v.date, v.id LIMIT $3

-- name: journal_line
SELECT v.id, v.date, v.kind, v.number, v.description,
       (SELECT coalesce (sum (r.amount) FILTER (WHERE d.type <> 9), sum (r.amount), 0)
          FROM voucher_row r JOIN account d ON d.id = r.debit_id WHERE r.voucher_id = v.id),
       (SELECT count (*) FROM voucher_row r WHERE r.voucher_id = v.id),
       coalesce (v.reverses_id, 0), coalesce ((SELECT x.id FROM voucher x WHERE x.reverses_id = v.id), 0), v.layer
  FROM voucher v WHERE v.id = $1
