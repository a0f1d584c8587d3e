INSERT INTO batch (
    institution, id, unit, file_name, upload, by_account, state, rows_read, rows_good, complaints, created, changed,
    mapping)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12)
