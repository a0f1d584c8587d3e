SELECT institution, statement
FROM record
WHERE root = $1
