SELECT digest
FROM migration
WHERE name = $1
