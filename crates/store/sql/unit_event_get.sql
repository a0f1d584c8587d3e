SELECT hash, canonical
FROM unit_event
WHERE institution = $1 AND unit = $2 AND sequence = $3
