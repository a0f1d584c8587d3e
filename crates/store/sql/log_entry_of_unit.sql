SELECT canonical
FROM log_entry
WHERE institution = $1 AND unit = $2
ORDER BY position
