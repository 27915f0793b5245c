"""A learner with the real Anki: what it makes of a package, in a collection of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

if TYPE_CHECKING:
    from anki.cards import Card  # the package wants its collection imported before


class Imported(NamedTuple):
    """How many notes of a package are new, have been updated, are left alone, do not fit."""

    new: int = 0
    updated: int = 0
    left: int = 0
    conflicting: int = 0


class Learner:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.collection = Collection(str(folder / "collection.anki2"))

    def close(self) -> None:
        self.collection.close()

    def take(self, package: bytes) -> Imported:
        """Import a package with the options that Anki proposes."""
        file = self._folder / "package.apkg"
        file.write_bytes(package)
        request = ImportAnkiPackageRequest(
            package_path=str(file), options=ImportAnkiPackageOptions()
        )
        log = self.collection.import_anki_package(request).log
        kinds = (log.new, log.updated, log.duplicate, log.conflicting)
        return Imported(*map(len, kinds))

    def decks(self) -> dict[str, int]:
        """The decks that hold cards, and how many."""
        return dict(Counter(self.collection.decks.name(card.did) for card in self.cards()))

    def cards(self, search: str = "") -> list[Card]:
        """The cards that a search finds, in the order in which they are learnt."""
        found = self.collection.find_cards(search, order="c.due asc")
        return [self.collection.get_card(card) for card in found]

    def card(self, search: str) -> Card:
        (only,) = self.cards(search)
        return only

    def learn(self, card: Card) -> None:
        """Look at a card and answer it."""
        card.start_timer()
        self.collection.sched.answerCard(card, 3)  # “good”

    def history(self) -> list[tuple[object, ...]]:
        """When each card comes again, in which deck, and every answer so far."""
        database = self.collection.db
        assert database is not None
        cards = database.all("select id, did, type, queue, due, ivl, reps from cards order by id")
        answers = database.all("select id, cid, ease from revlog order by id")
        return [tuple(row) for row in [*cards, *answers]]

    def missing_images(self) -> Iterator[str]:
        """Images that a card shows and that are not there, or that are there for nothing."""
        found = self.collection.media.check()
        yield from (*found.missing, *found.unused)
