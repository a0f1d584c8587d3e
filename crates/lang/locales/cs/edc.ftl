# Nezapečetěná evropská digitální osvědčení jako návrhy na udělení.

edc-help = Z nezapečetěných evropských digitálních osvědčení v podobě, v jaké se nahrávají do softwaru EU, vytvoří návrhy na udělení
edc-help-files = Nezapečetěná osvědčení (JSON), samotná nebo s údaji o doručení
edc-help-unit = Jednotka v registru; jinak ta, kterou osvědčení uvádí, nebo nová podle něj
edc-help-run = Běh; jinak běh ve stejném období
edc-help-person = Osobní číslo; jinak první identifikátor osoby v osvědčení
edc-help-check = Jen vypíše, co by navrhl

edc-sealed = Osvědčení už je zapečetěné. Co bylo vydáno, znovu se nevydává; ověříte ho příkazem „signet verify“.
edc-unit-unknown = Jednotka { $unit } v registru není. Přidejte ji příkazem „signet import“.
edc-nothing = Registr na návrh neodpověděl. Zkuste příkaz spustit znovu.
edc-new-unit = jednotka { $unit } je v registru nová, podle osvědčení; osvědčení neuvádí, které stupně hodnocení znamenají neúspěch, proto se za úspěch počítá jen dosažený stupeň a lepší
edc-would-propose = navrhl by se mikrocertifikát z jednotky { $unit }, běh { $run }
edc-proposed = navržen mikrocertifikát { $credential }; čeká na pečeť
edc-known = mikrocertifikát { $credential } v registru už je, se stejnými údaji
edc-differs = mikrocertifikát { $credential } v registru už je, ale s jinými údaji; opravte ho příkazem „signet correct“, podruhé se nevydává
edc-delivery = údaje o doručení se nepřebírají; doručuje se podle pravidel registru
edc-left-out = { $count ->
    [one] { $count } údaj se nepřevezme, protože pro něj v záznamu není místo:
    [few] { $count } údaje se nepřevezmou, protože pro ně v záznamu není místo:
   *[other] { $count } údajů se nepřevezme, protože pro ně v záznamu není místo:
}
edc-gap = { $path }: { $problem }
edc-gap-of-item = { $path } (bod { $number } dodatku, { $item }): { $problem }
