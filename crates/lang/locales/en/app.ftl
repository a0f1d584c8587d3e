# The command line.

app-stopped = signet: { $why }
app-progress = { $done } of { $total } sealed
app-database-address = The setting store.database is neither “sqlite:FILE” nor “postgres://USER:PASSWORD@HOST/NAME”.
app-store-closed = The register cannot be opened. { $problem }
app-file-unusable = { $file } cannot be used: { $problem }.
app-file-unreadable = { $file } cannot be read: { $problem }.
app-file-unwritable = { $file } cannot be written: { $problem }.
app-unknown-algorithm = The algorithm “{ $name }” is not known. Known are ES256, ES384, PS256 and RS256.
app-institution-name = The seal certificate of { $identifier } calls the institution “{ $certified }”, its file “{ $own }”. Write legal_name in the file as the certificate has it: otherwise no verifier can tell that the institution awarded what it seals.
app-mandate-setting = “[trust] mandates” needs the identifiers of two bodies as seal certificates write them, such as NTRCZ-12345678; it has “{ $awarding }” and “{ $sealing }”.
app-link-key = { $file } is not a key of links: it must hold exactly 32 bytes. Restore it from a backup; with another key all links end.
app-config-missing = The settings { $file } cannot be read: { $problem }. Name another file with --config, or make one with “signet init”.
app-config-good = The settings { $file } are in order.
app-config-no-seal = No seal is set: awards will wait for their seal.
app-no-institution = The register has no institution yet. Bring one in with “signet import INSTITUTION.toml”.
app-which-institution = Say which institution with --institution. Known are: { $names }.
app-import-checked = { $count ->
    [one] { $count } file is in order. Nothing was kept.
   *[other] { $count } files are in order. Nothing was kept.
}
app-imported = Kept: institutions { $institutions }, units of learning { $units }.
app-sealer-unknown = The institution { $institution } is sealed by { $sealer }, which is not in the register. Import that one as well.
app-unit-version = Version { $version } of the unit { $unit } is in the register with another text. Raise the version: issued credentials keep the old one.
app-rows = Good rows: { $good }; complaints: { $bad }; not passed, so nothing to issue: { $failed }.
app-nothing-issued = Nothing was issued. Mend the file, or issue the good rows only with --skip-bad.
app-unknown-step = There is no step “{ $name }”.
app-put-off = { $credential } waits for its seal: { $why }
app-differs = { $credential } was issued with other data. Use “signet correct { $credential }” to replace it.
app-issued = Issued: { $issued }; had it already: { $known }. The files are in { $folder }.
app-verify-holds = VALID. Format, seal and validity hold.
app-verify-fails = NOT VALID.
app-verify-trial = TRIAL. The seal is one for trying and proves nothing.
app-verify-cannot-tell = CANNOT TELL. Not everything could be verified.
app-verify-reason = Why: { $reason }
app-verify-named-trial = The root named with --anchors is a test root in the settings. The verdict holds only under it and only for this look: the file is a TRIAL and proves nothing.
app-verify-at = Judged as of { $at }. SHA-256 { $sha }
app-policy-wrong = The rules of judging in { $file } are wrong. { $problem }
app-policy-unknown = { $place }: “{ $name }” is not known. Known are { $known }.
app-evidence-unusable = it is not what its ending says
app-evidence-too-much = more than { $max } files of evidence
app-fsck = Credentials: { $credentials }; artefacts read and verified: { $artefacts }; left over without harm: { $orphans }; damage: { $damage }.
app-fsck-damage = { $credential }: { $what }
app-unknown-role = There is no role “{ $role }” that people sign in with. Roles are holder, registrar, guarantor, quality-office, seal-custodian, company, operator.
app-unknown-person = The institution knows no person with this id.
app-operator-nobody = The seals here are real, and the settings do not say who may use the command line. Add a section for “{ $user }” to the settings: [[operator]] with user, roles and person (docs/operations.md).
app-operator-unknown = The settings do not let “{ $user }” use the command line. Add an [[operator]] section for them, or name an account with --as.
app-operator-several = The settings know several accounts of “{ $user }”. Name one with --as.
app-denied = Account { $account } may not do this ({ $action }). Nothing was done.
app-denied-themselves = Account { $account } belongs to this very person, and nobody issues, corrects or revokes their own micro-credential. A colleague has to do it.
app-denied-unidentified = The settings do not say which person account { $account } is in the institution’s records, so nobody can tell whether it would judge itself. Add person to its [[operator]] section.
app-row-refused = Line { $line }: { $why }
app-account-id = An account is 1 to 64 characters of a-z A-Z 0-9 . _ : @ -
app-account-name = A name has 1 to 100 characters.
app-account-until = This last day cannot be used.
app-account-person = In the role { $role } people decide about others, so say with --person who that is in the institution’s own records.
app-account-unknown = There is no such account, or it has no such role.
app-account-granted = Account { $account } now has the role { $role }. Its earlier sessions were ended.
app-account-ended = Account { $account } no longer has the role { $role }. Its sessions were ended.
app-account-blocked = Account { $account } is blocked. Its sessions were ended and its unused links no longer work.
app-account-unblocked = Account { $account } may be used again.
app-login-account = For the role { $role } name an account: --account ACCOUNT. Accounts are made with signet account grant.
app-login-no-role = Account { $account } does not have the role { $role }. Give it with: signet account grant { $account } --role { $role } --person ID
app-login-blocked = Account { $account } is blocked. Unblock it first: signet account unblock { $account }
app-unknown-reason = There is no reason “{ $reason }”. Reasons are: { $known }.
app-note-both = The note must be given in both languages: --note-cs and --note-en.
app-note-missing = The reason “other” needs a note: --note-cs and --note-en.
app-note-too-long = The note may have at most { $max } characters.
app-revoked = { $credential } is revoked. Its page and the status list say so.
app-not-revoked = Nothing was revoked: { $why ->
    [revoked] this credential is revoked already
    [erased] the data of this credential are erased
    [not-sealed] this credential is not sealed yet
   *[other] the state of the credential does not allow it; check the register with “signet fsck”
 }.
