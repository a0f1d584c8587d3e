# Studijní oddělení: průběh jednoho mikrocertifikátu.

web-staff-credential-history = Historie mikrocertifikátu
web-staff-credential-event-by-service = Signet sám
web-staff-credential-history-note = Kdo a podrobnosti
web-staff-credential-event-proposed = přijato k vydání
web-staff-credential-event-intended = připraveno k zapečetění
web-staff-credential-event-sealed = zapečetěno
web-staff-credential-event-delivered = předáno držiteli
web-staff-credential-event-exported = soubory uloženy do složky provozovatele
web-staff-credential-event-revoked = zneplatněno
web-staff-credential-event-superseded = nahrazeno opraveným
web-staff-credential-event-erased = údaje vymazány
web-staff-credential-event-by-because = { $by }: { $reason }
web-staff-credential-event-renewed = ochrana pečeti obnovena
web-staff-credential-event-correction = oprava přijata k vydání
web-staff-credential-corrects = Otevřít původní mikrocertifikát, který tento nahrazuje
web-staff-credential-corrected-by = Otevřít opravený mikrocertifikát, který tento nahradil
