INSERT INTO result_entry (
    institution, unit, run, person, sequence, field, old_value, new_value, happened, by_account)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
