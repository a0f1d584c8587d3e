-- The last word about each certificate.
SELECT happened, certificate, stopped, by_account, reason
FROM seal_stop
WHERE sequence IN (SELECT MAX(sequence) FROM seal_stop GROUP BY certificate)
ORDER BY certificate
