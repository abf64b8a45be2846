-- name: revision_openings
SELECT o.act_id, o.after, o.until, o.reason, substr (a.at, 1, 10) FROM (
  SELECT act_id, until AS after, lag (until) OVER (ORDER BY id) AS until, reason FROM period_lock
  UNION ALL
  SELECT act_id, (year - 1) || '-12-31', year || '-12-31', reason FROM closing_event WHERE closed = 0
) o JOIN audit a ON a.id = o.act_id
 WHERE o.after < o.until AND o.after < $2 AND o.until >= $1
 ORDER BY o.act_id

-- name: revision_last_voucher
SELECT max (id) FROM voucher

-- name: revision_act_of
SELECT act_id FROM voucher WHERE id >= $1 ORDER BY id LIMIT 1

-- name: revision_posted
SELECT EXISTS (SELECT 1 FROM voucher WHERE id BETWEEN $1 AND $2 AND date BETWEEN $3 AND $4 AND layer <> 2)
