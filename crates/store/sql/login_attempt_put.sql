INSERT INTO login_attempt (
    state, provider, browser, onward, language, max_age, level, pair_account, seeks, expires, code)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
