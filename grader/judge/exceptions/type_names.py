"""What the types in messages are called in front of students."""

from __future__ import annotations

import re

from grader.words import Sentence, sentence

# A type's name between quotes, with the modules before it.
TYPE = r"[\w.]{1,80}"

_SENTENCES = {
    "NoneType": "exceptions.type_none",
    "bool": "exceptions.type_bool",
    "builtin_function_or_method": "exceptions.type_function",
    "complex": "exceptions.type_complex",
    "dict": "exceptions.type_dict",
    "float": "exceptions.type_float",
    "function": "exceptions.type_function",
    "int": "exceptions.type_int",
    "list": "exceptions.type_list",
    "method": "exceptions.type_function",
    "module": "exceptions.type_module",
    "ndarray": "exceptions.type_array",
    "range": "exceptions.type_range",
    "set": "exceptions.type_set",
    "str": "exceptions.type_str",
    "tuple": "exceptions.type_tuple",
    "type": "exceptions.type_class",
    "ufunc": "exceptions.type_function",
    "_ArrayFunctionDispatcher": "exceptions.type_function",
}
FUNCTION_TYPES = {name for name, said in _SENTENCES.items() if said == "exceptions.type_function"}


def plain_type(name: str) -> str:
    """The name of a type without modules and sizes: `numpy.float64` is a `float`."""
    module, _, last = name.rpartition(".")
    if not module.startswith("numpy"):
        return name
    return re.sub(r"^u?(int|float|complex|bool|str)_?\d*$", r"\1", last)


def type_said(name: str) -> Sentence:
    """Name a type in a sentence."""
    said = _SENTENCES.get(plain_type(name))
    return sentence(said) if said else sentence("exceptions.type_other", type=name)
