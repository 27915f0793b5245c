"""Read question banks in Moodle XML and mark responses as Moodle does."""

from tests.quiz.export.moodle_reader.bank import Bank, read_bank
from tests.quiz.export.moodle_reader.marking import Given
from tests.quiz.export.moodle_reader.nodes import ImportRefused
from tests.quiz.export.moodle_reader.question import BankQuestion

__all__ = ["Bank", "BankQuestion", "Given", "ImportRefused", "read_bank"]
