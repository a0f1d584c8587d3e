SELECT provider, browser, onward, language, max_age, level, pair_account, pair_subject, pair_level, pair_institution,
    pair_person, seeks, expires, used, code
FROM login_attempt
WHERE state = $1
