### Co kontrola formátu říká o uspořádání hodnot.

format-nested = V seznamu „{ $found }“ je vložen další seznam; jiné programy ho nepřečtou.
