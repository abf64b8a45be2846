-- name: verify_integrity
PRAGMA integrity_check (20)

-- name: verify_references
PRAGMA foreign_key_check

-- name: verify_schema
SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name
