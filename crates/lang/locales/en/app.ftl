# The command line.

app-stopped = signet: { $why }
app-progress = { $done } of { $total } sealed
app-database-address = The setting store.database is neither “sqlite:FILE” nor “postgres://USER:PASSWORD@HOST/NAME”.
app-store-closed = The register cannot be opened. { $problem }
app-file-unusable = The file { $file } cannot be used: { $problem }.
app-file-unreadable = The file { $file } cannot be read: { $problem }.
app-file-unwritable = The file { $file } cannot be written: { $problem }.
app-unknown-algorithm = The algorithm “{ $name }” is not known. Use ES256, ES384, PS256 or RS256.
app-institution-name = According to the seal certificate ({ $identifier }) the institution is called “{ $certified }”, according to its own file “{ $own }”. Write legal_name in the file exactly as the certificate has it; otherwise it cannot be verified that the institution awarded what it sealed.
app-mandate-setting = “[trust] mandates” needs the identifiers of two organisations as seal certificates write them, such as NTRCZ-12345678; it has “{ $awarding }” and “{ $sealing }”.
app-link-key = { $file } is not a link key: it must have exactly 32 bytes. Restore it from a backup; with a different key all links stop working.
app-config-missing = The settings file { $file } cannot be read: { $problem }. Choose another file with --config, or create one with “signet init”.
app-config-good = The settings file { $file } is in order.
app-config-no-seal = No seal is configured: records will wait for their seal.
app-no-institution = There is no institution in the register yet. Add one with “signet import INSTITUTION.toml”.
app-which-institution = Choose the institution with --institution. Options: { $names }.
app-import-checked = { $count ->
    [one] { $count } file is in order. Nothing was saved.
   *[other] { $count } files are in order. Nothing was saved.
}
app-imported = Saved: institutions { $institutions }, units of learning { $units }.
app-sealer-unknown = { $sealer } seals for { $institution } but is not in the register. Import it as well.
app-unit-version = Version { $version } of the unit { $unit } is in the register with a different text. Increase the version number: issued micro-credentials keep the original text.
app-unit-has-ledger = The unit { $unit } is written, endorsed and approved in Signet, so a new version cannot be added from a file. Start it in the unit and have it approved.
app-rows = Ready to issue: { $good }; with errors: { $bad }; not passed: { $failed }.
app-nothing-issued = Nothing was issued. Fix the file, or issue only the correct rows with --skip-bad.
app-unknown-step = There is no step “{ $name }”.
app-put-off = { $credential } is waiting for its seal: { $why }
app-differs = { $credential } was issued with different data. Replace it with “signet correct { $credential }”.
app-issued = Issued: { $issued }; issued earlier: { $known }. The files are in { $folder }.
app-verify-holds = VALID. Format, seal and validity have passed.
app-verify-fails = NOT VALID.
app-verify-test = TEST. The seal is only a test seal and proves nothing.
app-verify-cannot-tell = CANNOT BE FULLY VERIFIED. A check could not be completed.
app-verify-reason = Reason: { $reason }
app-verify-named-test = The root named with --anchors is a test root in the settings. The result applies only with this root and only to this verification: the file is a TEST and proves nothing.
app-verify-at = Judged as of { $at }. SHA-256 { $sha }
app-policy-wrong = The assessment rules in { $file } contain errors. { $problem }
app-policy-unknown = { $place }: the value “{ $name }” is not possible here. Possible values: { $known }.
app-evidence-unusable = its content does not match its extension
app-evidence-too-much = more than { $max } evidence files
app-fsck = Micro-credentials: { $credentials }; files read and verified: { $artefacts }; harmless leftovers: { $orphans }; damage: { $damage }.
app-fsck-damage = { $credential }: { $what }
app-unknown-role = There is no role “{ $role }” to sign in with. Options: { $roles }.
app-unknown-person = The institution has no person with this number. Check it.
app-operator-nobody = The seals here are real, and the settings do not say who may use the command line. Add a section for “{ $user }” to the settings: [[operator]] with user, roles and person (docs/operations.md).
app-operator-unknown = According to the settings, “{ $user }” may not use the command line. Add an [[operator]] section for this user, or choose an account with --as.
app-operator-several = The settings have several accounts for “{ $user }”. Choose one with --as.
app-denied = Account { $account } does not have permission ({ $action }). Nothing was done. Ask the operator for it.
app-denied-themselves = Account { $account } belongs to the same person, and nobody issues, corrects or revokes their own micro-credential. A colleague has to do it.
app-denied-unidentified = The settings do not say which person in the institution’s records account { $account } belongs to, so it cannot be ruled out that they would be deciding about themselves. Add the key person to its [[operator]] section.
app-denied-scope = The role of account { $account } covers only some faculties or units, and this does not belong to them ({ $action }). Nothing was done.
app-row-refused = Line { $line }: { $why }
app-account-id = An account name has 1 to 64 characters from a-z A-Z 0-9 . _ : @ -
app-account-name = A name has 1 to 100 characters.
app-account-grant-reason = A reason is one line of at most 200 characters.
app-account-until = Enter a last day that has not passed.
app-account-person = In the role { $role } people decide about others. Use --person to say who this is in the institution’s records.
app-account-unknown = There is no such account, or it does not have this role. “signet account list” shows the accounts and their roles.
app-account-scope-both = A role is narrowed either to faculties or to units. Use --faculty or --unit, not both.
app-account-scope-role = The role { $role } cannot be narrowed so: the roles { $roles } can, to at most { $max } faculties or units.
app-account-scope-faculty = No unit of the institution states the faculty “{ $faculty }”. Options: { $faculties }
app-account-scope-faculty-none = No unit of the institution states a faculty. Use --unit instead.
app-account-scope-unit = The institution has no unit of learning “{ $unit }”. Check its identifier.
app-account-granted = Account { $account } now has the role { $role }. Its earlier sessions were ended.
app-account-ended = Account { $account } no longer has the role { $role }. Its sessions were ended.
app-account-blocked = Account { $account } is blocked. Its sessions were ended and its unused links no longer work.
app-account-state = { $state ->
    [blocked] blocked
    [merged] joined with another account
   *[active] active
}
app-account-merged = The account { $account } is joined with another account and cannot be changed. “signet account merges” lists which.
app-account-merge = { $id }  { $when }  { $merged } → { $account }
app-account-merge-undone = separated { $when } ({ $by }): { $reason }
app-account-merges-none = No accounts were joined in the last 30 days.
app-account-parted = The accounts { $account } and { $merged } are two again. The sessions of both were ended.
app-account-merge-unknown = There is no such joining of accounts. “signet account merges” lists them.
app-account-merge-already = These accounts were separated before.
app-account-merge-late = The accounts were joined more than 30 days ago and can no longer be separated.
app-account-merge-on = The account that stayed has itself been joined with another since. Separate that first.
app-account-reason = A reason has 1 to { $max } characters and is on one line.
app-account-unblocked = Account { $account } can be used again.
app-login-reason = The login provider { $provider } signs this person in. If it does not respond, say why a link is needed: --reason "…". The link works once, within 15 minutes; it is written down and the people answerable for the seal are told.
app-login-reason-flaw = The reason cannot be used: it must be one line of at most 200 characters.
app-login-no-emergency = A reason is only for an emergency link, which is made where a login provider signs this person in. Leave --reason out.
app-login-account = For the role { $role } choose an account: --account ACCOUNT. Accounts are created with “signet account grant”.
app-login-no-role = Account { $account } does not have the role { $role }. Grant it with “signet account grant { $account } --role { $role } --person NUMBER”.
app-login-blocked = Account { $account } is blocked. Unblock it first with “signet account unblock { $account }”.
app-login-provider = No link is made for the role { $role }: the institution has the login provider { $provider }. Let this person sign in through it.
app-unknown-reason = There is no reason “{ $reason }”. Options: { $known }.
app-note-both = The note must be given in both languages: --note-cs and --note-en.
app-note-missing = The reason “other” needs a note: --note-cs and --note-en.
app-note-too-long = The note may have at most { $max } characters.
app-revoked = { $credential } is revoked. Its page and the status list show it.
app-not-revoked = Nothing was revoked: { $why ->
    [revoked] this micro-credential has already been revoked
    [erased] the data of this micro-credential have been erased
    [not-sealed] this micro-credential has not been sealed yet
   *[other] the state of the micro-credential does not allow it; check the register with “signet fsck”
 }.
