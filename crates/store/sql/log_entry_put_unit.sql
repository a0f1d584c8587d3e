-- Apart from `log_entry_put`, which is used before there is a column for units.
INSERT INTO log_entry (institution, position, kind, unit, hash, canonical, mac)
VALUES ($1, $2, $3, $4, $5, $6, $7)
