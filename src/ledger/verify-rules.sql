-- Rules that the database keeps as well, asked of the rows as they are: a second program may have written them without it. Each
-- gives one or two texts for the sentence.

-- name: rule_voucher_dates
SELECT number, date FROM voucher
 WHERE year <> CAST (substr (date, 1, 4) AS INTEGER) OR date (date, '+0 days') IS NOT date
    OR date < (SELECT value FROM setting WHERE key = 'year-start' ORDER BY id DESC LIMIT 1) LIMIT 20

-- Vouchers of days that were locked, or of years that were closed, when they were written.
-- name: rule_locked_writes
SELECT v.number, v.date FROM voucher v JOIN period_lock p ON p.id = (SELECT max (x.id) FROM period_lock x WHERE x.act_id < v.act_id)
 WHERE v.date <= p.until
UNION ALL
SELECT v.number, v.date FROM closing_event c JOIN voucher v ON v.year = c.year
 WHERE v.layer IN (0, 1) AND v.act_id > c.act_id
   AND c.id = (SELECT max (x.id) FROM closing_event x WHERE x.year = v.year AND x.act_id < v.act_id) AND c.closed = 1
 LIMIT 20

-- Rows of a reversal that mirror none of the original, counted alike.
-- name: rule_reversal_rows
SELECT v.number, o.number FROM voucher v JOIN voucher o ON o.id = v.reverses_id
 WHERE (SELECT count (*) FROM voucher_row r WHERE r.voucher_id = v.id) <> (SELECT count (*) FROM voucher_row r WHERE r.voucher_id = o.id)
    OR EXISTS (SELECT 1 FROM voucher_row r WHERE r.voucher_id = v.id AND NOT EXISTS (
         SELECT 1 FROM voucher_row m WHERE m.voucher_id = o.id AND m.debit_id = r.debit_id AND m.credit_id = r.credit_id
            AND m.amount = -r.amount AND m.scope = r.scope AND m.debit_party_id IS r.debit_party_id
            AND m.credit_party_id IS r.credit_party_id AND m.debit_item_id IS r.debit_item_id AND m.credit_item_id IS r.credit_item_id))
 LIMIT 20

-- name: rule_reversal_twice
SELECT min (number), max (number) FROM voucher WHERE reverses_id IN (SELECT id FROM voucher WHERE reverses_id IS NOT NULL)
HAVING count (*) > 0

-- The index of running numbers alone finds those that stand twice.
-- name: rule_number_doubles
SELECT min (v.number), max (v.number)
  FROM (SELECT kind, year, sequence FROM voucher WHERE sequence IS NOT NULL GROUP BY kind, year, sequence HAVING count (*) > 1) d
  JOIN voucher v ON v.kind = d.kind AND v.year = d.year AND v.sequence = d.sequence
 GROUP BY d.kind, d.year, d.sequence LIMIT 20

-- Pairs of accounts and scopes are few, rows many: ask the kept totals, which have been compared with the rows.
-- name: rule_scope_accounts
SELECT d.code, c.code FROM total_pair t JOIN account d ON d.id = t.debit_id JOIN account c ON c.id = t.credit_id
 WHERE t.amount <> 0 AND (d.scope IN (1, 2) OR c.scope IN (1, 2))
   AND NOT (d.scope IN (1, 2) AND d.scope = t.scope OR c.scope IN (1, 2) AND c.scope = t.scope) GROUP BY 1, 2 LIMIT 20

-- name: rule_scope_named
SELECT d.code, c.code FROM total_pair t JOIN account d ON d.id = t.debit_id JOIN account c ON c.id = t.credit_id
 WHERE t.layer = 1 AND t.amount <> 0 AND t.scope = 0 AND (d.scope = 4 OR c.scope = 4) GROUP BY 1, 2 LIMIT 20

-- name: rule_off_balance
SELECT d.code, c.code FROM total_pair t JOIN account d ON d.id = t.debit_id JOIN account c ON c.id = t.credit_id
 WHERE (d.type = 9) <> (c.type = 9) OR d.type = 9 AND d.hidden = c.hidden GROUP BY 1, 2 LIMIT 20

-- name: rule_layers
SELECT number, date FROM voucher WHERE (layer = 0) <> (kind = 8) LIMIT 20

