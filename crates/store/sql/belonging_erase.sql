DELETE FROM belonging
WHERE institution = $1 AND person = $2
