"""The verdict in a sentence, the numbers, and the sum that leads to the score."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

import streamlit as st

from compare.model import SEVERITIES as ORDER
from compare.report import phrases
from compare.report.explanation import steps
from ui import address
from ui.components import component
from ui.plain import plain
from ui.words import KINDS, NOTICES, SEVERITIES, SUMMARY

if TYPE_CHECKING:
    from compare.model import Report

_SIGNS = {"critical": "●", "major": "●", "minor": "○", "neutral": "·"}


def headline(report: Report) -> None:
    """Draw what is seen on every panel: the score, the counts, and what a person would say."""
    scores = report.scores
    interval = scores.intervals.get("fidelity")
    bounds = f"{interval[0]:.0f}–{interval[1]:.0f}" if interval else ""
    counts = Counter(finding.severity for finding in phrases.standing(report.findings))
    dismissed = len(report.findings) - sum(counts.values())
    chips = [
        f'<span class="tc-count tc-{name}"><span aria-hidden="true">{_SIGNS[name]}</span> '
        f"{counts[name]} {escape(SEVERITIES[name])}</span>"
        for name in ORDER
        if counts[name]
    ]
    if dismissed:
        chips.append(f'<span class="tc-count">{escape(SUMMARY["dismissed"].format(count=dismissed))}</span>')
    if not chips:
        chips.append(f'<span class="tc-count">{escape(SUMMARY["no_findings"])}</span>')
    sentence = f"{phrases.relation_sentence(report.relation)} {phrases.verdict(report)}"
    st.html(
        f'<div class="tc-headline"><div class="tc-score" title="{escape(SUMMARY["interval_help"])}">'
        f"<span>{escape(SUMMARY['fidelity'])}</span> <b>{scores.fidelity:.0f}</b> "
        f"<small>{escape(bounds)}</small></div>"
        f'<div class="tc-said"><p class="tc-sentence">{escape(sentence)}</p>'
        f'<p class="tc-counts">{"".join(chips)}<span class="tc-covers">{escape(_covers(report))}</span></p>'
        "</div></div>"
    )
    _notices(report)


def _covers(report: Report) -> str:
    return str(SUMMARY["covers_line"]).format(
        reference=phrases.percent(report.relation.reference_coverage),
        candidate=phrases.percent(report.relation.candidate_coverage),
    )


def _notices(report: Report) -> None:
    """Say what makes the comparison itself doubtful: another language, another piece, next to no text."""
    one, other = report.reference, report.candidate
    if "und" not in (one.language, other.language) and one.language != other.language:
        st.warning(
            NOTICES["languages"].format(
                reference=plain(one.name),
                candidate=plain(other.name),
                reference_language=NOTICES["names"].get(one.language, one.language),
                candidate_language=NOTICES["names"].get(other.language, other.language),
            ),
            icon=":material/translate:",
        )
    elif report.relation.kind == "different":
        st.warning(
            NOTICES["different"].format(reference=plain(one.name), candidate=plain(other.name)),
            icon=":material/call_split:",
        )
    for remark in report.scores.remarks:
        st.caption(plain(remark))


def sum_data(report: Report) -> dict[str, Any]:
    """Give the sum as its component draws it: the lines, the dearest first, and what is left of 100 after each."""
    left = 1000
    lines = []
    for step in steps(report):
        left -= step.tenths
        lines.append(
            {
                "points": step.points,
                "share": step.tenths,
                "reason": step.reason,
                "finding": step.finding,
                "left": f"{left / 10:.1f}",
            }
        )
    return {"lines": lines, "result": f"{report.scores.fidelity:.1f}", "words": SUMMARY["table"]}


def show(report: Report) -> None:
    """Draw the panel: numbers, the sum, and counts by kind."""
    scores = report.scores
    with st.container(horizontal=True, gap="large", key="metrics"):
        for label, number in (
            (SUMMARY["fidelity"], f"{scores.fidelity:.1f}"),
            (SUMMARY["covers"], phrases.percent(report.relation.reference_coverage)),
            (SUMMARY["candidate_covers"], phrases.percent(report.relation.candidate_coverage)),
            (SUMMARY["mqm"], f"{scores.mqm_per_1000_words:.1f}"),
            (SUMMARY["penalty"], f"{scores.penalty:.1f}"),
        ):
            st.metric(label, number, width="content")
    st.markdown(f"## {SUMMARY['sum']}")
    component("sum")(data=sum_data(report), key="sum", on_go_change=_go)
    table: dict[str, Counter[str]] = {}
    for finding in phrases.standing(report.findings):
        table.setdefault(KINDS.get(finding.kind, finding.kind), Counter())[finding.severity] += 1
    if table:
        st.markdown(f"## {SUMMARY['counts']}")
        head = f"| {SUMMARY['kind']} | " + " | ".join(SEVERITIES[name] for name in ORDER) + " |"
        order = sorted(table, key=lambda kind: ([-table[kind][name] for name in ORDER], kind))
        lines = [
            f"| {plain(kind)} | " + " | ".join(str(table[kind][name] or "–") for name in ORDER) + " |"
            for kind in order
        ]
        st.markdown("\n".join([head, "|---|" + "--:|" * len(ORDER), *lines]))
    metrics = " · ".join(f"{name} {value:.1f}" for name, value in scores.metrics.items())
    st.caption(f"{SUMMARY['metrics']}: {plain(metrics)}")
    st.caption(f"{SUMMARY['signature']}: {plain(report.signature)}")


def _go() -> None:
    finding = st.session_state["sum"]["go"]
    if finding:
        address.go_to_finding(finding)
