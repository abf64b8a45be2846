-- SPDX-License-Identifier: GPL-3.0-or-later
-- $1 from, $2 to, $3 1: internal and external are kept apart. what: 0 outsider 1 insider 2 missing 3 override.
-- name: scope_rows
SELECT * FROM (
  SELECT CASE WHEN (x.ds = 4 OR x.cs = 4) AND x.scope = 0 THEN 2
              WHEN x.party_id IS NULL OR $3 = 0 AND x.own <> 1 THEN NULL
              WHEN x.own = 1 AND x.result AND x.internal = 0 THEN 0
              WHEN x.own = 2 AND x.result AND x.internal = 1 THEN 1
              WHEN x.own = 0 AND x.ds <> 3 AND x.cs <> 3 AND x.scope <> 0 AND x.scope <> CASE x.internal WHEN 1 THEN 1 ELSE 2 END THEN 3
         END AS what, x.voucher_id, x.date, v.kind, v.number, x.description, x.debit, x.credit, x.amount, p.code, x.scope,
         coalesce (x.scope_reason, x.memo), x.id
    FROM (SELECT r.id, r.voucher_id, r.date, r.description, r.amount, r.scope, r.scope_reason, r.memo, d.code AS debit, c.code AS credit,
                 d.scope AS ds, c.scope AS cs, d.type IN (5, 6, 7) OR c.type IN (5, 6, 7) AS result,
                 CASE WHEN d.scope IN (1, 2) THEN d.scope WHEN c.scope IN (1, 2) THEN c.scope ELSE 0 END AS own,
                 coalesce (r.debit_party_id, r.credit_party_id) AS party_id,
                 coalesce ((SELECT internal FROM party_standing WHERE party_id = coalesce (r.debit_party_id, r.credit_party_id)
                   AND since <= r.date ORDER BY since DESC, id DESC LIMIT 1), 0) AS internal
            FROM voucher_row r JOIN account d ON d.id = r.debit_id JOIN account c ON c.id = r.credit_id
           WHERE r.layer = 1 AND r.voucher_id IN (SELECT id FROM voucher WHERE date >= coalesce ($1, '') AND date <= coalesce ($2, '9999'))) x
    JOIN voucher v ON v.id = x.voucher_id LEFT JOIN party p ON p.id = x.party_id
   WHERE v.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM voucher y WHERE y.reverses_id = v.id))
 WHERE what IS NOT NULL ORDER BY date, voucher_id, id
