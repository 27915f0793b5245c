"""Attributes and methods that an object does not have."""

from __future__ import annotations

import ast
import math
import re
from types import ModuleType

import numpy as np

from grader.judge.exceptions.rules import NAME, Context, Rule, near
from grader.judge.exceptions.student_code import numpy_name
from grader.judge.exceptions.type_names import TYPE, plain_type, type_said
from grader.words import Sentence, sentence

_MODULES: dict[str, ModuleType] = {
    "numpy": np,
    "numpy.linalg": np.linalg,
    "numpy.random": np.random,
    "math": math,
}
_KNOWN_TYPES: dict[str, type] = {
    "ndarray": np.ndarray,
    "list": list,
    "tuple": tuple,
    "dict": dict,
    "str": str,
}
_NUMBERS = {"int", "float", "bool", "complex"}


def _of_module(found: re.Match[str], _context: Context) -> Sentence | None:
    module, name = found["module"], found["name"]
    known = _MODULES.get(module)
    other = near(name, _public(known)) if known is not None else None
    if other is not None:
        return sentence(
            "exceptions_names.module_attribute_near", module=module, name=name, near=other
        )
    return sentence("exceptions_names.module_attribute", module=module, name=name)


def _of_object(found: re.Match[str], context: Context) -> Sentence | None:
    kind, name = plain_type(found["type"]), found["name"]
    if found["type"].endswith(".Generator"):
        return sentence("exceptions_names.generator_attribute", name=name)
    if kind == "ndarray":
        return _of_array(name, context)
    subject = _subject(name, context)
    if kind != "NoneType" and kind not in _NUMBERS and kind in _class_names(context):
        return _of_own_class(kind, name, context)
    values = {"subject": subject, "type": type_said(found["type"]), "name": name}
    if kind in ("list", "tuple", *_NUMBERS) and name in _public(np.ndarray):
        return sentence("exceptions_names.only_arrays", **values)
    known = _KNOWN_TYPES.get(kind)
    other = near(name, _public(known)) if known is not None else None
    if other is not None:
        return sentence("exceptions_names.object_attribute_near", near=other, **values)
    return sentence("exceptions_names.object_attribute", **values)


def _of_array(name: str, context: Context) -> Sentence:
    numpy = numpy_name(context.code.module)
    if numpy is not None and name in np.__all__:
        return sentence("exceptions_names.array_function", name=name, numpy=numpy)
    other = near(name, _public(np.ndarray))
    if other is not None:
        return sentence("exceptions_names.array_attribute_near", name=name, near=other)
    return sentence("exceptions_names.array_attribute", name=name)


def _of_own_class(kind: str, name: str, context: Context) -> Sentence:
    owner = next(node for node in context.code.all(ast.ClassDef) if node.name == kind)
    setters = [
        method.name
        for method in owner.body
        if isinstance(method, ast.FunctionDef) and name in _set_attributes(method)
    ]
    if setters:
        return sentence("exceptions_names.own_not_yet", name=name, method=setters[0])
    methods = {node.name for node in owner.body if isinstance(node, ast.FunctionDef)}
    other = near(name, methods | _set_attributes(owner))
    if other is not None:
        return sentence("exceptions_names.own_near", kind=kind, name=name, near=other)
    return sentence("exceptions_names.own", kind=kind, name=name)


def _set_attributes(scope: ast.AST) -> set[str]:
    """Attributes that are given a value somewhere in a method or class."""
    return {
        node.attr
        for node in ast.walk(scope)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }


def _class_names(context: Context) -> set[str]:
    return {node.name for node in context.code.all(ast.ClassDef)}


def _subject(name: str, context: Context) -> Sentence:
    """What stands before the dot."""
    found = [node for node in context.code.on_line(ast.Attribute) if node.attr == name]
    text = context.code.text(found[0].value) if len(found) == 1 else None
    if text is None:
        return sentence("exceptions.something", name=name)
    return sentence("exceptions.quoted", name=text)


def _public(owner: object) -> set[str]:
    return {name for name in dir(owner) if not name.startswith("_")}


RULES = [
    Rule(
        "AttributeError",
        rf"module 'numpy' has no attribute '(?P<name>{NAME})'\.\n`np\.\w+` was a deprecated alias "
        rf"for the builtin `(?P<builtin>{NAME})`",
        "exceptions_names.numpy_alias",
    ),
    Rule(
        "AttributeError",
        rf"`np\.(?P<name>{NAME})` was removed in the NumPy 2\.0 release",
        "exceptions_names.numpy_removed",
    ),
    Rule(
        "AttributeError",
        rf"module '(?P<module>[\w.]{{1,80}})' has no attribute '(?P<name>{NAME})'",
        _of_module,
    ),
    Rule(
        "AttributeError",
        rf"'(?P<type>{TYPE})' object has no attribute '(?P<name>{NAME})'",
        _of_object,
    ),
    Rule(
        "AttributeError",
        rf"type object '(?P<kind>{NAME})' has no attribute '(?P<name>{NAME})'",
        "exceptions_names.own_class",
    ),
]
