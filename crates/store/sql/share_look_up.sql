SELECT share.institution, share.id, share.credential, share.lookup, share.kind, share.label, share.purpose, share.ends,
    share.show_birth_date, share.language, share.created, share.withdrawn, share.mac, credential.person,
    credential.stage, credential.status, credential.jsonld, credential.pdf,
    jsonld_artefact.bytes AS jsonld_bytes, pdf_artefact.bytes AS pdf_bytes
FROM share
JOIN credential ON credential.institution = share.institution AND credential.id = share.credential
LEFT JOIN artefact AS jsonld_artefact ON jsonld_artefact.institution = credential.institution
    AND jsonld_artefact.digest = credential.jsonld AND jsonld_artefact.erased IS NULL
LEFT JOIN artefact AS pdf_artefact ON pdf_artefact.institution = credential.institution
    AND pdf_artefact.digest = credential.pdf AND pdf_artefact.erased IS NULL
WHERE share.lookup = $1
