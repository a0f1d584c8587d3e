SELECT kind
FROM letter_refusal
WHERE account = $1
ORDER BY kind
