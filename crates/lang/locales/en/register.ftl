# What the register’s own checks, sweeps and erasures say.

register-help-against = A sealed status list kept from earlier; may be repeated
register-help-head = The head of a log kept from earlier, as printed by fsck: INSTITUTION=LENGTH:HASH; may be repeated
register-help-erase = Erase what may be erased about a person: links, e-mail, sessions, uploads
register-help-erase-institution = The institution; not needed if the register has only one
register-help-erase-person = The person’s number at the institution
register-help-erase-scope = publication, or artefacts: the sealed files, too, by order of a court or authority
register-help-migrate = As the owner of the tables, bring the database up to date and give the service its rights
register-help-migrate-owner = File with the owner’s database address; by default the address in the settings
register-help-sweep = Delete what is no longer kept: uploads, expired links, old views, expired sessions

register-erased = { $person }: erased. Ledgers that record it: { $credentials }; links: { $shares }; sessions: { $sessions }; uploaded files: { $uploads }; sealed files and awards: { $artefacts }. The register entries, their ledgers and the person’s name stay, as the law requires.
register-erase-scope-unknown = There is no scope “{ $scope }”. Options: publication, artefacts.
register-swept = Deleted: uploaded files { $uploads }, leftovers of interrupted issuing { $orphans }, expired links { $shares }, minutes of views { $looks }, sessions { $sessions }, sign-in links { $tokens }.
register-migrated-one = The database is up to date. The same role owns and uses the tables, or the database has no roles: triggers protect history and fsck finds changes.
register-migrated-two = The database is up to date. The service’s role can read history and add to it, but cannot change it.
register-owner-unreadable = The file { $file } must contain the owner’s database address and nothing else.
register-loose = Other accounts on this machine can read { $path }. Fix the permissions: chmod { $mode } { $path }

register-fsck-head = Head of the log: { $head }
register-fsck-head-wrong = “{ $head }” is not the head of a log. Enter it as printed by fsck: INSTITUTION=LENGTH:HASH.
register-fsck-list-foreign = { $file } is the status list of an institution that is not in this register.
register-fsck-list-unreadable = { $file } is not a status list sealed by Signet.
register-subject-service = the service
register-list-unsound = the seal of the kept status list { $list } is not valid, or belongs to another organisation
register-list-foreign = the kept status list { $list } names another institution
register-list-withdrawn = the status list sealed on { $issued } says that the micro-credential at place { $place } of list { $list } was { $status ->
    [revoked] revoked
   *[superseded] replaced
}, but the register no longer does
register-institution-gone = the institution was removed from the register
register-unguarded = the protection of the table { $table } is missing: its rows can be changed
register-miscounted = status list { $list } counts { $counted } places, and { $taken } are taken
register-log-broken = entry { $position } of the log does not follow from the previous one: entries were removed, added or changed
register-log-forked = entry { $length } of the log is not the one that was sealed or kept: history was rewritten
# $state: LogEntryState
register-log-grant = record { $sequence } of a role was { $state ->
    [removed] removed
   *[altered] changed
}
register-log-grants = { $kept } records of roles are kept, but the log has { $logged }
register-log-head = the log does not end where its next entry would continue
register-log-misfiled = the columns of entry { $position } of the log do not match its content
register-log-shortened = the log has { $length } entries, but { $sealed } were sealed or kept: the latest were removed
register-log-unauthentic = entry { $position } of the log was not written by this register
# $state: LogEntryState
register-log-stop = stop { $sequence } of a seal was { $state ->
    [removed] removed
   *[altered] changed
}
register-log-stops = { $kept } stops of seals are kept, but the log has { $logged }
# $state: LogEntryState
register-log-use = use { $id } of a seal key was { $state ->
    [removed] removed from the log of uses
   *[altered] changed in the log of uses
}
register-log-uses = { $kept } uses of seal keys are kept, but the log has { $logged }
register-award-place = line { $line }, column { $column }
register-award-rule = its parts do not fit together
register-award-unreadable = A stored award cannot be read ({ $detail }). Run “signet fsck”, which names the file.
# $problem: KeptFileProblem
register-file-problem = { $problem ->
    [altered] the stored file { $digest } was changed
    [lost] the stored file { $digest } is missing
    [erased] the stored file { $digest } was erased
    [unknown] the file { $digest } is not in the register
    [award] the stored award { $digest } cannot be read (technical detail: { $detail })
    [unlike] the stored file { $digest } cannot be read: { $detail }
    [unsound] the stored file { $digest } did not pass these checks: { $detail }
    [database] the database did not return the stored file (technical detail: { $detail })
   *[unreadable] the stored file { $digest } cannot be read (technical detail: { $detail })
}
register-row-disagrees = the column { $column } does not match the ledger
register-protection-differs = the column protected_until does not match the time stamps in the sealed files
register-ledger-empty = the ledger is empty
register-gone = the micro-credential was removed from the register
register-ledger-broken = the ledger cannot be read. Technical detail: { $why }
register-log-unreadable = the log entry about this micro-credential cannot be read. Technical detail: { $why }
register-record = the root of the record or the statement about it is not the one in the ledger
register-removed = entry { $sequence } was removed from the ledger
register-rewritten = entry { $sequence } of the ledger differs from what the log says
register-unit-gone = the unit was removed from the register
register-unit-log-unreadable = the log entry about this unit cannot be read. Technical detail: { $why }
register-unit-text = micro-credentials of version { $version } are issued from another text than was approved
register-unlogged = entry { $sequence } of the ledger is missing from the log
register-share-lost = a link was removed or changed
register-share-unknown = a link was added or changed
register-status-place = its place in the status lists is not the one in its ledger
