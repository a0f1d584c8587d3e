SELECT canonical
FROM log_entry
WHERE institution = $1 AND credential = $2
ORDER BY position