-- Years that come before one that was closed, and years with entries of the next one behind, not closed themselves.
-- name: rule_unclosed_years
SELECT y.year, n.year FROM (SELECT DISTINCT year FROM voucher WHERE layer = 1) y JOIN (SELECT DISTINCT year FROM voucher WHERE layer = 1) n
    ON n.year = y.year + 1
 WHERE coalesce ((SELECT closed FROM closing_event c WHERE c.year = y.year ORDER BY c.id DESC LIMIT 1), 0) = 0
   AND coalesce ((SELECT closed FROM closing_event c WHERE c.year = n.year ORDER BY c.id DESC LIMIT 1), 0) = 1 ORDER BY 1

-- Closing entries that nothing closed, or of a year that was opened again.
-- name: rule_closing_vouchers
SELECT v.number, v.year FROM voucher v
 WHERE v.layer = 2 AND v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id)
   AND coalesce ((SELECT closed FROM closing_event c WHERE c.year = v.year ORDER BY c.id DESC LIMIT 1), 0) = 0 LIMIT 20

-- name: rule_currency_rows
SELECT v.number, coalesce (r.debit_currency, r.credit_currency, d.code) FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
  JOIN account d ON d.id = r.debit_id JOIN account c ON c.id = r.credit_id
 WHERE (r.debit_currency IS NOT NULL OR r.credit_currency IS NOT NULL)
   AND (d.currency = 0 AND r.debit_currency IS NOT NULL OR c.currency = 0 AND r.credit_currency IS NOT NULL
        OR r.debit_foreign < 0 AND r.amount > 0 OR r.debit_foreign > 0 AND r.amount < 0
        OR r.credit_foreign < 0 AND r.amount > 0 OR r.credit_foreign > 0 AND r.amount < 0) LIMIT 20

-- name: rule_currency_rates
SELECT currency, date FROM currency_rate WHERE rate <= 0 OR rate NOT BETWEEN coalesce (min (buying, selling), rate) AND coalesce (max (buying, selling), rate)
 LIMIT 20

-- name: rule_revaluations
SELECT v.number, u.date FROM revaluation u JOIN voucher v ON v.id = u.voucher_id WHERE v.date <> u.date LIMIT 20

-- Accounts of money below zero at the end of a day, where the book refuses that.
-- name: rule_money
SELECT a.code, min (b.date) FROM (
  SELECT t.account_id, t.date, sum (t.amount) OVER (PARTITION BY t.account_id ORDER BY t.date) AS balance
    FROM total_day t WHERE t.account_id IN (SELECT id FROM account WHERE coalesce (money, book IN (1, 2)) = 1)) b
  JOIN account a ON a.id = b.account_id
 WHERE b.balance < 0 AND coalesce ((SELECT value FROM setting WHERE key = 'money-below-zero' ORDER BY id DESC LIMIT 1), 'refuse') = 'refuse'
 GROUP BY a.code

-- Products of which less than nothing is in stock at the end of a month; where nothing comes in by quantity none is kept.
-- name: rule_stock
SELECT product, CASE min (month) WHEN 0 THEN '0'
         ELSE substr (CAST (min (month) AS TEXT), 5, 2) || '/' || substr (CAST (min (month) AS TEXT), 1, 4) END FROM (
  SELECT t.account_id, t.product, CASE t.layer WHEN 0 THEN 0 ELSE t.month END AS month,
         sum (sum (t.quantity_debit - t.quantity_credit))
           OVER (PARTITION BY t.account_id, t.product ORDER BY CASE t.layer WHEN 0 THEN 0 ELSE t.month END) AS quantity
    FROM total_product t GROUP BY 1, 2, 3) p
 WHERE quantity < 0 AND EXISTS (SELECT 1 FROM total_product i WHERE i.account_id = p.account_id AND i.product = p.product AND i.quantity_debit > 0)
 GROUP BY product LIMIT 20

-- Tax of an invoice that is not its rate on its base, more than a thousandth or a few units off: rows of an invoice are rounded.
-- name: rule_invoices
SELECT number, date FROM invoice
 WHERE rate >= 0 AND abs (vat * 100 - base * rate) > 1000 + abs (base * rate) / 1000 OR rate < 0 AND vat <> 0 LIMIT 20

-- name: rule_tax_entries
SELECT t.year, v.number FROM tax_entry t JOIN voucher v ON v.id = t.voucher_id
 WHERE abs (t.amount) <> (SELECT abs (sum (r.amount)) FROM voucher_row r WHERE r.voucher_id = v.id) LIMIT 20

-- name: rule_ticks
SELECT a.code, v.number FROM reconciliation_tick t JOIN reconciliation q ON q.id = t.reconciliation_id
  JOIN voucher_row r ON r.id = t.row_id JOIN voucher v ON v.id = r.voucher_id JOIN account a ON a.id = q.account_id
 WHERE q.account_id <> CASE t.side WHEN 1 THEN r.debit_id ELSE r.credit_id END OR r.date > q.date LIMIT 20

