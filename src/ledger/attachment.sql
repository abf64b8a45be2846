-- name: attachment_insert
INSERT INTO attachment (voucher_id, name, type, size, sha256, act_id) VALUES ($1, $2, $3, $4, $5, $6)

-- name: attachment_data_insert
INSERT INTO attachment_data (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING

-- name: attachment_same
SELECT a.id FROM attachment a
 WHERE a.voucher_id = $1 AND a.sha256 = $2
   AND NOT EXISTS (SELECT 1 FROM attachment_withdrawal w WHERE w.attachment_id = a.id)

-- name: attachment_list
SELECT a.id, a.voucher_id, v.kind, v.number, v.date, a.name, a.type, a.size, a.sha256, n.at, n.user, w.reason
  FROM attachment a JOIN voucher v ON v.id = a.voucher_id JOIN act_name n ON n.id = a.act_id
  LEFT JOIN attachment_withdrawal w ON w.attachment_id = a.id
 ORDER BY v.date, v.id, a.id

-- name: attachment_list_of
SELECT a.id, a.voucher_id, v.kind, v.number, v.date, a.name, a.type, a.size, a.sha256, n.at, n.user, w.reason
  FROM attachment a JOIN voucher v ON v.id = a.voucher_id JOIN act_name n ON n.id = a.act_id
  LEFT JOIN attachment_withdrawal w ON w.attachment_id = a.id
 WHERE a.voucher_id = $1 ORDER BY a.id

-- name: attachment_load
SELECT a.id, a.voucher_id, v.kind, v.number, v.date, a.name, a.type, a.size, a.sha256, n.at, n.user, w.reason
  FROM attachment a JOIN voucher v ON v.id = a.voucher_id JOIN act_name n ON n.id = a.act_id
  LEFT JOIN attachment_withdrawal w ON w.attachment_id = a.id
 WHERE a.id = $1

-- name: attachment_bytes
SELECT bytes FROM attachment_data WHERE sha256 = $1

-- name: attachment_withdrawal_insert
INSERT INTO attachment_withdrawal (attachment_id, reason, act_id) VALUES ($1, $2, $3)

-- name: attachment_data_keys
SELECT d.sha256, (SELECT count (*) FROM attachment a WHERE a.sha256 = d.sha256) FROM attachment_data d ORDER BY d.sha256

-- name: attachment_bad
SELECT a.name, v.number, d.sha256 IS NULL FROM attachment a JOIN voucher v ON v.id = a.voucher_id
  LEFT JOIN attachment_data d ON d.sha256 = a.sha256
 WHERE d.sha256 IS NULL OR length (d.bytes) <> a.size
 ORDER BY a.id
