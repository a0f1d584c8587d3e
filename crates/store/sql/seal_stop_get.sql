SELECT sequence, happened, certificate, stopped, by_account, reason
FROM seal_stop
WHERE sequence = $1
