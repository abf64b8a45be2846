-- One side of the rows of an account, of the accounts under a group, of parties or of an item, in the order of days, then of posting.
-- The columns are the same in all: what entry.c reads.

-- $1 account, $2 from, $3 to
-- name: entry_account
SELECT r.id, r.voucher_id, r.date, 0, r.credit_id, r.amount, r.debit_party_id, r.debit_item_id, r.debit_id, r.scope, r.layer,
       r.description, r.due, r.document, r.document_date, r.product, r.quantity, r.debit_currency, r.debit_foreign, r.rate,
       v.number, v.kind, v.reverses_id, r.credit_party_id, r.credit_item_id, r.memo, r.season
  FROM voucher_row r CROSS JOIN voucher v ON v.id = r.voucher_id WHERE r.debit_id = $1 AND r.date BETWEEN $2 AND $3 AND r.layer > 0
UNION ALL
SELECT r.id, r.voucher_id, r.date, 1, r.debit_id, r.amount, r.credit_party_id, r.credit_item_id, r.credit_id, r.scope, r.layer,
       r.description, r.due, r.document, r.document_date, r.product, r.quantity, r.credit_currency, r.credit_foreign, r.rate,
       v.number, v.kind, v.reverses_id, r.debit_party_id, r.debit_item_id, r.memo, r.season
  FROM voucher_row r CROSS JOIN voucher v ON v.id = r.voucher_id WHERE r.credit_id = $1 AND r.date BETWEEN $2 AND $3 AND r.layer > 0
ORDER BY 3, 1, 4

-- $1 group
-- name: entry_group
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT r.id, r.voucher_id, r.date, 0, r.credit_id, r.amount, r.debit_party_id, r.debit_item_id, r.debit_id, r.scope, r.layer,
       r.description, r.due, r.document, r.document_date, r.product, r.quantity, r.debit_currency, r.debit_foreign, r.rate,
       v.number, v.kind, v.reverses_id, r.credit_party_id, r.credit_item_id, r.memo, r.season
  FROM under u CROSS JOIN voucher_row r ON r.debit_id = u.id AND r.date BETWEEN $2 AND $3 AND r.layer > 0
  CROSS JOIN voucher v ON v.id = r.voucher_id
UNION ALL
SELECT r.id, r.voucher_id, r.date, 1, r.debit_id, r.amount, r.credit_party_id, r.credit_item_id, r.credit_id, r.scope, r.layer,
       r.description, r.due, r.document, r.document_date, r.product, r.quantity, r.credit_currency, r.credit_foreign, r.rate,
       v.number, v.kind, v.reverses_id, r.debit_party_id, r.debit_item_id, r.memo, r.season
  FROM under u CROSS JOIN voucher_row r ON r.credit_id = u.id AND r.date BETWEEN $2 AND $3 AND r.layer > 0
  CROSS JOIN voucher v ON v.id = r.voucher_id
ORDER BY 3, 1, 4

-- $1 account or group, $4 party: with it those merged into it
-- name: entry_party
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id),
  same (id) AS (SELECT $4 UNION SELECT m.party_id FROM same s JOIN party_merged m ON m.into_id = s.id)
SELECT r.id, r.voucher_id, r.date, 0, r.credit_id, r.amount, r.debit_party_id, r.debit_item_id, r.debit_id, r.scope, r.layer,
       r.description, r.due, r.document, r.document_date, r.product, r.quantity, r.debit_currency, r.debit_foreign, r.rate,
       v.number, v.kind, v.reverses_id, r.credit_party_id, r.credit_item_id, r.memo, r.season
  FROM same s CROSS JOIN voucher_row r ON r.debit_party_id = s.id AND r.date BETWEEN $2 AND $3 AND r.layer > 0
  CROSS JOIN voucher v ON v.id = r.voucher_id WHERE +r.debit_id IN (SELECT id FROM under)
UNION ALL
SELECT r.id, r.voucher_id, r.date, 1, r.debit_id, r.amount, r.credit_party_id, r.credit_item_id, r.credit_id, r.scope, r.layer,
       r.description, r.due, r.document, r.document_date, r.product, r.quantity, r.credit_currency, r.credit_foreign, r.rate,
       v.number, v.kind, v.reverses_id, r.debit_party_id, r.debit_item_id, r.memo, r.season
  FROM same s CROSS JOIN voucher_row r ON r.credit_party_id = s.id AND r.date BETWEEN $2 AND $3 AND r.layer > 0
  CROSS JOIN voucher v ON v.id = r.voucher_id WHERE +r.credit_id IN (SELECT id FROM under)
ORDER BY 3, 1, 4

