# Seals: the custodian's commands.

seal-which-key = A seal needs one of: key, [seal.pkcs11] or [seal.remote]. This one has { $found }.
seal-needs-chain = A seal whose key is not in a file needs the setting chain: a PEM file with the seal certificate first.
seal-secret-missing = The secret { $name } is not there. Set the variable of the environment, or let the service manager hand the credential over.
seal-key-id = The setting key_id is not in hex: { $id }.

web-trouble-stopped = The seal’s custodian has stopped sealing. The record waits.

seal-unknown = No seal that is set begins with { $beginning }. “signet seal status” shows each one's SHA-256; give at least six characters of it.
seal-reason = A reason is needed, of at most { $max } characters on one line: --reason.
seal-stopped-one = Stopped. No process that shares this register seals with it from its next credential on. “signet seal start” lets it go on.
seal-stopped-all = Stopped. No process that shares this register seals anything from its next credential on. “signet seal start” lets it go on.
seal-not-stopped = There is no such stop. “signet seal status” shows what is stopped; what was stopped with --seal is started with --seal.
seal-mandate-written = { $file }: the mandate of { $awarding } for { $sealing }, sealed. Give it to { $sealing }: every micro-credential sealed for { $awarding } carries it (“sealed_mandate” in the file of the institution).
seal-mandate-wrong = This is no mandate: it needs another body than { $awarding }, with an identifier such as NTRCZ-12345678 and a name, and must not end before it begins.
seal-mandate-import = { $file } is no mandate by which { $sealing } seals for { $awarding }. “signet seal mandate” at { $awarding } makes one; “[sealed_by] sealed_mandate” in the file of the institution names it.
seal-started = Sealing goes on. What waited is tried again now.
seal-kind-file = key in a file
seal-kind-pkcs11 = key in a hardware module (PKCS#11)
seal-kind-remote = key at a remote seal service (CSC)
seal-validity = { $days ->
    [one] The certificate is valid from { $from } to { $until }; { $days } day is left.
   *[other] The certificate is valid from { $from } to { $until }; { $days } days are left.
}
seal-its-turn = It seals now.
seal-not-its-turn = It does not seal now. Its turn begins, or began, on { $from }.
seal-is-stopped = Stopped on { $at } by { $by }: { $reason }
seal-key-answers = The key answers.
seal-key-silent = The key does not answer: { $problem }
seal-no-stamps = No time-stamping authority is set: seals do not prove when they were made.
seal-not-tried = not tried yet
seal-why = { $code ->
    [no-seal] no-seal: no [[seal]] is set for the body that seals
    [seal-stopped] seal-stopped: a custodian has stopped the seal
    [seal-expired] seal-expired: the seal certificate has expired
    [seal-not-yet] seal-not-yet: the seal certificate does not count yet, or its turn has not come
    [seal-key] seal-key: the key is not there, or does not sign
    [seal-pin] seal-pin: the token refuses the PIN or is locked; mend it and start Signet again
    [seal-token] seal-token: the token is not there, or the hardware module does not answer
    [seal-service] seal-service: the seal service does not answer
    [seal-refused] seal-refused: the seal service refuses
    [seal-awaited] seal-awaited: the seal service has taken the request and has not answered yet
    [seal-wrong] seal-wrong: what came back is not a signature by the certificate's key
    [seal-form] seal-form: the seal's form could not be made
    [stamp-address] stamp-address: the time-stamping authority's address may not be reached
    [stamp-unreachable] stamp-unreachable: the time-stamping authority does not answer
    [stamp-refused] stamp-refused: the time-stamping authority refuses
    [unprintable] unprintable: a name has characters the document's faces lack
    [not-ready] not-ready: the rehearsal does not hold
    [does-not-hold] does-not-hold: the sealed file does not hold
    [disk-full] disk-full: the disk of the register is full
    [register] register: the database or the folder of artefacts failed
   *[other] { $code }
}
seal-why-stopped = seal-stopped: a custodian has stopped the seal: { $reason }
seal-work-credential = credential
seal-work-document = document
seal-work-status-list = status list
seal-work-mandate = mandate
seal-work-probe = probe
seal-doctor-thirty = Seal of { $name }: the certificate ends on { $until }, within 30 days. The next one should be here by now.
seal-doctor-seven = Seal of { $name }: the certificate ends on { $until }, within a week. After that every record waits.
seal-doctor-not-yet = Seal of { $name }: the certificate counts only from { $from } on.

help-seal = What a seal's custodian needs
help-seal-status = Shows each seal: its key, certificate and turn, whether it answers, and what waits
help-seal-status-json = Prints it as JSON
help-seal-log = Lists every use of a seal key, oldest first
help-seal-log-since = Only from this moment on (2026-01-31T12:00:00Z)
help-seal-log-seal = Only this seal: the beginning of its certificate's SHA-256
help-seal-log-json = Prints one JSON object a line
help-seal-mandate = Seals a mandate: that another body seals this institution's micro-credentials
help-seal-mandate-institution = The institution that gives it; not needed when the register has one
help-seal-mandate-sealer = Identifier of the body that is to seal, as its seal certificate has it (NTRCZ-12345678)
help-seal-mandate-sealer-name = Its name in law
help-seal-mandate-from = The first day; today by default
help-seal-mandate-until = The day on which it no longer holds; without it, no end is set
help-seal-mandate-out = The file to write
help-seal-stop = Stops sealing in every process that shares the register
help-seal-stop-reason = Why; kept, and shown in status
help-seal-stop-seal = Only this seal: the beginning of its certificate's SHA-256
help-seal-start = Lets sealing go on
help-seal-start-reason = Why; kept
help-seal-start-seal = The seal that was stopped by itself
