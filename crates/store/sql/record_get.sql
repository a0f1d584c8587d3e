SELECT opening, root, statement
FROM record
WHERE institution = $1 AND credential = $2
