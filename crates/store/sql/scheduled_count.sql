-- What is put off until an instant that was chosen: nobody has claimed it, and nothing stands in its way.
SELECT COUNT(*) AS many
FROM credential
WHERE institution = $1 AND waiting = 1 AND lease_owner = '' AND trouble IS NULL AND lease_until > $2
