### Co kontrola formátu říká o uspořádání hodnot.

format-nested = Uvnitř seznamu „{ $found }“ stojí další seznam; jiné programy to nepřečtou.
