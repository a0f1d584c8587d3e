# The command renew.

app-renew-level-without-stamps = The setting level = "{ $level }" needs a time-stamping authority: add stamps, or use level = "B-B".
app-renew-due = { $credential }: protection ends { $until }
app-renew-due-unprotected = { $credential }: nothing protects it once its certificate expires
app-renew-done = { $credential }: protected until { $until }
app-renew-failed = { $credential } could not be renewed: { $why }
app-renew-problem = { $code ->
    [unknown] there is no such micro-credential in the register
    [no-files] it has no sealed files
    [no-seal] no [[seal]] is configured for the sealing organisation { $detail }
    [level] the settings of the seal have the level { $detail }, but only the level B-LTA can be renewed
    [unreadable] the file cannot be read (technical detail: { $detail })
    [changed] the micro-credential has changed in the meantime; run the command again
   *[other] an unexpected error occurred (technical detail: { $detail })
}
app-renew-summary = Micro-credentials checked: { $looked }; due: { $due }; renewed: { $renewed }; not renewed: { $failed }.
