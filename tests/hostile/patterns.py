"""Every regular expression of the program, and for each the texts that would hurt it most.

A pattern is slow where it can read the same characters in many ways and then fails. The texts are therefore made from
its own parts: what one of its parts reads, many times over, behind what leads there and before what it cannot read.
"""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
import re
import sys
import time
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, Final

import compare
import ui

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAILS: Final = ("", "\x00", "!", "\n", " a", "0", "\ud800")
"""What may follow; of a pattern that ends in anything at all, one of them is what it cannot read."""
_LONGEST_LEAD: Final = 60
_CLASSES: Final = {
    codes.CATEGORY_DIGIT: "7",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_WORD: "-",
}


def patterns() -> dict[str, tuple[re.Pattern[str], frozenset[str]]]:
    """Give every compiled pattern of text that the program holds, and the methods by which it is asked.

    The keys are the module in which a pattern was found, and the pattern. All modules are loaded and the stages run
    once, so that patterns are there that are made when first needed.
    """
    for package in (compare, ui):
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if each.name not in ("ui.app", "compare.__main__"):
                importlib.import_module(each.name)
    report = compare.compare_texts(
        'Dr. Ada Morrow paid £30 million on 4 May 1998; "not" a word (…) was said.',
        "Dr. Ada Marrow paid £13 million on 4 May 1989, and and said it. © 2020",
    )
    assert report.findings
    uses = _uses()
    found: dict[str, tuple[re.Pattern[str], frozenset[str]]] = {}
    for module, value in _held():
        if isinstance(value.pattern, str):
            names = [name for name, each in vars(sys.modules[module]).items() if each is value]
            methods = frozenset().union(*(uses.get(name, {"search"}) for name in names)) or {"search"}
            found[f"{module} {value.pattern}"] = value, frozenset(methods)
    return dict(sorted(found.items()))


def _uses() -> dict[str, set[str]]:
    """Give by name the methods by which patterns are asked; ``within`` is a search between two given places.

    A pattern that only ever begins at one place has less to do. One that is passed on may be asked in any way.
    """
    uses: dict[str, set[str]] = {}
    for package in (compare, ui):
        for path in sorted(Path(package.__path__[0]).rglob("*.py")):
            asked = set()
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                match node:
                    case ast.Call(
                        func=ast.Attribute(value=ast.Name(id=name) as owner, attr=method), args=given
                    ):
                        uses.setdefault(name, set()).add(
                            "within" if len(given) == 3 and method == "search" else method
                        )
                        asked.add(owner)
                    case ast.Name(id=name, ctx=ast.Load()) if node not in asked:
                        uses.setdefault(name, set()).add("search")
    return uses


def cost_seconds(pattern: re.Pattern[str], methods: frozenset[str], text: str) -> float:
    """Give the time of the processor that it takes to ask a pattern of a text in the ways in which it is asked."""
    begun = time.process_time()
    if methods <= {"match", "fullmatch", "within"}:
        for method in methods - {"within"}:
            getattr(pattern, method)(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - begun


def _held() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Give the patterns that modules of the program hold, however deep, and those in the arguments of functions."""
    seen: set[int] = set()
    for name in sorted(sys.modules):
        if name.split(".")[0] not in ("compare", "ui"):
            continue
        waiting = list(vars(sys.modules[name]).values())
        while waiting:
            value = waiting.pop()
            if id(value) in seen:
                continue
            seen.add(id(value))
            if isinstance(value, re.Pattern):
                yield name, value
            elif isinstance(value, dict):
                waiting += value.values()
            elif isinstance(value, list | tuple | set | frozenset):
                if len(value) < 1000:
                    waiting += value
            elif isinstance(value, type) and str(value.__module__).split(".")[0] in ("compare", "ui"):
                waiting += vars(value).values()
            elif callable(value) and str(getattr(value, "__module__", "")).split(".")[0] in ("compare", "ui"):
                waiting += getattr(value, "__defaults__", None) or ()
                waiting += gc.get_referents(value) if hasattr(value, "cache_info") else ()


def worst_texts(pattern: re.Pattern[str], length: int) -> list[str]:
    """Give texts of about a length on which a pattern has most to do.

    Args:
        pattern: any.
        length: code points of each text.
    """
    parsed = parser.parse(pattern.pattern, pattern.flags)
    lead = _example(parsed)
    texts = []
    for piece in sorted({piece for piece in _pieces(parsed) if piece}):
        many = (piece * (length // len(piece) + 1))[:length]
        texts += [f"{many}{tail}" for tail in _TAILS]
        texts += [f"{lead[:cut][:_LONGEST_LEAD]}{many}" for cut in (len(lead) // 2, len(lead))]
        texts.append(f"{many[: length // 2]} {many[: length // 2]}")
    return texts


def _pieces(parsed: Any) -> Iterator[str]:
    """Give an example of what every part reads, the parts inside repeats first of all."""
    yield _example(parsed)
    before = ""
    for code, argument in parsed:
        example = _example([(code, argument)])
        yield example
        yield before + example if len(before) < _LONGEST_LEAD else example
        before = example
        for inner in _inner(code, argument):
            yield from _pieces(inner)
            if len(inner) == 1 and inner[0][0] is codes.IN:
                yield from _characters(inner[0][1])


def _inner(code: Any, argument: Any) -> list[Any]:
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return [argument[2]]
    if code is codes.SUBPATTERN:
        return [argument[3]]
    if code is codes.BRANCH:
        return list(argument[1])
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return [argument[1]]
    if code is codes.ATOMIC_GROUP:
        return [argument]
    return []


def _example(parsed: Any) -> str:
    """Give a text that a pattern reads, as short as may be but with two rounds of each repeat."""
    said = ""
    for code, argument in parsed:
        if code is codes.LITERAL:
            said += chr(argument)
        elif code is codes.NOT_LITERAL:
            said += "a" if argument != ord("a") else "b"
        elif code is codes.ANY:
            said += "a"
        elif code is codes.IN:
            said += next(_characters(argument), "a")
        elif code is codes.BRANCH:
            said += max((_example(branch) for branch in argument[1][:40]), key=len)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            low, high, inner = argument
            said += _example(inner) * max(low, min(2, high))
        elif code is codes.SUBPATTERN:
            said += _example(argument[3])
        elif code is codes.ATOMIC_GROUP:
            said += _example(argument)
    return said


def _characters(members: Any) -> Iterator[str]:
    """Give some characters of a class, each sort once."""
    if members and members[0][0] is codes.NEGATE:
        yield from (each for each in "a 7-.\n" if not _is_in(each, members[1:]))
        return
    for code, argument in members:
        if code is codes.LITERAL:
            yield chr(argument)
        elif code is codes.RANGE:
            yield chr(argument[0])
        elif code is codes.CATEGORY:
            yield _CLASSES.get(argument, "a")


def _is_in(character: str, members: Any) -> bool:
    for code, argument in members:
        if code is codes.LITERAL and ord(character) == argument:
            return True
        if code is codes.RANGE and argument[0] <= ord(character) <= argument[1]:
            return True
        if code is codes.CATEGORY and (
            (argument is codes.CATEGORY_SPACE and character.isspace())
            or (argument is codes.CATEGORY_WORD and (character.isalnum() or character == "_"))
            or (argument is codes.CATEGORY_DIGIT and character.isdecimal())
            or (argument is codes.CATEGORY_NOT_WORD and not (character.isalnum() or character == "_"))
            or (argument is codes.CATEGORY_NOT_SPACE and not character.isspace())
        ):
            return True
    return False
