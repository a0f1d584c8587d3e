SELECT mapping
FROM column_mapping
WHERE institution = $1 AND unit = $2
