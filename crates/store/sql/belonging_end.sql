DELETE FROM belonging
WHERE account = $1 AND institution = $2
