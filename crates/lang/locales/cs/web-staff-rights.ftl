# Správa instituce: kdo co smí. Věty tabulky práv, ve stejném pořadí jako kódy.

web-staff-rights-title = Kdo co smí
web-staff-rights-lead = Co která role smí, vždy jen ve vlastní instituci. Podle téže tabulky Signet rozhoduje.
web-staff-rights-act-heading = Úkon
web-staff-rights-factor = Co vyžaduje druhý faktor
web-staff-rights-factor-recent = { $act } – druhý faktor musí být čerstvý
web-staff-rights-act = { $act ->
    [approve-unit] schválit jednotku učení k vydávání
    [check-file] ověřit soubor
    [close-results] uzavřít výsledky běhu nebo je znovu otevřít
    [correct-credential] nahradit mikrocertifikát opraveným
    [download-files] stáhnout soubory mikrocertifikátu
    [edit-unit] psát text jednotky učení
    [endorse-unit] doporučit text jednotky ke schválení
    [enter-result] zapsat výsledek účastníka
    [erase-data] vyřídit žádost o výmaz
    [import-results] nahrát výsledky ze souboru
    [issue-credential] vydat mikrocertifikát
    [link-person] přiřadit člověku s účtem jeho osobní číslo
    [maintain-register] udržovat registr
    [manage-grants] přidělovat a ukončovat role
    [manage-institution] měnit popis instituce
    [manage-institutions] zakládat a spravovat instituce
    [manage-participants] přijímat účastníky běhu a ukončovat jejich účast
    [manage-run] vypsat, otevřít, zahájit nebo zrušit běh
    [manage-seal] zastavit a spouštět pečeť
    [manage-share] sdílet mikrocertifikát odkazem
    [publish-unit] zveřejnit jednotku v katalogu
    [name-guarantor] určit garanta jednotky
    [retire-unit] natrvalo ukončit jednotku
    [return-unit] vrátit text jednotky s připomínkami
    [revoke-credential] zneplatnit mikrocertifikát
    [search-register] vyhledávat v registru
    [send-notice] poslat držiteli znovu zprávu o mikrocertifikátu
    [submit-unit] předložit text jednotky nebo ho vzít zpět
    [suspend-unit] pozastavit vydávání z jednotky a obnovit ho
    [view-audit] číst audit
    [view-credential] přečíst mikrocertifikát v registru
    [view-grants] vidět, kdo má jakou roli
    [view-health] sledovat provoz služby, ne údaje lidí
    [view-ledger] číst historii mikrocertifikátu
    [view-looks] vidět zobrazení sdíleného odkazu
    [view-progress] sledovat, jak postupuje vydávání
    [view-run] otevřít běh s účastníky a výsledky
    [view-security-events] číst bezpečnostní protokol
    [view-shared] otevřít sdílený mikrocertifikát
    [view-statistics] vidět statistiky instituce
    [view-status-list] stáhnout seznam, ve kterém vydavatel oznamuje zneplatnění
   *[view-unit] otevřít jednotku učení s rozepsaným textem
}
web-staff-rights-right = { $right ->
    [all] ano
    [all-but-self] ano, ne sobě
    [assessed] ve svých bězích
    [guaranteed] u svých jednotek
    [own] jen své
    [shared] přes odkaz
   *[none] ne
}
web-staff-rights-narrowed = Role omezené na fakulty nebo jednotky
web-staff-rights-narrowed-roles = Tyto role lze přidělit jen pro některé fakulty nebo jednotky učení. Kdo takovou roli má, smí totéž, ale jen s tím, co k nim patří, a nic jiného v seznamech nevidí:
web-staff-rights-narrowed-not = Co se týká celé instituce, v omezené roli nesmí:
