SELECT COUNT(*) AS many
FROM seal_stop
