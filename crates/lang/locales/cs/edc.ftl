# Nezapečetěné evropské digitální certifikáty jako návrhy na udělení.

edc-help = Z nezapečetěných evropských digitálních certifikátů, jak se nahrávají do softwaru EU, udělá návrhy na udělení
edc-help-files = Nezapečetěné certifikáty (JSON), samotné nebo s údaji o doručení kolem
edc-help-unit = Jednotka v registru; jinak ta, kterou certifikát jmenuje, nebo nová podle něj
edc-help-run = Běh; jinak ten se stejným obdobím
edc-help-person = Osobní číslo; jinak první identifikátor osoby v certifikátu
edc-help-check = Jen řekne, co by navrhl

edc-sealed = Certifikát už je zapečetěný. Co bylo vydáno, znovu se nevydává; ověří je „signet verify“.
edc-unit-unknown = Jednotku { $unit } registr nemá. Přidejte ji příkazem „signet import“.
edc-nothing = Registr na návrh nic neodpověděl.
edc-new-unit = jednotka { $unit } je v registru nová, podle certifikátu; kde začíná neúspěch, certifikát neříká, za úspěch se proto počítá jen dosažený stupeň a lepší
edc-would-propose = navrhl by se mikrocertifikát z jednotky { $unit }, běh { $run }
edc-proposed = navržen mikrocertifikát { $credential }; čeká na pečeť
edc-known = mikrocertifikát { $credential } registr už má a říká totéž
edc-differs = mikrocertifikát { $credential } registr už má a říká něco jiného; je třeba oprava („signet correct“), ne druhé vydání
edc-delivery = údaje o doručení se nepřebírají; doručuje se podle pravidel registru
edc-left-out = { $count ->
    [one] { $count } údaj nemá v záznamu místo a nepřevezme se:
    [few] { $count } údaje nemají v záznamu místo a nepřevezmou se:
    [many] { $count } údaje nemá v záznamu místo a nepřevezme se:
   *[other] { $count } údajů nemá v záznamu místo a nepřevezme se:
}
edc-gap = { $path }: { $problem }
edc-gap-of-item = { $path } (bod { $number } dodatku, { $item }): { $problem }
