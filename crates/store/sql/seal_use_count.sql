SELECT COUNT(*) AS many
FROM seal_use
WHERE COALESCE(institution, '') = $1
