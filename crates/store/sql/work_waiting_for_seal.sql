SELECT COUNT(*) AS many, MIN(proposed) AS since
FROM credential
WHERE institution = $1 AND waiting = 1
