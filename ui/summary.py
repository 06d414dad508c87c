"""The verdict in a sentence, the numbers, and the sum that leads to the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from compare.report import phrases
from ui.words import KINDS, SEVERITIES, SUMMARY

if TYPE_CHECKING:
    from compare.model import Report


def headline(report: Report) -> None:
    """Draw what is seen on every panel: the score, the counts, and what a person would say."""
    scores = report.scores
    interval = scores.intervals.get("fidelity")
    bounds = f" ({interval[0]:.0f}–{interval[1]:.0f})" if interval else ""
    st.markdown(
        f"**{SUMMARY['fidelity']} {scores.fidelity:.0f}**{bounds} &nbsp;·&nbsp; "
        f"{phrases.severity_line(report.findings)} &nbsp;·&nbsp; {phrases.coverage(report)}"
    )
    st.markdown(f"{phrases.relation_sentence(report.relation)} {phrases.verdict(report)}")


def show(report: Report) -> None:
    """Draw the panel: numbers, the sum, and counts by kind."""
    scores = report.scores
    columns = st.columns(5)
    columns[0].metric(SUMMARY["fidelity"], f"{scores.fidelity:.1f}")
    columns[1].metric(SUMMARY["covers"], phrases.percent(report.relation.reference_coverage))
    columns[2].metric(SUMMARY["candidate_covers"], phrases.percent(report.relation.candidate_coverage))
    columns[3].metric(SUMMARY["mqm"], f"{scores.mqm_per_1000_words:.1f}")
    columns[4].metric(SUMMARY["penalty"], f"{scores.penalty:.1f}")
    st.subheader(SUMMARY["sum"])
    rows = [{SUMMARY["points"]: -each.points, SUMMARY["reason"]: each.reason} for each in scores.deductions]
    if rows:
        st.dataframe(rows, hide_index=True)
    else:
        st.write(SUMMARY["nothing"])
    st.subheader(SUMMARY["counts"])
    table: dict[str, dict[str, int]] = {}
    for finding in phrases.standing(report.findings):
        row = table.setdefault(KINDS.get(finding.kind, finding.kind), dict.fromkeys(SEVERITIES.values(), 0))
        row[SEVERITIES[finding.severity]] += 1
    st.dataframe([{SUMMARY["kind"]: kind, **counts} for kind, counts in table.items()], hide_index=True)
    metrics = " · ".join(f"{name} {value:.1f}" for name, value in scores.metrics.items())
    st.caption(f"{SUMMARY['metrics']}: {metrics}")
    st.caption(f"{SUMMARY['signature']}: `{report.signature}`")
