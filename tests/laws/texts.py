"""Short pieces of our own in five languages, each with a stranger in its language and a sentence of its source.

What the laws of a score say of one text, they say of any: in other languages there are no word lists that could help.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A text, a stranger in the same language, and a sentence in another language."""

    language: str
    text: str
    stranger: str
    source: str


PIECES: Final = (
    Piece(
        language="en",
        text=(
            "The old cable car above Lunden will run again from May. Its two cabins have hung in a shed for 11 "
            "years while the town argued about the rope. “We could not agree who owns the mountain,” said Ida "
            "Brandt, the mayor. A new rope cost 2.4 million, and half of it came from people who bought a metre "
            "each. On the first day children ride free."
        ),
        stranger=(
            "Salt keeps better than most things we eat. In dry air a block of it lasts for centuries; in a damp "
            "cellar it weeps and shrinks. Miners knew this, and built their stairs from timber that the brine had"
            " hardened. Some of those steps carry visitors today."
        ),
        source="Die alte Seilbahn über Lunden fährt ab Mai wieder, nachdem die Stadt elf Jahre gestritten hat.",
    ),
    Piece(
        language="de",
        text=(
            "Die Bäckerei an der Brücke schließt nach 84 Jahren. Emil Harder findet niemanden, der um zwei Uhr "
            "morgens aufstehen will. „Das Brot war nie das Problem“, sagt er, „nur der Wecker.“ Seine Öfen gehen "
            "an eine Schule in Polen. Bis Ende Juni verkauft er noch jeden Samstag Kuchen."
        ),
        stranger=(
            "Fledermäuse hören die Welt als Landschaft. Eine Mücke klingt für sie anders als ein Blatt, das "
            "fällt. Forscher haben im Labor gezeigt, dass junge Tiere diese Bilder erst lernen müssen. Wer stumm "
            "aufwächst, fliegt gegen Wände."
        ),
        source="The bakery by the bridge closes after 84 years, because nobody wants to get up at two in the morning.",
    ),
    Piece(
        language="fr",
        text=(
            "Le phare de Kerven sera vendu au printemps. Depuis 1987, plus personne n'y dort, et la lampe "
            "s'allume toute seule. La commune espère en tirer 300 000 euros, assez pour refaire le quai. « Ma "
            "mère y est née », raconte Yann Le Goff, qui voudrait l'acheter. Il lui manque encore la moitié de la"
            " somme."
        ),
        stranger=(
            "Les abeilles dansent pour dire où sont les fleurs. L'angle de leur marche donne la direction, la "
            "durée donne la distance. Une ruche qui déménage vote de la même manière. Il faut parfois trois jours"
            " de discussion avant que l'essaim se décide."
        ),
        source="The lighthouse will be sold in spring, since nobody has slept there for a very long time.",
    ),
    Piece(
        language="es",
        text=(
            "El mercado de San Telmo abrió ayer con la mitad de los puestos vacíos. Los pescadores no salieron "
            "porque el viento pasaba de 70 kilómetros por hora. Carmen Ruiz, que vende allí desde 1994, puso "
            "sobre la mesa solo cuatro merluzas. «Mañana será peor», dijo, y bajó la persiana. El puerto seguirá "
            "cerrado hasta el jueves."
        ),
        stranger=(
            "Un piano contiene más de doscientas cuerdas tensas. La fuerza que soporta su marco bastaría para "
            "levantar un camión. Por eso los primeros, hechos de madera, se rompían en invierno. El hierro cambió"
            " la música tanto como cualquier compositor."
        ),
        source="The market opened yesterday with half of its stalls empty, for the fishermen had stayed at home.",
    ),
    Piece(
        language="ru",
        text=(
            "Старый мост через Лугу закроют на ремонт в августе. Рабочие нашли трещины в трёх опорах из восьми. "
            "Автобусы поедут в объезд, и дорога до города займёт на сорок минут больше. «Лучше так, чем в реку», "
            "— сказала Анна Белова, учительница из деревни. Новый мост обещают через два года."
        ),
        stranger=(
            "Лишайник растёт медленнее всего живого. За сто лет он прибавляет несколько сантиметров. Зато по его "
            "размеру можно узнать возраст камня, на котором он сидит. Так геологи измеряют, когда отступил "
            "ледник."
        ),
        source="The old bridge will be closed for repairs in August, because three of its piers have cracks.",
    ),
)
