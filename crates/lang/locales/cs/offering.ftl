# Psaní, doporučení a schvalování jednotek učení: proč něco teď není možné a co brzy skončí.

## Co tomu brání

offering-draft-open = Tato jednotka už má rozepsaný návrh. Pokračujte v něm.
offering-no-draft = Tato jednotka nemá rozepsaný návrh. Nejprve založte novou verzi.
offering-nothing-saved = V návrhu zatím není nic uloženo. Nejprve napište text a uložte jej.
offering-handed-in = Text je předložen a nelze jej měnit. Chcete-li jej upravit, vezměte jej nejprve zpět.
offering-not-handed-in = Text není předložen. Nejprve jej musí předložit jeho autoři.
offering-endorsed-already = Garant už tento text doporučil.
offering-not-endorsed = Garant tento text zatím nedoporučil. Bez toho jej nelze schválit.
offering-not-approved = Žádná verze této jednotky zatím není schválena.
offering-published-already = Jednotka už v katalogu je.
offering-not-published = Jednotka v katalogu není.
offering-suspended = Jednotka je pozastavena. Nejprve ji obnovte.
offering-not-suspended = Jednotka není pozastavena.
offering-retired = Jednotka byla trvale ukončena. Chcete-li ji nabízet znovu, založte novou jednotku jako její kopii.

## Proč se to neprovedlo

offering-incomplete = { $count ->
    [one] V textu je { $count } chyba. Opravte ji a předložte text znovu.
    [few] V textu jsou { $count } chyby. Opravte je a předložte text znovu.
   *[other] V textu je { $count } chyb. Opravte je a předložte text znovu.
}
offering-stale = Text se od chvíle, kdy jste jej otevřeli, změnil. Přečtěte si, co se změnilo, a rozhodněte znovu.
offering-stale-unknown = Text, o kterém rozhodujete, zde nikdy nebyl předložen. Otevřete jednotku znovu a rozhodněte o jejím nynějším textu.
offering-clash = Zatímco jste psali, uložil tento návrh někdo jiný. Porovnejte oba texty, převezměte, co potřebujete, a uložte znovu.
offering-misnamed = Text patří jiné jednotce nebo jiné verzi. Identifikátor a číslo verze návrhu nelze měnit.
offering-unidentified = Váš účet není spojen s vaším osobním číslem v instituci, a proto nelze zjistit, zda byste nerozhodovali o vlastním textu. Požádejte provozovatele o doplnění čísla.
offering-no-guarantor = Nikdo s tímto číslem tu není garantem, jehož role by zahrnovala tuto jednotku. Vyberte někoho ze seznamu, nebo mu nejprve nechte roli přidělit.
offering-guarantor-already = Tato osoba už garantem jednotky je.
offering-names-themselves = Garantem jednotky nikdo neurčí sám sebe. Musí to udělat kolega.
offering-only-author = Jste jediným autorem tohoto textu, a proto jej nemůžete doporučit. Požádejte kolegu, aby se na textu podílel, nebo o určení jiného garanta.
offering-wrote-it = Na tomto textu jste se podíleli, schválit nebo vrátit jej proto musí někdo jiný.
offering-endorsed-it = Tento text jste doporučili, schválit nebo vrátit jej proto musí někdo jiný.
offering-review-before-start = Den příštího posouzení je dříve než první den platnosti. Zvolte pozdější den posouzení.
offering-saved-too-often = Návrh byl uložen { $max }krát, častěji to není možné. Předložte jej, nebo po schválení založte novou verzi.

## Připomínky

offering-remarks-none = Napište aspoň jednu připomínku, aby autoři věděli, co změnit.
offering-remarks-too-many = Najednou lze poslat nejvýše tolik připomínek: { $max }. Některé spojte.
offering-remark-empty = Připomínka { $at } je prázdná. Doplňte ji, nebo smažte.
offering-remark-too-long = Připomínka { $at } je příliš dlouhá. Nejvyšší počet znaků: { $max }.
offering-remark-no-field = Připomínka { $at } se týká údaje, který jednotky nemají. Vyberte údaj ze seznamu.

## Proč nelze vydávat

offering-bar-unapproved = Tato verze jednotky není schválena, nelze z ní proto nic vydat.
offering-bar-not-yet = Tato verze jednotky platí od { $from }. Dříve z ní nelze nic vydat.
offering-bar-suspended = Jednotka je pozastavena. Dokud ji oddělení kvality neobnoví, nelze z ní nic vydat.
offering-bar-retired = Jednotka byla ukončena { $since }. Výsledky z pozdějších dnů nelze vydat.
offering-bar-quality-expired = Zajištění kvality této jednotky skončilo { $expired }, dříve než v den výsledku. Schvalte verzi s platným zajištěním kvality.
offering-bar-review-passed = Tato verze jednotky měla být posouzena do { $review }. Dokud nebude schválena nová verze, nelze z ní nic vydat.

## Co brzy skončí

offering-warning-review = { $days ->
    [one] Jednotku je třeba posoudit do { $on }: zbývá { $days } den.
    [few] Jednotku je třeba posoudit do { $on }: zbývají { $days } dny.
   *[other] Jednotku je třeba posoudit do { $on }: zbývá { $days } dní.
}
offering-warning-quality = { $days ->
    [one] Zajištění kvality jednotky skončí { $on }: zbývá { $days } den.
    [few] Zajištění kvality jednotky skončí { $on }: zbývají { $days } dny.
   *[other] Zajištění kvality jednotky skončí { $on }: zbývá { $days } dní.
}
