-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: withheld_rows
SELECT k.party_id, p.code, p.name, p.tax_code, p.id_number, k.name, k.basis, k.rate, k.base, k.amount, k.date
  FROM (SELECT party_id, name, pool AS basis, rate, base, amount, date FROM payout_tax_kept
        UNION ALL SELECT party_id, name, -1, rate, base, amount, date FROM capital_tax_kept) k
  JOIN party p ON p.id = k.party_id
 WHERE k.date BETWEEN $1 AND $2
 ORDER BY p.code, k.name, k.basis, k.rate, k.date

-- name: withheld_differences
-- By voucher and person: what was kept back, and what the rows put on the account of tax ($1).
SELECT n.number, p.code, k.kept, k.booked
  FROM (SELECT l.voucher_id, l.party_id, sum (l.kept) AS kept,
               (SELECT coalesce (sum (r.amount), 0) FROM voucher_row r
                 WHERE r.voucher_id = l.voucher_id AND r.credit_id = $1 AND r.credit_party_id = l.party_id) AS booked
          FROM (SELECT o.voucher_id, o.party_id, coalesce ((SELECT sum (t.amount) FROM payout_tax t WHERE t.line_id = o.id), 0) AS kept
                  FROM payout_line o WHERE o.voucher_id IS NOT NULL
                UNION ALL SELECT voucher_id, party_id, amount FROM capital_tax_kept) l
         GROUP BY l.voucher_id, l.party_id) k
  JOIN voucher_name n ON n.id = k.voucher_id JOIN party p ON p.id = k.party_id
 WHERE k.kept <> k.booked
 ORDER BY k.voucher_id
