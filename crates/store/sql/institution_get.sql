SELECT id, document, changed
FROM institution
WHERE id = $1