app-unknown-credential = There is no credential “{ $credential }” in the register.
app-correct-one-row = A correction needs a results file with exactly one good row; this one has { $rows }.
app-correct-corrected = It was corrected already. Correct { $by } instead.
app-correct-not-standing = Only a sealed credential that was not revoked can be corrected.
app-correct-another = The corrected row is of another person or another run.
app-corrected = { $new } stands in the place of { $old }.
app-worked = Sealed: { $sealed }; put off: { $put_off }.
app-serving = Serving at { $address } – stop with Ctrl+C.
app-address-taken = Cannot listen at { $address }: { $problem }. Choose another address in server.listen, or stop what listens there.
app-doctor-trial = A seal is set as a trial: everything it seals says INVALID – TEST.
app-doctor-seal = Seal of { $name }: { $algorithm }, the certificate is valid until { $until }.
app-doctor-seal-ends = Seal of { $name }: the certificate ends on { $until }. Order the next one now.
app-doctor-seal-expired = Seal of { $name }: the certificate ended on { $until }. Nothing can be sealed with it.
app-doctor-trust = Trusted roots: { $real }; roots of trials: { $trial }.
app-doctor-store = The register opens, and its tables are up to date.
app-doctor-waiting = { $count ->
    [0] Nothing waits for its seal.
    [one] { $count } credential waits for its seal. “signet work --once” seals it.
   *[other] { $count } credentials wait for their seal. “signet work --once” seals them.
}
app-doctor-stamps = The time-stamping authority answers.
app-doctor-no-stamps = No time stamp was had: { $problem }.
app-demo-occupied = The folder { $folder } holds something else. Name another with --folder.
app-demo-ready = Signet is ready at { $address } – stop with Ctrl+C.
app-demo-made = The trial register is made, and does not run. Its links will lead to { $address } once you start it:
app-demo-holder = Holder (the link logs in once):
app-demo-verifier = Verifier:
app-demo-registrar = Registrar (the link logs in once):
app-demo-catalogue = Catalogue:
app-demo-verify = Verify a file:
app-demo-example = A verdict that holds while the register runs: the trial root is named for this look only
app-demo-files = Issued files:
app-demo-data = Units and results to try:
app-demo-trial = Everything here is a trial, institutions and people are made up: INVALID – TEST.