-- What vouchers put on the counted account is the difference that was found.
-- name: rule_counts
SELECT c.number, c.date FROM count_sheet c
 WHERE EXISTS (SELECT 1 FROM difference_posting d WHERE d.count_id = c.id
                  AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = d.voucher_id))
   AND (SELECT sum (l.counted_amount - l.booked_amount) FROM count_line l WHERE l.count_id = c.id)
    <> (SELECT sum (CASE WHEN r.debit_id = c.account_id THEN r.amount ELSE -r.amount END) FROM difference_posting d
          JOIN voucher_row r ON r.voucher_id = d.voucher_id
         WHERE d.count_id = c.id AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = d.voucher_id)) LIMIT 20

-- Sheets with a difference that nothing posted, and no later sheet of the account.
-- name: rule_counts_open
SELECT c.number, c.date FROM count_sheet c
 WHERE (SELECT sum (l.counted_amount - l.booked_amount) FROM count_line l WHERE l.count_id = c.id) <> 0
   AND NOT EXISTS (SELECT 1 FROM difference_posting d WHERE d.count_id = c.id)
   AND NOT EXISTS (SELECT 1 FROM count_withdrawal w WHERE w.count_id = c.id)
   AND NOT EXISTS (SELECT 1 FROM count_sheet x WHERE x.account_id = c.account_id AND x.kind = c.kind AND (x.date, x.id) > (c.date, c.id)
                      AND NOT EXISTS (SELECT 1 FROM count_withdrawal w WHERE w.count_id = x.id))
 LIMIT 20

-- name: rule_confirmations
SELECT p.code, c.date FROM confirmation c JOIN party p ON p.id = c.party_id JOIN difference_posting d ON d.confirmation_id = c.id
 WHERE NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = d.voucher_id)
   AND coalesce (c.confirmed, c.booked) - c.booked
    <> (SELECT sum (CASE WHEN r.debit_id = c.account_id THEN r.amount ELSE -r.amount END) FROM voucher_row r
         WHERE r.voucher_id = d.voucher_id) LIMIT 20

-- name: rule_attachment_sizes
SELECT a.name, v.number FROM attachment a JOIN voucher v ON v.id = a.voucher_id JOIN attachment_data d ON d.sha256 = a.sha256
 WHERE length (d.bytes) <> a.size LIMIT 20

-- name: rule_orphans
SELECT 'attachment_data', substr (sha256, 1, 12) FROM attachment_data WHERE sha256 NOT IN (SELECT sha256 FROM attachment)
UNION ALL SELECT 'draft_version', draft_id FROM draft_version WHERE draft_id NOT IN (SELECT id FROM draft)
UNION ALL SELECT 'recurrence', template FROM recurrence WHERE template NOT IN (SELECT name FROM voucher_template)
 LIMIT 20

-- name: rule_account_tree
SELECT a.code, p.code FROM account a JOIN account p ON p.id = a.parent_id
 WHERE a.hidden = 0 AND (substr (a.code, 1, length (p.code)) <> p.code OR length (a.code) <= length (p.code)) LIMIT 20

-- Accounts that end on the other side than they may.
-- name: rule_account_sides
SELECT a.code, sum (t.amount) FROM (
  SELECT debit_id AS account_id, amount FROM total_pair UNION ALL SELECT credit_id, -amount FROM total_pair) t
  JOIN account a ON a.id = t.account_id
 WHERE a.hidden = 0 AND a.type IN (1, 2, 3, 4) AND a.normal_side IN (1, 2)
 GROUP BY a.id HAVING a.normal_side = 1 AND sum (t.amount) < 0 OR a.normal_side = 2 AND sum (t.amount) > 0 ORDER BY a.code LIMIT 20

-- Assets worn off by more than they cost.
-- name: rule_depreciation
SELECT i.code, i.name FROM total_detail t JOIN item_now i ON i.id = t.item_id JOIN account a ON a.id = t.account_id
 WHERE i.kind = 'asset' GROUP BY i.id
HAVING sum (CASE WHEN a.type = 2 THEN t.credit - t.debit ELSE 0 END) > sum (CASE WHEN a.type = 1 THEN t.debit - t.credit ELSE 0 END) LIMIT 20

-- The clock of the machine went back between two acts.
-- name: rule_act_times
SELECT a.id, a.at FROM audit a JOIN audit b ON b.id = a.id - 1 WHERE a.at < b.at LIMIT 20
