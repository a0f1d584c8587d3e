SELECT hash, canonical
FROM event
WHERE institution = $1 AND credential = $2 AND sequence = $3
