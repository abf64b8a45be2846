-- SPDX-License-Identifier: GPL-3.0-or-later
-- The opening voucher that holds the very same balance already.
-- name: opening_twice
SELECT v.number FROM voucher v JOIN voucher_row r ON r.voucher_id = v.id
 WHERE v.kind = $1 AND r.debit_id = $2 AND r.credit_id = $3 AND r.amount = $4 AND r.debit_party_id IS $5 AND r.credit_party_id IS $6
   AND r.debit_item_id IS $7 AND r.credit_item_id IS $8 AND coalesce (r.product, '') = coalesce ($9, '')
   AND coalesce (r.document, '') = coalesce ($10, '') LIMIT 1
