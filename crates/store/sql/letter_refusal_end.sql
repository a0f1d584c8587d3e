DELETE FROM letter_refusal
WHERE account = $1 AND kind = $2
