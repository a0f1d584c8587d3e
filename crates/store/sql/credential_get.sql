SELECT credential.institution, credential.id, credential.unit, credential.unit_version, credential.run,
    credential.person, credential.revision, credential.batch, credential.award, credential.supersedes,
    credential.superseded, credential.stage, credential.status, credential.waiting, credential.proposed,
    credential.dated, credential.jsonld, credential.pdf, credential.lease_owner, credential.lease_until,
    credential.trouble, unit.title_cs, unit.title_en, person.given_name, person.family_name, person.titles_before,
    person.titles_after, person.born, person.birth_place, person.birth_country, person.email
FROM credential
JOIN unit ON unit.institution = credential.institution AND unit.id = credential.unit
    AND unit.version = credential.unit_version
JOIN person ON person.institution = credential.institution AND person.id = credential.person
WHERE credential.institution = $1 AND credential.id = $2
