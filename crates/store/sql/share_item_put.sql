INSERT INTO share_item (institution, share, credential)
VALUES ($1, $2, $3)
