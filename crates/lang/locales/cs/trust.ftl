# Důvěryhodné seznamy EU.

trust-help = Stáhne důvěryhodné seznamy EU a ukáže je
trust-help-update = Stáhne seznam seznamů a seznamy, na které odkazuje, a uchová ty, které obstojí
trust-help-show = Ukáže uchované seznamy, nebo co říkají o certifikátu
trust-help-certificate = Certifikát (PEM), za ním jeho vydavatelé, pokud je seznamy neobsahují
trust-help-at = Jakou by byla pečeť nebo časové razítko z tohoto okamžiku; jinak z této chvíle (2026-01-31T12:00:00Z)
trust-help-json = Vypíše výsledek jako JSON

trust-off = Podle nastavení se důvěryhodné seznamy nepoužívají (lists = "none" v oddílu [trust]).
trust-none = Důvěryhodné seznamy zatím chybějí, takže o ničem nelze říci, že je kvalifikované. Stáhne je „signet trust update“.
trust-amiss = Tyto důvěryhodné seznamy jsou prošlé, chybějí, nebo neobstály: { $territories }. Znovu je stáhne „signet trust update“; více řekne „signet trust show“.
trust-doctor-good = { $count ->
    [one] Uchován je { $count } důvěryhodný seznam a je aktuální.
    [few] Uchovány jsou { $count } důvěryhodné seznamy a jsou aktuální.
   *[other] Uchováno je { $count } důvěryhodných seznamů a jsou aktuální.
}
trust-new = { $territory }: nový seznam číslo { $sequence }
trust-unchanged = { $territory }: nejnovější je stále číslo { $sequence }
trust-kept-old = { $territory }: zůstává číslo { $sequence }, nic, co by obstálo, nepřišlo: { $problem }
trust-failed = { $territory }: nic, co by obstálo, nepřišlo: { $problem }
trust-updated = Stažené seznamy: { $good }; nestažené nebo odmítnuté: { $failed }.
trust-good = { $territory }: číslo { $sequence } z { $issued }, další nejpozději { $next }
trust-stale = { $territory }: číslo { $sequence } z { $issued }; další měl přijít nejpozději { $next }
trust-closed = { $territory }: číslo { $sequence } z { $issued }, poslední
trust-rejected = { $territory }: neobstál: { $problem }
trust-missing = { $territory }: nebyl nikdy stažen
trust-trouble = Poslední pokus: { $problem }
trust-unreadable = Služby a certifikáty, které nelze přečíst: { $count }
trust-entry = { $service }, { $status } od { $since } – { $territory }, číslo { $sequence }
trust-at-issuance = Při vydání certifikátu, { $at }
trust-at-moment = K okamžiku { $at }
trust-no-service = žádný záznam
trust-seal = Pečeť s tímto certifikátem z okamžiku { $at } je: { $class }.
trust-stamp-qualified = Časové razítko s tímto certifikátem z okamžiku { $at } je kvalifikované.
trust-stamp-not-qualified = Časové razítko s tímto certifikátem z okamžiku { $at } není kvalifikované.
trust-overdue = Seznam, o který se to opírá, měl být nahrazen nejpozději { $since }.

trust-reason-no-lists = Chybí seznam seznamů, podle kterého by se dalo soudit.
trust-reason-list-unavailable = Seznam { $territory } není k dispozici, nebo neobstál.
trust-reason-not-listed = Nevydala jej žádná služba z důvěryhodných seznamů.
trust-reason-not-listed-then = Služba tehdy v důvěryhodných seznamech nebyla.
trust-reason-not-that-service = Služba je v seznamu vedena pro něco jiného.
trust-reason-not-for-this-type = Služba není v seznamu vedena pro certifikáty tohoto typu.
trust-reason-not-granted = Služba neměla udělen kvalifikovaný status: { $status }.
trust-reason-overruled = Podle důvěryhodného seznamu takové certifikáty kvalifikované nejsou.
trust-reason-unclear = Není jasné, co důvěryhodný seznam o takových certifikátech říká.
trust-reason-conflict = Záznamy důvěryhodných seznamů si odporují.
trust-reason-not-claimed = Certifikát o sobě neříká, že je kvalifikovaný.
trust-reason-other-law = Certifikát je kvalifikovaný podle práva jiné země.
trust-reason-type-unclear = Není jasné, k čemu certifikát slouží.
trust-reason-for-websites = Certifikát je pro webové stránky.
