# Studijní oddělení: přehled.

web-staff-title = Studijní oddělení
web-staff-state = Přehled
web-staff-tile-valid = Platné
web-staff-tile-waiting = Čekají na pečeť
web-staff-tile-scheduled = Naplánováno na později
web-staff-tile-troubled = Vyžadují pozornost
web-staff-tile-revoked = Zneplatněné
