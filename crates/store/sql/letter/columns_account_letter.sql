RETURNING id, account, provider, at_before, institution, kind, about, state, created, due, tries, first_try, last_code, ended
