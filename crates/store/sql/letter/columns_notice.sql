RETURNING institution, id, kind, credential, state, created, due, tries, first_try, last_code, ended, address