app-unknown-credential = There is no micro-credential “{ $credential }” in the register. Check its unique identifier.
app-correct-one-row = A correction needs a results file with exactly one correct row; this one has { $rows }.
app-correct-corrected = This micro-credential has already been corrected. Correct { $by } instead.
app-correct-not-standing = Only a sealed micro-credential that has not been revoked can be corrected.
app-correct-another = The corrected row belongs to another person or another run. Only a result of the same person in the same run can be corrected.
app-corrected = { $new } replaces { $old }.
app-worked = Sealed: { $sealed }; postponed: { $put_off }.
app-serving = Signet is running at { $address } – stop it with Ctrl+C.
app-address-taken = The address { $address } cannot be used: { $problem }. Choose another one in server.listen, or stop the program that uses it.
app-doctor-test = A seal is configured as a test seal: everything it seals says INVALID – TEST.
app-doctor-seal = Seal of { $name }: { $algorithm }, the certificate is valid until { $until }.
app-doctor-seal-ends = Seal of { $name }: the certificate expires on { $until }. Order a new one now.
app-doctor-seal-expired = Seal of { $name }: the certificate expired on { $until }. It cannot be used for sealing.
app-config-no-attestation = The settings have no [attestation] section: no signed statements about the content of micro-credentials are published. Seals are not affected. To set a key, see docs/record-root.md.
app-doctor-attestation = { $state ->
    [ended] Key for statements about content ([attestation]): the certificate expired on { $until }. Replace the key with a new one.
    [not-yet] Key for statements about content ([attestation]): the certificate is not valid yet; it expires on { $until }.
   *[good] Key for statements about content ([attestation]): the certificate is valid until { $until }.
}
app-doctor-trust = Trusted roots: { $real }; test roots: { $test }.
app-doctor-store = The register can be opened, and its tables are up to date.
app-doctor-waiting = { $count ->
    [0] Nothing is waiting for a seal.
    [one] { $count } micro-credential is waiting for its seal. “signet work --once” seals it.
   *[other] { $count } micro-credentials are waiting for their seal. “signet work --once” seals them.
}
app-doctor-stamps = The time-stamping authority responds.
app-doctor-no-stamps = No time stamp could be obtained: { $problem }.
app-demo-occupied = The folder { $folder } contains something else. Choose another one with --folder.
app-demo-ready = Signet is running at { $address } – stop it with Ctrl+C.
app-demo-made = The test register is ready but not running. Its links will lead to { $address } once you start it:
app-demo-enter = Enter as anybody of the demonstration:
app-demo-holder = Holder (one-time sign-in link):
app-demo-verifier = Employer’s view:
app-demo-registrar = Registrar’s office (one-time sign-in link):
app-demo-catalogue = Catalogue:
app-demo-verify = Verify a file:
app-demo-example = A verification that passes while the register is running (the test root is named for this verification only):
app-demo-files = Issued files:
app-demo-data = Units of learning and results to try:
app-demo-test = Everything here is a test; the institutions and people are fictional: INVALID – TEST.
app-store-problem = { $kind ->
    [unavailable] The database does not respond or is busy. Check that it is running, and try again.
    [newer] The database was used by a newer version of Signet. Run that version, or restore an older backup.
    [changed] The tables in the database do not belong to Signet, or they were changed. Set another database in store.database.
   *[other] The database refused the request. Check the settings store.database and store.artefacts and the permissions of the account that Signet runs under.
}
app-disk-full = The disk is full. Free up space and run the command again: what was written has been kept, and work continues from there.
app-system = Reading or writing failed: { $problem }.
app-fault = Unexpected error. Please report it together with the technical detail. Technical detail: { $detail }
app-doctor-room = There is enough space on the disk ({ $folder }: { $megabytes } MB).
app-doctor-little-room = Only { $megabytes } MB are left on the disk with the folder { $folder }. Free up space before issuing stops.
app-doctor-port = The address { $address } can be used.
app-doctor-port-taken = A program is already using the address { $address }. If it is Signet, all is well; otherwise choose another address in server.listen.
app-doctor-clock = The clock shows { $now }. This cannot be right, and seals would state a wrong time. Set the clock.
app-doctor-clock-apart = The clock differs from that of the time-stamping authority by { $seconds } s. Set the clock, or seals will state a wrong time.