-- $1 account or group, $4 item
-- name: entry_item
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT r.id, r.voucher_id, r.date, 0, r.credit_id, r.amount, r.debit_party_id, r.debit_item_id, r.debit_id, r.scope, r.layer,
       r.description, r.due, r.document, r.document_date, r.product, r.quantity, r.debit_currency, r.debit_foreign, r.rate,
       v.number, v.kind, v.reverses_id, r.credit_party_id, r.credit_item_id, r.memo, r.season
  FROM voucher_row r CROSS JOIN voucher v ON v.id = r.voucher_id
 WHERE r.debit_item_id = $4 AND r.date BETWEEN $2 AND $3 AND r.layer > 0 AND +r.debit_id IN (SELECT id FROM under)
UNION ALL
SELECT r.id, r.voucher_id, r.date, 1, r.debit_id, r.amount, r.credit_party_id, r.credit_item_id, r.credit_id, r.scope, r.layer,
       r.description, r.due, r.document, r.document_date, r.product, r.quantity, r.credit_currency, r.credit_foreign, r.rate,
       v.number, v.kind, v.reverses_id, r.debit_party_id, r.debit_item_id, r.memo, r.season
  FROM voucher_row r CROSS JOIN voucher v ON v.id = r.voucher_id
 WHERE r.credit_item_id = $4 AND r.date BETWEEN $2 AND $3 AND r.layer > 0 AND +r.credit_id IN (SELECT id FROM under)
ORDER BY 3, 1, 4

-- $1 account or group, $4 product
-- name: entry_product
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT r.id, r.voucher_id, r.date, 0, r.credit_id, r.amount, r.debit_party_id, r.debit_item_id, r.debit_id, r.scope, r.layer,
       r.description, r.due, r.document, r.document_date, r.product, r.quantity, r.debit_currency, r.debit_foreign, r.rate,
       v.number, v.kind, v.reverses_id, r.credit_party_id, r.credit_item_id, r.memo, r.season
  FROM voucher_row r CROSS JOIN voucher v ON v.id = r.voucher_id
 WHERE r.product = $4 AND r.date BETWEEN $2 AND $3 AND r.layer > 0 AND +r.debit_id IN (SELECT id FROM under)
UNION ALL
SELECT r.id, r.voucher_id, r.date, 1, r.debit_id, r.amount, r.credit_party_id, r.credit_item_id, r.credit_id, r.scope, r.layer,
       r.description, r.due, r.document, r.document_date, r.product, r.quantity, r.credit_currency, r.credit_foreign, r.rate,
       v.number, v.kind, v.reverses_id, r.debit_party_id, r.debit_item_id, r.memo, r.season
  FROM voucher_row r CROSS JOIN voucher v ON v.id = r.voucher_id
 WHERE r.product = $4 AND r.date BETWEEN $2 AND $3 AND r.layer > 0 AND +r.credit_id IN (SELECT id FROM under)
ORDER BY 3, 1, 4

-- What stood with each party and item of account $1 before day $2, and which of them move in the months $3 to $4; $5: the first day
-- of the month of $2. Whole months from the kept totals, the days of a started month from its rows.
-- name: entry_sheets
SELECT party_id, item_id, sum (before) FROM (
  SELECT party_id, item_id, CASE WHEN layer = 0 OR month < $3 THEN debit - credit ELSE 0 END AS before
    FROM total_detail WHERE account_id = $1 AND (month <= $4 OR layer = 0)
  UNION ALL
  SELECT coalesce (debit_party_id, 0), coalesce (debit_item_id, 0), amount
    FROM voucher_row WHERE debit_id = $1 AND date >= $5 AND date < $2 AND layer > 0
  UNION ALL
  SELECT coalesce (credit_party_id, 0), coalesce (credit_item_id, 0), -amount
    FROM voucher_row WHERE credit_id = $1 AND date >= $5 AND date < $2 AND layer > 0)
 GROUP BY 1, 2

-- The same by currency, in home money and in units.
-- name: entry_currency_sheets
SELECT party_id, item_id, sum (before), currency, sum (units) FROM (
  SELECT party_id, item_id, currency, CASE WHEN layer = 0 OR month < $3 THEN debit - credit ELSE 0 END AS before,
         CASE WHEN layer = 0 OR month < $3 THEN foreign_debit - foreign_credit ELSE 0 END AS units
    FROM total_currency WHERE account_id = $1 AND (month <= $4 OR layer = 0)
  UNION ALL
  SELECT coalesce (debit_party_id, 0), coalesce (debit_item_id, 0), debit_currency, amount, debit_foreign
    FROM voucher_row WHERE debit_id = $1 AND date >= $5 AND date < $2 AND layer > 0 AND debit_currency IS NOT NULL
  UNION ALL
  SELECT coalesce (credit_party_id, 0), coalesce (credit_item_id, 0), credit_currency, -amount, -credit_foreign
    FROM voucher_row WHERE credit_id = $1 AND date >= $5 AND date < $2 AND layer > 0 AND credit_currency IS NOT NULL)
 GROUP BY 1, 2, 4

