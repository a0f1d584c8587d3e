INSERT INTO log_entry (institution, position, kind, credential, hash, canonical, mac)
VALUES ($1, $2, $3, $4, $5, $6, $7)
