# Studijní oddělení: zneplatnění více mikrocertifikátů najednou.

web-staff-bulk-title = Hromadné zneplatnění
web-staff-bulk-lead = { $count ->
    [one] Zneplatní se { $count } mikrocertifikát.
    [few] Zneplatní se { $count } mikrocertifikáty.
   *[other] Zneplatní se { $count } mikrocertifikátů.
}
web-staff-bulk-chosen = Vybrané mikrocertifikáty
web-staff-bulk-choose = Vybrat
web-staff-bulk-choose-one = Vybrat: { $holder }
web-staff-bulk-open = Zneplatnit vybrané…
web-staff-bulk-batch = Zneplatnit celou dávku…
web-staff-bulk-left-out = Vynechá se:
web-staff-bulk-own = váš vlastní mikrocertifikát musí zneplatnit kolega
web-staff-bulk-nothing = Nevybrali jste nic, co by šlo zneplatnit. Vraťte se k hledání a vyberte platné mikrocertifikáty.
web-staff-bulk-problem-too-many = Najednou lze zneplatnit nejvýše { $max } mikrocertifikátů. Vyberte jich méně.
web-staff-bulk-needs-second = Vaše instituce chce, aby zneplatnění více než { $max } mikrocertifikátů potvrdil ještě někdo další. Do té doby zůstanou platné.
web-staff-bulk-propose = Navrhnout zneplatnění
web-staff-bulk-list = Zneplatnění čekající na potvrzení
web-staff-bulk-list-empty = Žádné zneplatnění na potvrzení nečeká.
web-staff-bulk-many = Mikrocertifikátů
web-staff-bulk-until = Potvrdit lze do
web-staff-bulk-proposed = Navrhl(a)
web-staff-bulk-decided = Rozhodl(a)
web-staff-bulk-waits = Čeká na potvrzení
web-staff-bulk-waits-own = Navrhli jste to vy, potvrdit to musí kolega do { $ends }. Jinak návrh sám zanikne.
web-staff-bulk-waits-text = Zkontrolujte důvod i seznam. Potvrdit lze do { $ends }, jinak návrh sám zanikne.
web-staff-bulk-confirm = Potvrdit a zneplatnit natrvalo
web-staff-bulk-decline = Nezneplatnit
web-staff-bulk-retry = Zkusit znovu, co se nepodařilo
web-staff-bulk-ended = Zaniklo
web-staff-bulk-ended-text = Nikdo návrh včas nepotvrdil, mikrocertifikáty zůstaly platné. Pokud je to potřeba, navrhněte zneplatnění znovu.
web-staff-bulk-declined = Zamítnuto
web-staff-bulk-declined-text = Návrh byl zamítnut, mikrocertifikáty zůstaly platné.
web-staff-bulk-done = Potvrzeno
web-staff-bulk-done-text = Výsledek u každého mikrocertifikátu je v tabulce.
web-staff-bulk-row-waits = Čeká
web-staff-bulk-row-revoked = Zneplatněno
web-staff-bulk-row-already = Zneplatněno už dříve
web-staff-bulk-row-not-permitted = Vynecháno, musí kolega
web-staff-bulk-row-failed = Nepodařilo se
