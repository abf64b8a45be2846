-- name: verify_integrity
PRAGMA integrity_check (20)

-- name: verify_references
PRAGMA foreign_key_check
