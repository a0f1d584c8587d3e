SELECT id, unit, file_name, upload, by_account, state, rows_read, rows_good, complaints, created, changed
FROM batch
WHERE institution = $1 AND id = $2
