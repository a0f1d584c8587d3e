-- Credentials that the log knows and the register has no more.
SELECT DISTINCT log_entry.credential
FROM log_entry
WHERE log_entry.institution = $1
  AND log_entry.credential > $2
  AND NOT EXISTS (SELECT 1 FROM credential
                  WHERE credential.institution = $1 AND credential.id = log_entry.credential)
ORDER BY log_entry.credential
LIMIT $3
