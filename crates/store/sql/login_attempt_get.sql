SELECT provider, browser, onward, language, max_age, level, expires, used, code
FROM login_attempt
WHERE state = $1
