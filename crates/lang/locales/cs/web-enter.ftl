# Vstup do ukázky: jen v ukázkovém registru, nikdy jinde.

web-enter-title = Vstoupit jako
web-enter-lead = Toto je ukázka se smyšlenými lidmi. Vyberte, kým chcete být; vrátit se sem můžete kdykoli.
web-enter-button = Vstoupit
