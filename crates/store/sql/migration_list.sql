SELECT name, digest
FROM migration
ORDER BY name
