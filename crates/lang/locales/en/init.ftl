# signet init: the beginning with an institution of one's own.

init-help = Begin with an institution of your own: write settings, institution, unit, results and a test key that go together
init-help-folder = Folder to write into; nothing in it is written over
init-help-name = The institution's name in Czech
init-help-name-en = The institution's name in English
init-help-company-number = Its company number (IČO)
init-help-id = Its id in addresses; made from the name otherwise
init-occupied = Nothing was written, because these files exist already: { $files }. Choose another folder: signet init FOLDER
init-name-en = The Czech name wants an English one beside it: --name-en
init-done = { $folder } holds all that a first credential needs:
init-settings = the settings
init-institution = your institution: put in its seat, contact and legal basis
init-unit = a unit of learning as an example
init-results = results of two made-up people
init-seal = a trial seal of your institution, and the root that it leads to
init-link-key = the secret key of links
init-next = Go on with:
init-trial = Everything this seal seals is a trial: INVALID – TEST.
