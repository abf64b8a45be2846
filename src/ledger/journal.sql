-- name: journal_rows
SELECT v.id, r.id, v.number, v.date, v.kind, v.layer, r.description,
       CASE d.hidden WHEN 1 THEN '' ELSE d.code END, CASE c.hidden WHEN 1 THEN '' ELSE c.code END,
       r.amount, dp.code, cp.code, di.code, ci.code, r.scope, r.due, r.memo, r.document, r.document_date,
       r.product, coalesce (r.quantity, 0), r.season, r.plan, coalesce (v.reverses_id, 0), o.kind, o.number
  FROM voucher v JOIN voucher_row r ON r.voucher_id = v.id
  JOIN account d ON d.id = r.debit_id JOIN account c ON c.id = r.credit_id
  LEFT JOIN party dp ON dp.id = r.debit_party_id LEFT JOIN party cp ON cp.id = r.credit_party_id
  LEFT JOIN item di ON di.id = r.debit_item_id LEFT JOIN item ci ON ci.id = r.credit_item_id
  LEFT JOIN voucher o ON o.id = v.reverses_id
 WHERE v.date >= coalesce ($1, '') AND v.date <= coalesce ($2, '9999')
   AND ($3 IS NULL OR r.id IN (
         WITH RECURSIVE under (id) AS (SELECT $3 UNION ALL SELECT a.id FROM account a JOIN under u ON a.parent_id = u.id)
         SELECT x.id FROM under u JOIN voucher_row x ON x.debit_id = u.id
         UNION SELECT x.id FROM under u JOIN voucher_row x ON x.credit_id = u.id))
   AND ($4 IS NULL OR r.debit_party_id = $4 OR r.credit_party_id = $4)
   AND ($5 IS NULL OR instr (v.fold, $5) > 0 OR instr (lower (r.description), $5) > 0 OR CAST (abs (r.amount) AS TEXT) = $5)
 ORDER BY v.date, v.id, r.id

-- name: journal_last_day
SELECT max (date) FROM voucher

-- name: journal_keys
SELECT date, id FROM voucher ORDER BY date, id

-- name: journal_page
SELECT v.id, v.date, v.kind, v.number, v.description,
       (SELECT coalesce (sum (r.amount), 0) FROM voucher_row r WHERE r.voucher_id = v.id),
       (SELECT count (*) FROM voucher_row r WHERE r.voucher_id = v.id),
       coalesce (v.reverses_id, 0), coalesce ((SELECT x.id FROM voucher x WHERE x.reverses_id = v.id), 0), v.layer
  FROM voucher v WHERE (v.date, v.id) >= ($1, $2) ORDER BY v.date, v.id LIMIT $3
