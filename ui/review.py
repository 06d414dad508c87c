"""The review panel: how much is left, what was said, and the files that other tools read."""

from __future__ import annotations

import getpass
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from compare.model import SEVERITIES
from ui import reviews, session
from ui.arguments import arguments
from ui.plain import plain
from ui.reviews import Reviews, Said
from ui.verdict_files import dismissals_toml, verdicts_csv, verdicts_marot, words_of
from ui.words import KINDS, REVIEW, VERDICTS
from ui.words import SEVERITIES as SEVERITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from compare.model import Finding, Report


_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


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
    _keep(
        report,
        Said(
            finding=given["id"],
            verdict=given["verdict"],
            severity=severity if severity in SEVERITIES else "minor",
            reason=str(given.get("reason", "")).strip(),
            reviewer=_reviewer(),
        ),
    )


def _keep(report: Report, *verdicts: Said) -> None:
    """Keep verdicts; where the database takes none, they are kept while the page is open, and the page says so."""
    try:
        of(report).say(*verdicts)
    except SQLAlchemyError as error:
        st.session_state["no_database"] = str(getattr(error, "orig", None) or error).splitlines()[0]
        of(report).say(*verdicts)


def _reviewer() -> str:
    """Give the name that was typed, else that of the login where the page is served to this machine alone."""
    return str(st.session_state.get("reviewer") or _login() or REVIEW["anonymous"])


def _login() -> str:
    if st.get_option("server.address") not in _LOOPBACK:
        return ""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        return ""


def verdicts(report: Report) -> dict[str, dict[str, Any]]:
    """Give the verdicts that hold, by finding, as the side by side reads them."""
    history = of(report).history()
    everyone = reviews.by_reviewer(history)
    return {
        finding: {
            "verdict": said.verdict,
            "severity": said.severity,
            "reason": said.reason,
            "reviewer": said.reviewer,
            "others": _others(everyone[finding], said.reviewer),
        }
        for finding, said in reviews.holding(history).items()
    }


def _others(by_reviewer: Mapping[str, Said], last: str) -> list[str]:
    """Give what all but the last reviewer said of a finding."""
    return [f"{name}: {VERDICTS[said.verdict]}" for name, said in by_reviewer.items() if name != last]


def with_dismissals(report: Report) -> Report:
    """Give a report in which the findings that were dismissed here are dismissed, each with its reason."""
    current = of(report).current()
    if not any(said.verdict == "dismissed" for said in current.values()):
        return report
    return replace(
        report,
        findings=tuple(
            replace(finding, dismissed=said.reason or REVIEW["default_reason"])
            if (said := current.get(finding.id)) and said.verdict == "dismissed"
            else finding
            for finding in report.findings
        ),
    )


def show(report: Report) -> None:
    """Draw the panel."""
    st.text_input(REVIEW["reviewer"], key="reviewer", placeholder=_login(), persist_state="session")
    history = of(report).history()
    current = reviews.holding(history)
    left = sum(_is_open(finding, current) for finding in report.findings)
    st.progress(
        1 - left / len(report.findings) if report.findings else 1.0,
        text=REVIEW["left"].format(open=left, all=len(report.findings)),
    )
    _say_where()
    _bulk(report, current)
    if not current:
        st.info(REVIEW["none"])
        return
    everyone = reviews.by_reviewer(history)
    rows = [
        {
            REVIEW["finding"]: KINDS.get(finding.kind, finding.kind),
            REVIEW["text"]: words_of(finding),
            REVIEW["verdict"]: VERDICTS[said.verdict],
            REVIEW["severity"]: SEVERITY_WORDS[said.severity],
            REVIEW["why"]: said.reason,
            REVIEW["by"]: said.reviewer,
            REVIEW["others"]: ", ".join(_others(everyone[finding.id], said.reviewer)),
        }
        for finding in report.findings
        if (said := current.get(finding.id))
    ]
    st.dataframe(rows, hide_index=True)
    columns = st.columns(3)
    forms = (
        ("csv", verdicts_csv, "verdicts.csv"),
        ("marot", verdicts_marot, "verdicts.marot.tsv"),
        ("toml", dismissals_toml, "truecopy.toml"),
    )
    for column, (form, written, name) in zip(columns, forms, strict=True):
        # Written when asked for: a file made on every run would be gone with the next run, and a browser
        # that looks for it in between finds nothing.
        column.download_button(
            REVIEW[form],
            partial(written, report, current),
            file_name=name,
            key=f"verdicts {form}",
            on_click="ignore",
        )


def _is_open(finding: Finding, current: Mapping[str, Said]) -> bool:
    """Whether nobody has judged a finding, here or before the report was written."""
    return finding.id not in current and finding.dismissed is None


def _say_where() -> None:
    """Say where verdicts are kept; never with the password that a URL may hold."""
    url = arguments().reviews
    reason = st.session_state.get("no_database")
    if reason:
        st.warning(REVIEW["no_database"].format(reason=plain(reason)))
    elif url:
        shown = make_url(url)
        is_file = shown.get_backend_name() == "sqlite"
        place = shown.database if is_file else shown.render_as_string(hide_password=True)
        st.caption(REVIEW["kept"].format(place=plain(str(place))))
    else:
        st.caption(REVIEW["passing"])


def _bulk(report: Report, current: Mapping[str, Said]) -> None:
    """Let all open findings of a kind be dismissed with one reason."""
    still_open = [finding for finding in report.findings if _is_open(finding, current)]
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
            _keep(
                report,
                *(
                    Said(
                        finding=finding.id,
                        verdict="dismissed",
                        severity=finding.severity,
                        reason=reason.strip(),
                        reviewer=_reviewer(),
                    )
                    for finding in chosen
                ),
            )
            st.rerun()
