-- What a service works on still is no failure.
SELECT COUNT(*) AS many
FROM credential
WHERE institution = $1 AND batch = $2 AND trouble IS NOT NULL AND trouble <> $3
