# Důvěryhodné seznamy EU.

trust-help = Stáhne důvěryhodné seznamy EU a ukáže je
trust-help-update = Stáhne seznam seznamů i seznamy, na které odkazuje, a uchová ty, které jsou přijatelné
trust-help-show = Ukáže uchované seznamy, nebo co uvádějí o certifikátu
trust-help-certificate = Certifikát (PEM), za ním certifikáty jeho vydavatelů, pokud v seznamech nejsou
trust-help-at = Ukáže, jakou by byla pečeť nebo časové razítko z tohoto okamžiku; jinak z této chvíle (2026-01-31T12:00:00Z)
trust-help-json = Vypíše výsledek jako JSON

trust-off = Podle nastavení se důvěryhodné seznamy nepoužívají (lists = "none" v oddílu [trust]).
trust-none = Důvěryhodné seznamy zatím chybějí, a tak nelze nic označit za kvalifikované. Stáhne je „signet trust update“.
trust-amiss = Tyto důvěryhodné seznamy jsou zastaralé, chybějí nebo nejsou přijatelné: { $territories }. Znovu je stáhne „signet trust update“; podrobnosti ukáže „signet trust show“.
trust-doctor-good = { $count ->
    [one] Uchován je { $count } důvěryhodný seznam a je aktuální.
    [few] Uchovány jsou { $count } důvěryhodné seznamy a jsou aktuální.
   *[other] Uchováno je { $count } důvěryhodných seznamů a jsou aktuální.
}
trust-new = { $territory }: nový seznam číslo { $sequence }
trust-unchanged = { $territory }: nejnovější je stále číslo { $sequence }
trust-kept-old = { $territory }: zůstává číslo { $sequence }, přijatelný seznam se nepodařilo získat: { $problem }
trust-failed = { $territory }: přijatelný seznam se nepodařilo získat: { $problem }
trust-problem = { $code ->
    [address] adresa seznamu není platná
    [out-of-reach] adresa seznamu není dovolena
    [connection] spojení se nezdařilo
    [timed-out] server včas neodpověděl
    [status] server odpověděl chybou
    [too-large] seznam je příliš velký
    [too-many] bylo už zasláno tolik požadavků, kolik je dovoleno
    [missing] seznam ještě nebyl stažen
    [older] server nabízí starší seznam, než je uchovaný
    [not-a-list] není to důvěryhodný seznam
    [malformed] seznam je poškozený
    [version] seznam má verzi, kterou neumíme přečíst
    [incomplete] v seznamu chybí povinný údaj
    [another] je to jiný seznam, než na jaký se odkazuje
    [unsigned] seznam není podepsán
    [signer] seznam podepsal certifikát, který pro něj není uznán
    [changed] podpis neodpovídá obsahu seznamu
    [signature] podpis seznamu není přijatelný
   *[other] příčina není známa
 } (technický detail: { $detail })
trust-updated = Stažené seznamy: { $good }; nestažené nebo odmítnuté: { $failed }.
trust-good = { $territory }: číslo { $sequence } z { $issued }, další nejpozději { $next }
trust-stale = { $territory }: číslo { $sequence } z { $issued }; další měl vyjít nejpozději { $next }
trust-closed = { $territory }: číslo { $sequence } z { $issued }, poslední
trust-rejected = { $territory }: není přijatelný: { $problem }
trust-missing = { $territory }: ještě nebyl stažen
trust-trouble = Poslední pokus: { $problem }
trust-unreadable = Služby a certifikáty, které nelze přečíst: { $count }
trust-entry = { $service }, { $status } od { $since } – { $territory }, číslo { $sequence }
trust-status = { $status ->
    [withdrawn] odňato
    [recognisedatnationallevel] uznáno na národní úrovni
    [deprecatedatnationallevel] zrušeno na národní úrovni
    [undersupervision] pod dohledem
    [supervisionincessation] dohled se ukončuje
    [supervisionceased] dohled ukončen
    [supervisionrevoked] dohled odňat
    [accredited] akreditováno
    [accreditationceased] akreditace ukončena
    [accreditationrevoked] akreditace odňata
   *[granted] uděleno
}
trust-status-unknown = stav, který zde není znám ({ $status })
trust-at-issuance = Při vydání certifikátu, { $at }
trust-at-moment = K okamžiku { $at }
trust-no-service = žádný záznam
trust-seal = Pečeť s tímto certifikátem z okamžiku { $at } je: { $class }.
trust-stamp-qualified = Časové razítko s tímto certifikátem z okamžiku { $at } je kvalifikované.
trust-stamp-not-qualified = Časové razítko s tímto certifikátem z okamžiku { $at } není kvalifikované.
trust-overdue = Seznam, ze kterého to vychází, měl být nahrazen nejpozději { $since }.

trust-reason-no-lists = Chybí seznam seznamů, podle kterého by se dalo rozhodnout.
trust-reason-list-unavailable = Seznam { $territory } není k dispozici, nebo není přijatelný.
trust-reason-not-listed = Nevydala ho žádná služba z důvěryhodných seznamů.
trust-reason-not-listed-then = Služba tehdy v důvěryhodných seznamech nebyla.
trust-reason-not-that-service = Služba je v seznamu vedena pro jiný účel.
trust-reason-not-for-this-type = Služba není v seznamu vedena pro certifikáty tohoto typu.
trust-reason-not-granted = Služba neměla udělen kvalifikovaný status: { $status }.
trust-reason-overruled = Podle důvěryhodného seznamu takové certifikáty kvalifikované nejsou.
trust-reason-unclear = Není jasné, co důvěryhodný seznam o takových certifikátech uvádí.
trust-reason-conflict = Záznamy důvěryhodných seznamů si odporují.
trust-reason-not-claimed = Certifikát o sobě neuvádí, že je kvalifikovaný.
trust-reason-other-law = Certifikát je kvalifikovaný podle práva jiné země.
trust-reason-type-unclear = Není jasné, k čemu certifikát slouží.
trust-reason-for-websites = Certifikát je určen pro webové stránky.
