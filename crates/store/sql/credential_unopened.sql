SELECT 1 AS one
FROM credential
WHERE institution = $1 AND id = $2 AND opened = 0 AND stage IN ('sealed', 'delivered')
