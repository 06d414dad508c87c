"""The review panel: how much is left, what was said, and the files that other tools read."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import streamlit as st

from compare.model import SEVERITIES
from compare.report.dismissals import toml_table
from compare.report.table import harmless
from ui import reviews, session
from ui.arguments import arguments
from ui.reviews import Reviews, Said
from ui.words import KINDS, REVIEW, VERDICTS
from ui.words import SEVERITIES as SEVERITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from compare.model import Finding, Report


def of(report: Report) -> Reviews:
    """Give the reviews of a report's pair."""
    return Reviews(
        session.engine(arguments().reviews or reviews.MEMORY),
        reference=report.reference.sha256,
        candidate=report.candidate.sha256,
    )


def take(report: Report) -> None:
    """Keep the verdict that was given in the side by side."""
    given: Mapping[str, Any] | None = st.session_state["side_by_side"]["review"]
    known = {finding.id for finding in report.findings}
    if not given or given.get("id") not in known or given.get("verdict") not in VERDICTS:
        return
    severity = given.get("severity")
    of(report).say(
        Said(
            finding=given["id"],
            verdict=given["verdict"],
            severity=severity if severity in SEVERITIES else "minor",
            reason=str(given.get("reason", "")).strip(),
            reviewer=_reviewer(),
        )
    )


def _reviewer() -> str:
    return str(st.session_state.get("reviewer") or REVIEW["anonymous"])


def verdicts(report: Report) -> dict[str, dict[str, Any]]:
    """Give the verdicts that hold, by finding, as the side by side reads them."""
    return {
        finding: {
            "verdict": said.verdict,
            "severity": said.severity,
            "reason": said.reason,
            "reviewer": said.reviewer,
        }
        for finding, said in of(report).current().items()
    }


def show(report: Report) -> None:
    """Draw the panel."""
    st.text_input(REVIEW["reviewer"], key="reviewer", persist_state="session")
    current = of(report).current()
    left = sum(finding.id not in current for finding in report.findings)
    st.progress(
        1 - left / len(report.findings) if report.findings else 1.0,
        text=REVIEW["left"].format(open=left, all=len(report.findings)),
    )
    place = arguments().reviews
    st.caption(REVIEW["kept"].format(place=place.split("///")[-1]) if place else REVIEW["passing"])
    _bulk(report, current)
    if not current:
        st.info(REVIEW["none"])
        return
    everyone = reviews.by_reviewer(of(report).history())
    rows = [
        {
            REVIEW["finding"]: KINDS.get(finding.kind, finding.kind),
            REVIEW["text"]: _text(finding),
            REVIEW["verdict"]: VERDICTS[said.verdict],
            REVIEW["severity"]: SEVERITY_WORDS[said.severity],
            REVIEW["why"]: said.reason,
            REVIEW["by"]: said.reviewer,
            REVIEW["others"]: ", ".join(
                f"{name}: {VERDICTS[other.verdict]}"
                for name, other in everyone[finding.id].items()
                if name != said.reviewer
            ),
        }
        for finding in report.findings
        if (said := current.get(finding.id))
    ]
    st.dataframe(rows, hide_index=True)
    columns = st.columns(3)
    forms = (
        ("csv", verdicts_csv(report, current), "verdicts.csv"),
        ("marot", verdicts_marot(report, current), "verdicts.marot.tsv"),
        ("toml", dismissals_toml(report, current), "truecopy.toml"),
    )
    for column, (form, text, name) in zip(columns, forms, strict=True):
        column.download_button(REVIEW[form], text, file_name=name, key=f"verdicts {form}", on_click="ignore")


def _bulk(report: Report, current: Mapping[str, Said]) -> None:
    """Let all open findings of a kind be dismissed with one reason."""
    still_open = [finding for finding in report.findings if finding.id not in current]
    kinds = sorted({finding.kind for finding in still_open})
    if not kinds:
        return
    with st.expander(REVIEW["bulk"]):
        kind = st.selectbox(REVIEW["bulk_kind"], kinds, format_func=lambda each: KINDS.get(each, each))
        reason = st.text_input(REVIEW["bulk_reason"], key="bulk reason")
        chosen = [finding for finding in still_open if finding.kind == kind]
        if st.button(REVIEW["bulk_go"].format(count=len(chosen))):
            if not reason.strip():
                st.warning(REVIEW["bulk_needs"])
                return
            kept = of(report)
            for finding in chosen:
                kept.say(
                    Said(
                        finding=finding.id,
                        verdict="dismissed",
                        severity=finding.severity,
                        reason=reason.strip(),
                        reviewer=_reviewer(),
                    )
                )
            st.rerun()


def _text(finding: Finding) -> str:
    span = finding.candidate if finding.candidate and finding.candidate.text else finding.reference
    return span.text if span else ""


def verdicts_csv(report: Report, current: Mapping[str, Said]) -> str:
    """Write the verdicts as CSV, a row a reviewed finding; no cell can be taken for a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["finding", "kind", "severity", "verdict", "reason", "reviewer", "said_at", "text"])
    for finding in report.findings:
        if said := current.get(finding.id):
            cells = (said.severity, said.verdict, said.reason, said.reviewer, said.said_at, _text(finding))
            writer.writerow([harmless(cell) for cell in (finding.id, finding.kind, *cells)])
    return stream.getvalue()


def verdicts_marot(report: Report, current: Mapping[str, Said]) -> str:
    """Write the accepted findings as Marot reads ratings: tab-separated, a row an error, its span marked ``<v>…</v>``.

    The columns are those of the MQM data that Google publishes: system, doc, docSegId, globalSegId, rater, source,
    target, category, severity.
    """
    lines = ["\t".join(_MAROT_COLUMNS)]
    for number, finding in enumerate(report.findings, 1):
        said = current.get(finding.id)
        if said is None or said.verdict != "accepted":
            continue
        cells = (
            report.candidate.name,
            report.reference.name,
            str(number if finding.bead is None else finding.bead + 1),
            str(number),
            said.reviewer,
            _marked(report, finding, "reference"),
            _marked(report, finding, "candidate"),
            finding.mqm,
            said.severity.capitalize(),
        )
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join(lines) + "\n"


_MAROT_COLUMNS = (
    "system",
    "doc",
    "docSegId",
    "globalSegId",
    "rater",
    "source",
    "target",
    "category",
    "severity",
)


def _marked(report: Report, finding: Finding, side: str) -> str:
    """Give the sentences that a finding's bead has on one side, the finding's words between ``<v>`` and ``</v>``."""
    document = report.reference if side == "reference" else report.candidate
    span = finding.reference if side == "reference" else finding.candidate
    if finding.bead is None:
        indices: tuple[int, ...] = ()
    else:
        bead = report.alignment.beads[finding.bead]
        indices = bead.reference if side == "reference" else bead.candidate
    if not indices:
        return f"<v>{span.text}</v>" if span else ""
    start, end = document.sentences[indices[0]].start, document.sentences[indices[-1]].end
    if span is None:
        return document.text[start:end]
    start, end = min(start, span.start), max(end, span.end)
    text = document.text
    return f"{text[start : span.start]}<v>{span.text}</v>{text[span.end : end]}"


def dismissals_toml(report: Report, current: Mapping[str, Said]) -> str:
    """Write what was dismissed as the file that the command line reads with ``--dismissals``."""
    return "".join(
        toml_table(finding, report.candidate, said.reason or "dismissed in the viewer")
        for finding in report.findings
        if (said := current.get(finding.id)) and said.verdict == "dismissed"
    )
