-- name: duplicate_members
SELECT party_id FROM party_in_register
