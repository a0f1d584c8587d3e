-- Whether anything but uses of keys was logged since.
SELECT position
FROM log_entry
WHERE institution = $1 AND position > $2 AND kind <> 'use'
ORDER BY position
LIMIT 1
