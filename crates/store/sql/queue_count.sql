SELECT COUNT(*) AS many
FROM credential
WHERE waiting = 1 AND ($1 = '' OR institution = $1) AND lease_until <= $2
