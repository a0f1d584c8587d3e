SELECT position, kind, credential, unit, hash, canonical, mac
FROM log_entry
WHERE institution = $1 AND position > $2
ORDER BY position
LIMIT $3
