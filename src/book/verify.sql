-- name: verify_integrity
PRAGMA integrity_check (20)

-- name: verify_references
PRAGMA foreign_key_check

-- name: verify_guards
SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name
