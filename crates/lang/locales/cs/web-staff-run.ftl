# Běhy jednotek: účastníci, výsledky, vydávání.

web-staff-run-title = Běhy
web-staff-run-lead = Běhy jednotek: kdo se účastní, s jakými výsledky a co se vydalo.
web-staff-run-of-unit = Běhy této jednotky
web-staff-run-new = Naplánovat běh
web-staff-run-new-lead = Běh se řídí verzí jednotky, která platí dnes. Jeho účastníkům zůstane, i když se mezitím schválí novější.
web-staff-run-unit = Jednotka
web-staff-run-unit-any = Všechny jednotky
web-staff-run-run = Běh
web-staff-run-state-label = Stav
web-staff-run-state-any = Všechny stavy
web-staff-run-state = { $state ->
    [planned] naplánovaný
    [open] přijímá přihlášky
    [running] probíhá
    [closed] výsledky uzavřeny
   *[cancelled] zrušený
}
web-staff-run-next = { $state ->
    [planned] Zatím nelze nikoho zapsat. Otevřete běh pro přihlášky, nebo ho zahajte.
    [open] Přidejte účastníky. Výsledky půjde zapisovat, až běh zahájíte.
    [running] Zapisují se výsledky. Až budou všechny, garant je uzavře.
    [closed] Studijní oddělení vydá mikrocertifikáty těm, kdo splnili všechny podmínky.
   *[cancelled] Běh se nekoná. Co se o něm zapsalo, zůstává.
}
web-staff-run-empty = Žádné takové běhy tu nejsou.
web-staff-run-dates = Od – do
web-staff-run-people = Účastníci
web-staff-run-people-of = { $enrolled } z { $capacity }
web-staff-run-pages = Stránky
web-staff-run-previous = Předchozí stránka
web-staff-run-next-page = Další stránka
web-staff-run-version = Verze jednotky
web-staff-run-capacity = Nejvyšší počet účastníků
web-staff-run-capacity-hint = Číslo od 1 do { $max }. Pokud počet omezený není, nechte pole prázdné.
web-staff-run-closed-to = Jen pro zaměstnance organizace
web-staff-run-closed-to-hint = Název organizace, která si běh objednala. Pokud je otevřený všem, nechte pole prázdné.
web-staff-run-id = Označení běhu
web-staff-run-id-hint = Malá písmena, číslice a spojovníky, například 2026-jaro. Později ho změnit nejde.
web-staff-run-start = První den
web-staff-run-end = Poslední den
web-staff-run-date-hint = Například 1. 9. 2026
web-staff-run-assessors = Zkoušející
web-staff-run-assessors-hint = Osobní čísla v instituci, každé na jeden řádek. Uvidí tento běh a zapisují jeho výsledky.
web-staff-run-assessors-none = zatím nikdo
web-staff-run-edit = Změnit termíny a zkoušející
web-staff-run-save = Uložit
web-staff-run-saved = Běh je uložený.
web-staff-run-task-close-note = { $days ->
    [one] skončil před { $days } dnem
    [few] skončil před { $days } dny
   *[other] skončil před { $days } dny
}
web-staff-run-task-ready-note = { $count ->
    [one] k vydání: { $count } účastník
    [few] k vydání: { $count } účastníci
   *[other] k vydání: { $count } účastníků
}
web-staff-run-act-title = { $act ->
    [open] Otevřít pro přihlášky
    [start] Zahájit běh
    [close] Uzavřít výsledky
    [reopen] Znovu otevřít výsledky
   *[cancel] Zrušit běh
}
web-staff-run-act-about = { $act ->
    [open] Od této chvíle jde přijímat a zapisovat účastníky.
    [start] Od této chvíle jde zapisovat výsledky. Účastníky lze dál přidávat a odhlašovat.
    [close] Kdo má úspěšné závěrečné hodnocení, běh absolvoval; ostatní zapsaní ne. Pak může studijní oddělení vydávat.
    [reopen] Výsledky půjde znovu měnit. Kde už se mikrocertifikát vydal, bude potřeba změněný výsledek opravit i v něm.
   *[cancel] Běh se konat nebude. Vrátit to nejde.
}
web-staff-run-act-done = { $act ->
    [open] Běh přijímá přihlášky.
    [start] Běh je zahájený.
    [close] Výsledky jsou uzavřené.
    [reopen] Výsledky jsou znovu otevřené.
   *[cancel] Běh je zrušený.
}
web-staff-run-acts = Co můžete udělat
web-staff-run-check = Zkontrolujte, než potvrdíte
web-staff-run-check-without = { $count ->
    [one] { $count } zapsaný účastník nemá úspěšné závěrečné hodnocení.
    [few] { $count } zapsaní účastníci nemají úspěšné závěrečné hodnocení.
   *[other] { $count } zapsaných účastníků nemá úspěšné závěrečné hodnocení.
}
web-staff-run-history = Historie
web-staff-run-history-when = Kdy
web-staff-run-history-what = Co se stalo
web-staff-run-history-whom = Účastník
web-staff-run-history-who = Kdo
web-staff-run-event = { $event ->
    [planned] Běh naplánován
    [changed] Termíny nebo zkoušející změněni
    [open] Otevřen pro přihlášky
    [start] Běh zahájen
    [close] Výsledky uzavřeny
    [reopen] Výsledky znovu otevřeny
    [cancel] Běh zrušen
    [added] Účastník přidán
    [admitted] Účastník přijat
    [enrolled] Účastník zapsán
    [withdrew] Účastník odhlášen
    [identified] Totožnost ověřena
    [unidentified] Ověření totožnosti vzato zpět
    [details] Údaje změněny
    [confirmed] Údaje potvrzeny
    [rescheduled] Vydání přesunuto na jiný čas
   *[handed] Předáno k vydání
}
web-staff-run-refusal = { $refusal ->
    [not-now] Běh je mezitím v jiném stavu. Podívejte se na jeho stránku a zkuste to znovu.
    [not-in-state] Účastník je mezitím v jiném stavu.
    [full] Běh je plný. Zvyšte počet míst, nebo nejdřív někoho odhlaste.
    [overtaken] Někdo to mezitím změnil. Zkontrolujte, co tam je teď, a zkuste to znovu.
    [issued] Za tento běh se už vydal mikrocertifikát, proto ho zrušit nejde.
    [result-before] Někdo má výsledek z dřívějšího dne. Zvolte dřívější první den.
    [exists] Jednotka už běh s tímto označením má. Zvolte jiné.
   *[unknown] Jednotka nemá verzi, podle které by se dalo učit. Nejdřív musí být schválená.
}
web-staff-run-participant-state = { $state ->
    [applied] přihlášen
    [admitted] přijat
    [enrolled] zapsán
    [withdrew] odhlášen
    [completed] absolvoval
   *[failed] neabsolvoval
}
web-staff-run-participant-act = { $act ->
    [admit] Přijmout
    [enrol] Zapsat
    [withdraw] Odhlásit
    [identify] Totožnost je ověřená
   *[unidentify] Totožnost ověřená není
}
web-staff-run-person = Osobní číslo
web-staff-run-name = Jméno
web-staff-run-born = Datum narození
web-staff-run-given-name = Jméno
web-staff-run-family-name = Příjmení
web-staff-run-titles-before = Tituly před jménem
web-staff-run-titles-after = Tituly za jménem
web-staff-run-birth-place = Místo narození
web-staff-run-email = E-mail
web-staff-run-identity = Totožnost
web-staff-run-identity-checked = ověřená
web-staff-run-identity-unchecked = neověřená
web-staff-run-participants-lead = Vyberte účastníky a pak, co s nimi udělat.
web-staff-run-choose = Vybrat: { $name }
web-staff-run-choose-heading = Vybrat
web-staff-run-add = Přidat účastníka
web-staff-run-add-as = Přidat jako
web-staff-run-add-person-hint = Číslo, pod kterým instituce osobu vede. Podle jména se nikdo nepozná.
web-staff-run-add-check = Je to stejná osoba?
web-staff-run-add-check-known = Záznamy instituce vedou toto číslo s jinými údaji. Porovnejte je. Přidáním se v záznamech nic nepřepíše.
web-staff-run-add-check-namesake = V běhu už je někdo se stejným jménem a datem narození pod jiným číslem: { $numbers }.
web-staff-run-add-anyway = Přidat s těmito údaji
web-staff-run-entered = Zadáno zde
web-staff-run-in-records = V záznamech instituce
web-staff-run-added = { $count ->
    [one] { $count } účastník přidán.
    [few] { $count } účastníci přidáni.
   *[other] { $count } účastníků přidáno.
}
web-staff-run-known = { $count ->
    [one] { $count } osoba už v běhu je a zůstává beze změny.
    [few] { $count } osoby už v běhu jsou a zůstávají beze změny.
   *[other] { $count } osob už v běhu je a zůstává beze změny.
}
web-staff-run-moved = { $count ->
    [one] Hotovo u { $count } účastníka.
    [few] Hotovo u { $count } účastníků.
   *[other] Hotovo u { $count } účastníků.
}
web-staff-run-not-moved = { $count ->
    [one] U { $count } účastníka se nic nezměnilo: v jeho stavu to nejde.
    [few] U { $count } účastníků se nic nezměnilo: v jejich stavu to nejde.
   *[other] U { $count } účastníků se nic nezměnilo: v jejich stavu to nejde.
}
web-staff-run-nobody-chosen = Vyberte aspoň jednoho účastníka.
web-staff-run-participants-empty = Zatím tu nikdo není.
web-staff-run-differs = liší se od záznamů
web-staff-run-differs-lead = Záznamy instituce vedou tuto osobu s jinými údaji. Než se něco vydá, řekněte, které jsou správné.
web-staff-run-confirm-details = Správné jsou údaje zadané zde
web-staff-run-details-confirmed = Někdo potvrdil, že údaje zadané zde jsou správné.
web-staff-run-change-details = Změnit údaje
web-staff-run-participant-results = Výsledky
web-staff-run-changes = Změny výsledků
web-staff-run-change-field = Co
web-staff-run-change-old = Předtím
web-staff-run-change-new = Potom
web-staff-run-change-none = prázdné
web-staff-run-credential-link = Mikrocertifikát
web-staff-run-correct-link = Opravit mikrocertifikát
web-staff-run-results = Výsledky
web-staff-run-results-lead = Hodnocení se zapisuje kódem: { $grades }. Prázdné pole je bez výsledku.
web-staff-run-results-closed = Výsledky jde zapisovat, jen dokud běh probíhá.
web-staff-run-part = Hodnocení { $code }
web-staff-run-grade = Závěrečné hodnocení
web-staff-run-result-date = Datum hodnocení
web-staff-run-assessor = Hodnotitel
web-staff-run-cell-label = { $column }, { $name }
web-staff-run-own-row = Váš vlastní výsledek zapisuje někdo jiný.
web-staff-run-save-results = Uložit tuto stránku
web-staff-run-results-saved = { $count ->
    [one] Výsledky { $count } účastníka jsou uložené.
    [few] Výsledky { $count } účastníků jsou uložené.
   *[other] Výsledky { $count } účastníků jsou uložené.
}
web-staff-run-results-unchanged = Nic se nezměnilo.
web-staff-run-clash = Někdo sem mezitím zapsal „{ $theirs }“. Nechte v poli, co je správně, a uložte znovu.
web-staff-run-clash-row = Někdo mezitím změnil výsledky tohoto účastníka. Zkontrolujte je a uložte znovu.
web-staff-run-import-title = { $what ->
    [participants] Účastníci ze souboru
   *[results] Výsledky ze souboru
}
web-staff-run-import-lead = { $what ->
    [participants] V souboru musí být osobní číslo, jméno a datum narození každé osoby. Dokud nepotvrdíte, nic se nezapíše.
   *[results] V souboru musí být osobní číslo každého účastníka a aspoň jeden sloupec s výsledky. Prázdné buňky nic nemění. Dokud nepotvrdíte, nic se nezapíše.
}
web-staff-run-import-file = Soubor (CSV, XLSX nebo ODS)
web-staff-run-import-read = Zkontrolovat soubor
web-staff-run-import-columns = Co je ve sloupcích
web-staff-run-import-again = Zkontrolovat s těmito sloupci
web-staff-run-import-check = Kontrola nanečisto
web-staff-run-import-confirm = { $what ->
    [participants] Přidat je do běhu
   *[results] Zapsat výsledky
}
web-staff-run-import-new = { $count ->
    [one] Přidá se { $count } osoba.
    [few] Přidají se { $count } osoby.
   *[other] Přidá se { $count } osob.
}
web-staff-run-import-changes = { $count ->
    [one] Změní se výsledky { $count } účastníka.
    [few] Změní se výsledky { $count } účastníků.
   *[other] Změní se výsledky { $count } účastníků.
}
web-staff-run-import-same = { $count ->
    [one] { $count } řádek říká totéž, co už je zapsané.
    [few] { $count } řádky říkají totéž, co už je zapsané.
   *[other] { $count } řádků říká totéž, co už je zapsané.
}
web-staff-run-import-wrong = Co je potřeba v souboru opravit
web-staff-run-import-rows = Co se změní
web-staff-run-import-line = Řádek { $line }: { $problem }
web-staff-run-import-not-here = Osoba { $person } není v tomto běhu zapsaná.
web-staff-run-import-twice = Osoba { $person } je v souboru vícekrát.
web-staff-run-import-own = Tohle je váš vlastní řádek. Musí ho zapsat někdo jiný.
web-staff-run-import-differs = { $name } ({ $person }) – záznamy instituce uvádějí: { $known }. Záznamy se nepřepíšou.
web-staff-run-import-overtaken = Někdo mezitím změnil výsledky. Zkontrolujte, co se změní teď, a potvrďte znovu.
web-staff-run-import-none = V tomto souboru není nic k zapsání.
web-staff-run-import-no-file = Vyberte soubor.
web-staff-run-import-unusable = Soubor nejde použít: { $problem }
web-staff-run-issue = Vydat mikrocertifikáty
web-staff-run-issue-lead = Vybrat jde ty, kdo splnili všechny podmínky. U ostatních je napsáno, proč to nejde.
web-staff-run-issue-ready = { $count ->
    [one] { $count } účastník splnil všechny podmínky
    [few] { $count } účastníci splnili všechny podmínky
   *[other] { $count } účastníků splnilo všechny podmínky
}
web-staff-run-issue-not-ready = { $count ->
    [one] { $count } účastníkovi teď vydat nejde
    [few] { $count } účastníkům teď vydat nejde
   *[other] { $count } účastníkům teď vydat nejde
}
web-staff-run-issue-why = Proč ne
web-staff-run-issue-when = Kdy
web-staff-run-issue-now = Hned
web-staff-run-issue-later = Později (pražského času)
web-staff-run-issue-day = Den
web-staff-run-issue-time = Čas
web-staff-run-issue-time-hint = Například 8:00
web-staff-run-issue-next = Pokračovat
web-staff-run-issue-confirm = { $count ->
    [one] Vydat { $count } mikrocertifikát
    [few] Vydat { $count } mikrocertifikáty
   *[other] Vydat { $count } mikrocertifikátů
}
web-staff-run-issue-confirm-title = Zkontrolujte před vydáním
web-staff-run-issue-at = Vydá se
web-staff-run-issue-second = Než se něco vydá, musí souhlasit další osoba.
web-staff-run-issue-sure = Zapečetěné mikrocertifikáty nejde upravit, jen nahradit opravenými nebo zneplatnit.
web-staff-run-issue-bad-day = Napište den a čas, například 1. 9. 2026 a 8:00.
web-staff-run-issue-past = Tento čas už minul. Zvolte pozdější, nebo vydejte hned.
web-staff-run-issue-no-hour = Tuto hodinu v ten den hodiny přeskočí. Zvolte jiný čas.
web-staff-run-issue-not-met = Někteří z vybraných už podmínky nesplňují. Zkontrolujte je a vyberte znovu.
web-staff-run-issue-open = Výsledky ještě nejsou uzavřené. Uzavírá je garant.
web-staff-run-batch-scheduled = Před { $when } se nic nezapečetí.
web-staff-run-batch-changed = U tohoto účastníka se od předání něco změnilo. Vyberte ho v běhu znovu.
web-staff-run-unmet-not-enrolled = Neúčastní se: { $state }.
web-staff-run-unmet-issued = Mikrocertifikát už má.
web-staff-run-unmet-issued-otherwise = Má mikrocertifikát, který uvádí něco jiného než nynější výsledky. Potřebuje opravu.
web-staff-run-unmet-own = Sami sobě vydat nemůžete. Musí to udělat kolega.
web-staff-run-unmet-identity = Není zapsáno, že se ověřila totožnost.
web-staff-run-unmet-details = Záznamy instituce mají jiné údaje. Řekněte, které jsou správné.
web-staff-run-unmet-part-missing = Hodnocení { $part } nemá výsledek.
web-staff-run-unmet-part-not-passed = Hodnocení { $part } není úspěšné ({ $found }).
web-staff-run-unmet-grade-missing = Chybí závěrečné hodnocení.
web-staff-run-unmet-grade-not-passed = Závěrečné hodnocení { $found } není úspěšné.
web-staff-run-unmet-weights = Podle vah částí je závěrečné hodnocení od { $best } do { $worst }, zapsáno je { $found }.
web-staff-run-unmet-date-missing = Chybí datum hodnocení.
web-staff-run-unmet-before-start = Výsledek ze dne { $found } je starší než běh, který začal { $start }.
web-staff-run-unmet-in-future = Datum hodnocení { $found } je v budoucnosti.
web-staff-run-unmet-waits = Je v dávce, která čeká na vydání.
