"""How many planted errors each detector finds, and how often it speaks of faultless text.

Against a reference: the pairs of DEMETR (Karpinska et al. 2022), a machine translation with one planted
error each. An error counts as found when a finding of a kind that says it, of any severity but neutral, touches
the changed words; a false alarm is a finding of one of the same kinds, at the same threshold, anywhere in the
translation before the error was planted. The kinds of a row are those by which a reader who asks for this
error would filter (``SAID_BY``). A neighbouring kind often says the same error in passing: a lost name inside a
dropped clause, an added "never" as a change of sense. Where there are such kinds (``SAID_BY_TOO``) both figures
are printed a second time with them, found and alarm alike, so that neither side of the pair is chosen alone.
Calibration: of the findings told with a confidence of about c, what share is right; a finding in a
perturbed pair that touches the changed words is right, one in the pair as it was before counts as wrong
(which is harsh: translations have errors of their own). It rests on planted errors and flatters: there is
little else to find. confidence.py asks the same of real translations, by the marks of raters.

Without a reference: findings per 1,000 sentences of published text, by kind.

    python benchmarks/quality/detectors.py --data FOLDER [--planted] [--clean] [--every N] [--only TEXT]
    [--show KIND] [--synonyms wordnet]
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from compare.align import word_edits  # noqa: E402
from compare.findings import DETECTORS, Evidence, Finding, Side, find  # noqa: E402
from compare.model import Alignment, Bead  # noqa: E402
from compare.settings import DEFAULTS  # noqa: E402
from compare.text.documents import document, line_document  # noqa: E402
from compare.text.tokens import sentence_tokens  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

REPEATED = frozenset({"doubled-word", "repetition-loop"})
DAMAGE = frozenset({"fragment", "grammar", "punctuation", "spelling", "untranslated", "ocr"})
DROPPED = frozenset({"dropped-clause", "dropped-name", "dropped-number", "dropped-sentence"})
ADDED = frozenset({"added-clause", "added-sentence"})
SENSE = frozenset({"meaning", "polarity"})

SAID_BY: dict[str, frozenset[str]] = {
    "minor_id1_repeat2": REPEATED,
    "minor_id2_repeat4": REPEATED,
    "major_id3_hypernym": SENSE,
    "critical_id4_codemix": frozenset({"untranslated"}),
    "major_id5_pp_removed": DROPPED,
    "critical_id6_addition": ADDED,
    "critical_id7_antonym": SENSE,
    "critical_id8_negation": frozenset({"polarity"}),
    "critical_id9_ne_replaced": frozenset({"name", "dropped-name"}),
    "critical_id10_numbers_replaced": frozenset({"number", "dropped-number"}),
    "critical_id11_gender": SENSE | {"grammar"},
    "minor_id12_conj_removed": DROPPED | {"grammar", "punctuation"},
    "minor_id13_pos_shift": frozenset({"grammar", "spelling"}) | SENSE,
    "minor_id14_word_swap": frozenset({"grammar", "moved"}),
    "minor_id15_case": frozenset({"grammar"}),
    "minor_id16_function_word": frozenset({"grammar"}) | SENSE,
    "major_id17_tense": frozenset({"grammar"}) | SENSE,
    "major_id18_aspect": frozenset({"grammar"}) | SENSE,
    "major_id19_question": frozenset({"grammar", "punctuation"}) | SENSE,
    "critical_id20_shuffled": frozenset({"grammar", "fragment", "moved", "punctuation"}),
    "critical_id21_adj_adv_removed": DROPPED | SENSE,
    "critical_id22_verb_removed": DROPPED | SENSE | {"grammar", "fragment"},
    "critical_id23_noun_removed": DROPPED | SENSE | {"grammar", "fragment", "punctuation"},
    "critical_id24_subj_removed": DROPPED | SENSE | {"grammar", "fragment"},
    "critical_id25_ne_removed": frozenset({"dropped-name", "name"}),
    "minor_id26_misspelled": frozenset({"spelling"}),
    "minor_id27_char_removed": frozenset({"spelling", "name", "ocr", "grammar"}) | SENSE,
    "minor_id28_final_punc_removed": frozenset({"punctuation"}),
    "minor_id29_punc_addition": frozenset({"punctuation"}),
    "minor_id30_tokenized": frozenset({"punctuation"}),
    "minor_id31_full_lower": frozenset({"grammar", "punctuation", "fragment", "spelling", "name"}),
    "minor_id32_first_lower": frozenset({"grammar", "punctuation", "fragment", "spelling"}),
}
"""Which kinds say it, by the name of the perturbation.

