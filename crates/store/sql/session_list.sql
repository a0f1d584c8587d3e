SELECT s.digest, s.id, s.role, s.institution, s.person, s.account, s.language, s.created, s.seen, s.expires,
    s.scope, s.level AS own_level, s.emergency, s.code,
    i.provider, i.sid, i.level, i.authenticated, i.institution AS at_institution, i.person AS at_person, i.roles,
    i.code AS identity_code
FROM session s
LEFT JOIN session_identity i ON i.session = s.digest
WHERE s.account = $1
ORDER BY s.created DESC, s.id
