SELECT kind, reason, many
FROM reason_count
WHERE institution = $1
ORDER BY kind, reason
