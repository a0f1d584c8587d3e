# What the register's own checks, sweeps and erasures say.

register-help-against = A sealed status list that was kept earlier; may be repeated
register-help-head = The head of a log that was kept earlier, as fsck prints it: INSTITUTION=LENGTH:HASH; may be repeated
register-help-erase = Erase what may be erased of a person: shares, e-mail, logins, uploads
register-help-erase-institution = The institution; not needed when the register has one
register-help-erase-person = The person's id at the institution
register-help-erase-scope = publication, or artefacts: the sealed files too, by order of a court or authority
register-help-migrate = Bring the database up to date as the owner of its tables, and give the service its rights
register-help-migrate-owner = File that holds the owner's address of the database and nothing else; by default the address in the settings
register-help-sweep = Take away what is kept no longer: uploads, ended shares, old looks, expired logins

register-erased = { $person }: erased. Ledgers that say so: { $credentials }; shares: { $shares }; logins: { $sessions }; uploaded files: { $uploads }; sealed files and awards: { $artefacts }. The register entries, their ledgers and the person's name stay, as the law requires.
register-erase-scope-unknown = There is no scope “{ $scope }”. Scopes are publication and artefacts.
register-swept = Taken away: uploaded files { $uploads }, ended shares { $shares }, minutes of looks { $looks }, sessions { $sessions }, login links { $tokens }.
register-migrated-one = The database is up to date. One role owns the tables and serves, or the database has no roles: history is guarded by triggers and found out by fsck.
register-migrated-two = The database is up to date. The service's role may read and add to history, and cannot change it.
register-owner-unreadable = The file { $file } must hold the owner's address of the database and nothing else.
register-loose = Other accounts of this machine can read { $path }. Close it: chmod { $mode } { $path }

register-fsck-head = Head of the log: { $head }
register-fsck-head-wrong = “{ $head }” is no head of a log. Give it as fsck printed it: INSTITUTION=LENGTH:HASH.
register-fsck-list-foreign = { $file } is the status list of an institution that is not in this register.
register-fsck-list-unreadable = { $file } is not a status list sealed by Signet.
register-subject-service = the service
register-list-unsound = the seal of the kept status list { $list } does not hold, or is another body's
register-list-foreign = the kept status list { $list } names another institution
register-list-withdrawn = the status list sealed on { $issued } says { $status ->
    [revoked] revoked
   *[superseded] superseded
} at place { $place } of list { $list }, and the register no longer does
register-institution-gone = the institution was removed from the register
register-unguarded = the guard of the table { $table } is missing: its rows can be changed
register-miscounted = status list { $list } counts { $counted } places, and { $taken } are taken
register-log-broken = entry { $position } of the log does not follow the one before it: entries were removed, added or changed
register-log-forked = entry { $length } of the log is another one than was sealed or kept: history was written anew
register-log-head = the log does not end where its next entry would go on
register-log-misfiled = the columns of entry { $position } of the log do not agree with the entry
register-log-shortened = the log has { $length } entries, and { $sealed } were sealed or kept: the newest were removed
register-log-unauthentic = entry { $position } of the log was not written by this register
register-log-stop = stop { $sequence } of a seal was { $state ->
    [removed] removed
   *[altered] altered
}
register-log-stops = { $kept } stops of seals are kept, and { $logged } were logged
register-log-use = use { $id } of a seal key was { $state ->
    [removed] removed from the log of uses
   *[altered] altered in the log of uses
}
register-log-uses = { $kept } uses of seal keys are kept, and { $logged } were logged
register-row-disagrees = the column { $column } does not agree with the ledger
register-ledger-empty = the ledger is empty
register-gone = the credential was removed from the register
register-ledger-broken = the ledger cannot be read: { $why }
register-log-unreadable = an entry of the log about it cannot be read: { $why }
register-removed = entry { $sequence } was removed from the ledger
register-rewritten = entry { $sequence } of the ledger is another one than was logged
register-unlogged = entry { $sequence } of the ledger was never logged
register-share-lost = a share was removed or altered
register-share-unknown = a share was added or altered
register-status-place = its place in the status lists is not the one in its ledger