-- The same by product of a stock account, with quantities.
-- name: entry_product_sheets
SELECT product, sum (before), sum (quantity) FROM (
  SELECT product, CASE WHEN layer = 0 OR month < $3 THEN debit - credit ELSE 0 END AS before,
         CASE WHEN layer = 0 OR month < $3 THEN quantity_debit - quantity_credit ELSE 0 END AS quantity
    FROM total_product WHERE account_id = $1 AND (month <= $4 OR layer = 0)
  UNION ALL
  SELECT product, amount, CASE WHEN amount < 0 THEN -1 ELSE 1 END * coalesce (quantity, 0)
    FROM voucher_row WHERE debit_id = $1 AND date >= $5 AND date < $2 AND layer > 0 AND product IS NOT NULL
  UNION ALL
  SELECT product, -amount, CASE WHEN amount < 0 THEN 1 ELSE -1 END * coalesce (quantity, 0)
    FROM voucher_row WHERE credit_id = $1 AND date >= $5 AND date < $2 AND layer > 0 AND product IS NOT NULL)
 GROUP BY 1

-- Products named on rows of an account or those under it in the days.
-- name: entry_products
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT product FROM (
  SELECT coalesce (r.product, '') AS product FROM under u CROSS JOIN voucher_row r ON r.debit_id = u.id AND r.date BETWEEN $2 AND $3
   WHERE r.layer = 1
  UNION SELECT coalesce (r.product, '') FROM under u CROSS JOIN voucher_row r ON r.credit_id = u.id AND r.date BETWEEN $2 AND $3
   WHERE r.layer = 1)
 ORDER BY 1

-- Rows for the journal: what is no opening, on accounts that balance.
-- name: entry_journal
SELECT v.id, v.date, v.number, r.id, r.debit_id, r.credit_id, r.amount, r.description
  FROM voucher v CROSS JOIN voucher_row r ON r.voucher_id = v.id
 WHERE v.date BETWEEN $1 AND $2 AND v.layer > 0
 ORDER BY v.date, v.id, r.id

-- What one row says: its own words, else its voucher's.
-- name: entry_row_words
SELECT v.number, coalesce (nullif (r.description, ''), v.description)
  FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id WHERE r.id = $1

-- name: entry_journal_ids
SELECT r.id, r.debit_id FROM voucher v CROSS JOIN voucher_row r ON r.voucher_id = v.id
 WHERE v.date BETWEEN $1 AND $2 AND v.layer > 0
 ORDER BY v.date, v.id, r.id

-- Whether any row or balance was ever on the account or those under it; likewise with a product or a currency.
-- name: entry_any
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT EXISTS (SELECT 1 FROM voucher_row WHERE debit_id IN (SELECT id FROM under))
    OR EXISTS (SELECT 1 FROM voucher_row WHERE credit_id IN (SELECT id FROM under))

-- name: entry_any_product
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT EXISTS (SELECT 1 FROM total_product WHERE account_id IN (SELECT id FROM under) AND (quantity_debit <> 0 OR quantity_credit <> 0))

-- Rows may name products that no list of products has.
-- name: entry_product_used
SELECT EXISTS (SELECT 1 FROM voucher_row WHERE product = $1)

-- name: entry_any_currency
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT EXISTS (SELECT 1 FROM total_currency WHERE account_id IN (SELECT id FROM under))

-- $2 kind of item
-- name: entry_any_item
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT EXISTS (SELECT 1 FROM total_detail t JOIN item_now i ON i.id = t.item_id
                WHERE t.account_id IN (SELECT id FROM under) AND ($2 IS NULL OR i.kind = $2))

-- What an account and those under it took for an item, year by year, up to a day's month.
-- name: entry_item_years
WITH RECURSIVE under (id) AS (SELECT $1 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
SELECT CASE WHEN layer = 0 THEN 0 ELSE month / 100 END AS year, sum (debit), sum (credit)
  FROM total_detail WHERE item_id = $2 AND account_id IN (SELECT id FROM under) AND (month <= $3 OR layer = 0)
 GROUP BY 1 ORDER BY 1

-- name: entry_children
SELECT count (*) FROM account WHERE parent_id = $1