A removed phrase counts as said by a lost name or number as well: where a name is all that a phrase says, the two are
one finding (compare/findings/settle.py), and it is told as the name.
"""
SAID_BY_TOO: dict[str, frozenset[str]] = {
    "critical_id6_addition": SENSE,
    "critical_id8_negation": frozenset({"meaning"}),
    "critical_id25_ne_removed": DROPPED,
    "minor_id26_misspelled": frozenset({"name", "ocr"}),
}
"""Further kinds that say it in passing."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def side(text: str) -> Side:
    lines = line_document([text], language="en")
    return Side(document=lines, tokens=sentence_tokens(lines))


def pair(reference: str, candidate: str, synonyms: str = "") -> Evidence:
    true, judged = side(reference), side(candidate)
    bead = Bead(index=0, reference=(0,), candidate=(0,), kind="changed", similarity=0.5)
    return Evidence(
        candidate=judged,
        reference=true,
        alignment=Alignment(beads=(bead,)),
        edits=(word_edits(true.tokens[0], judged.tokens[0]),),
        settings=replace(DEFAULTS.findings, synonyms=synonyms),
    )


def changed_places(before: str, after: str) -> list[tuple[int, int]]:
    """Where the planted error stands in ``after``: changed words, empty places where words were taken away."""
    edits = word_edits(side(before).tokens[0], side(after).tokens[0])
    # A change of case, of a space or of the end of the text leaves every form equal.
    places = [
        (edit.candidate_start, edit.candidate_end)
        for edit in edits
        if edit.kind != "equal"
        or any(r.text != c.text for r, c in zip(edit.reference, edit.candidate, strict=True))
    ]
    if places:
        return places
    length = min(len(before), len(after))
    at = next((i for i in range(length) if before[i] != after[i]), length)
    return [(at, at)]


def touches(finding: Finding, places: list[tuple[int, int]]) -> bool:
    """Whether the finding's place meets a changed place, or lies within a character of an empty one."""
    place = finding.candidate
    if place is None:
        return False
    for start, end in places:
        if min(place.end, end) > max(place.start, start):
            return True
        if (start == end or place.start == place.end) and place.start - 1 <= end and start <= place.end + 1:
            return True
    return False


def told(evidence: Evidence, only: str) -> list[Finding]:
    if only:
        detectors = [detector for detector in DETECTORS if only in detector.__module__]
        return [finding for detector in detectors for finding in detector(evidence)]
    return list(find(evidence))


def planted(folder: Path, every: int, only: str, show: str, synonyms: str) -> None:
    found: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    found_too: Counter[str] = Counter()
    alarms_too: Counter[str] = Counter()
    total: Counter[str] = Counter()
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    right: Counter[tuple[str, int]] = Counter()
    said: Counter[tuple[str, int]] = Counter()
    before: dict[tuple[str, str], list[Finding]] = {}
    for number, row in enumerate(rows(folder / "demetr.jsonl.gz")):
        name = row["perturbation"]
        if number % every or name not in SAID_BY:
            continue
        key = (row["reference"], row["translation"])
        if key not in before:
            before[key] = [f for f in told(pair(*key, synonyms), only) if f.severity != "neutral"]
            for finding in before[key]:
                said[finding.kind, round(finding.confidence * 10)] += 1
        perturbed = pair(row["reference"], row["perturbed"], synonyms)
        after = [f for f in told(perturbed, only) if f.severity != "neutral"]
        places = changed_places(row["translation"], row["perturbed"])
        hits = [f for f in after if touches(f, places)]
        for finding in hits:
            said[finding.kind, round(finding.confidence * 10)] += 1
            right[finding.kind, round(finding.confidence * 10)] += 1
        fitting = SAID_BY[name]
        wider = fitting | SAID_BY_TOO.get(name, frozenset())
        total[name] += 1
        found[name] += any(f.kind in fitting for f in hits)
        alarms[name] += any(f.kind in fitting for f in before[key])
        found_too[name] += any(f.kind in wider for f in hits)
        alarms_too[name] += any(f.kind in wider for f in before[key])
        by_kind[name].update({f.kind for f in hits})
        if show == name and not any(f.kind in fitting for f in hits):
            print(
                "MISS", row["perturbed"], places, "\n   T ", row["translation"], "\n   R ", row["reference"]
            )
    print(f"{'perturbation':34} {'n':>5} {'found':>7} {'alarm':>7} {'wider':>7} {'alarm':>7}  said by")
    for name in SAID_BY:
        if total[name]:
            too = (
                f"{found_too[name] / total[name]:7.1%} {alarms_too[name] / total[name]:7.1%}"
                if name in SAID_BY_TOO
                else " " * 15
            )
            kinds = ", ".join(
                f"{kind} {count / total[name]:.0%}" for kind, count in by_kind[name].most_common(5)
            )
            print(
                f"{name:34} {total[name]:5} {found[name] / total[name]:7.1%} {alarms[name] / total[name]:7.1%} "
                f"{too}  {kinds}"
            )
    print(f"\nfindings in {len(before)} translations before any error was planted, by kind:")
    print(dict(Counter(f.kind for findings in before.values() for f in findings).most_common()))
    print("\ncalibration on planted errors: kind, confidence told, findings, right")
    for kind, tenth in sorted(said):
        print(
            f"  {kind:20} {tenth / 10:.1f} {said[kind, tenth]:6} {right[kind, tenth] / said[kind, tenth]:7.1%}"
        )
    if show in {f.kind for findings in before.values() for f in findings}:
        for (reference, translation), findings in before.items():
            for finding in findings:
                if finding.kind == show:
                    print(
                        f"ALARM {finding.confidence:.2f} {finding.message}\n   T {translation}\n   R {reference}"
                    )


