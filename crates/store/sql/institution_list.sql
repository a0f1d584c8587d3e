SELECT id, document, changed
FROM institution
ORDER BY id
