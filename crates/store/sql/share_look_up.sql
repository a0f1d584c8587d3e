SELECT share.institution, share.id, share.credential, share.lookup, share.kind, share.label, share.purpose, share.ends,
    share.show_birth_date, share.language, share.created, share.withdrawn, share.mac, credential.person,
    credential.stage, credential.status, credential.jsonld, credential.pdf
FROM share
JOIN credential ON credential.institution = share.institution AND credential.id = share.credential
WHERE share.lookup = $1
