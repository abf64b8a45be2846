-- name: payable_paid
SELECT l.party_id, l.amount, l.voucher_id FROM payout_line l JOIN payout_batch b ON b.id = l.batch_id
 WHERE b.year = $1 ORDER BY l.id
