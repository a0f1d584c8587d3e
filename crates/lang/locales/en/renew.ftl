app-level-without-stamps = The setting level = "{ $level }" needs a time-stamping authority: set stamps as well, or level = "B-B".
app-renew-due = { $credential }: its protection ends { $until }
app-renew-due-unprotected = { $credential }: nothing protects it beyond its certificate
app-renew-done = { $credential }: protected until { $until }
app-renew-failed = { $credential } was not renewed: { $why }
app-renewed = Credentials with files: { $looked }; due: { $due }; renewed: { $renewed }; not renewed: { $failed }.
help-renew = Stamp again what would lose its proof otherwise
help-renew-credential = Unique identifier of one micro-credential, due or not; without it all that are due
help-renew-institution = The institution; without it all
help-renew-due-before = Take what would weaken before this day; by default as many days ahead as the settings say
help-renew-dry-run = Only tell what is due
web-trouble-evidence = waits for the authorities’ word on revocation