def clean_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Published texts: the name of the set and one whole text each."""
    yield (
        "demetr references",
        "\n\n".join(dict.fromkeys(row["reference"] for row in rows(folder / "demetr.jsonl.gz"))),
    )
    for row in rows(folder / "ted_mqm.jsonl.gz"):
        for system in ("refB", "ref"):
            segments = [s["text"] for s in row["segments"] if s["system"] == system]
            if segments:
                yield "ted talks", "\n\n".join(segments)
    for row in rows(folder / "onestop.jsonl.gz"):
        for text in row["versions"].values():
            yield "onestop", text if isinstance(text, str) else "\n".join(text)
    for row in rows(folder / "aesop.jsonl.gz"):
        for name in ("first", "second"):
            yield "aesop", " ".join(row[name])
    for row in rows(folder / "ablit.jsonl.gz"):
        yield "ablit", row["reference"]
    chapters: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for row in rows(folder / "bible.jsonl.gz"):
        for version in ("KJV", "ASV", "WEB", "YLT", "BBE", "DARBY", "DRA"):
            if row.get(version):
                chapters[version, row["book"], row["chapter"]].append(row[version])
    for (version, _, _), verses in chapters.items():
        yield f"bible {version}", " ".join(verses)


def clean(folder: Path, every: int, only: str, show: str) -> None:
    sentences: Counter[str] = Counter()
    findings: dict[str, Counter[str]] = defaultdict(Counter)
    overall: Counter[str] = Counter()
    for number, (name, text) in enumerate(clean_texts(folder)):
        if number and number % every:
            continue
        laid_out = document(text, language="en")
        evidence = Evidence(candidate=Side(document=laid_out, tokens=sentence_tokens(laid_out)))
        sentences[name] += len(laid_out.sentences)
        for finding in told(evidence, only):
            findings[name][finding.kind] += 1
            overall[finding.kind] += 1
            if show == finding.kind and finding.candidate:
                low, high = max(0, finding.candidate.start - 60), finding.candidate.end + 60
                context = " ".join(text[low:high].split())
                print(f"{name:18} {finding.confidence:.2f} {finding.message} | {context}")
    for name, count in sentences.items():
        rates = ", ".join(f"{kind} {n / count * 1000:.1f}" for kind, n in findings[name].most_common())
        print(f"{name:20} {count:6} sentences; per 1,000: {rates}")
    everything = sum(sentences.values())
    print(
        f"{'all':20} {everything:6} sentences; per 1,000: "
        + ", ".join(f"{k} {n / everything * 1000:.2f}" for k, n in overall.most_common())
    )
    damage = sum(n for kind, n in overall.items() if kind in DAMAGE)
    print(f"damage together: {damage / everything * 1000:.2f} per 1,000 sentences")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled sets")
    parser.add_argument("--planted", action="store_true", help="planted errors against a reference")
    parser.add_argument("--clean", action="store_true", help="published text without a reference")
    parser.add_argument("--every", type=int, default=1, help="take one row of so many")
    parser.add_argument("--only", default="", help="only detectors whose module's name holds this")
    parser.add_argument(
        "--synonyms",
        default="",
        help="of the planted errors: look synonyms up in this lexicon, too (wordnet)",
    )
    parser.add_argument(
        "--show", default="", help="print the findings of this kind, or misses of this perturbation"
    )
    arguments = parser.parse_args()
    both = not (arguments.planted or arguments.clean)
    if arguments.planted or both:
        planted(arguments.data, arguments.every, arguments.only, arguments.show, arguments.synonyms)
    if arguments.clean or both:
        clean(arguments.data, arguments.every, arguments.only, arguments.show)


if __name__ == "__main__":
    main()
