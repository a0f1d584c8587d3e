# signet init: the beginning with an institution of one’s own.

init-help = Prepare an institution of your own: create settings, an institution, a unit, results and a test key that belong together
init-help-folder = Folder to write into; nothing in it is overwritten
init-help-name = Czech name of the institution
init-help-name-en = English name of the institution
init-help-company-number = The institution’s company ID (IČO)
init-help-id = Identifier of the institution in addresses; derived from its name by default
init-occupied = Nothing was written because these files already exist: { $files }. Choose another folder: signet init FOLDER
init-name-en = Add the English name, too: --name-en
init-done = { $folder } contains everything needed to issue the first micro-credential:
init-settings = settings
init-institution = your institution: fill in its registered office, contact and legal basis
init-unit = sample unit of learning
init-results = results of two fictional people
init-seal = test seal of your institution and the root it leads to
init-attestation = test key that signs statements about content
init-link-key = secret link key
init-next = Next steps:
init-test = Everything this seal seals is a test: INVALID – TEST.
