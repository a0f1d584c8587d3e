INSERT INTO security_event (id, happened, kind, account, role, institution, action, object, denial, reason, audited, times)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)
ON CONFLICT (id) DO UPDATE SET times = security_event.times + 1
