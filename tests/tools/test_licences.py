"""Every dependency's licence is one that somebody has looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import licences
from tools.dependencies import Pin, carried, pins
from tools.licences import Allowance, is_allowed, verdict

ROOT = Path(__file__).resolve().parents[2]
SMALL = Allowance(
    allowed=frozenset({"MIT", "ISC"}),
    words={"MIT License": "MIT"},
    read={
        "shy": {"licence": "ISC", "why": "its file says so"},
        "bold": {"licence": "GPL-3.0-only", "why": "read"},
    },
    taken={"dear": {"licence": "GPL-3.0-only", "why": "asked for"}},
)


def test_all_pins_are_on_the_list_or_taken_for_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert licences.main() == 0, capsys.readouterr().err
    out = capsys.readouterr().out
    assert "levenshtein" in out
    assert "GPL-2.0-or-later" in out


@pytest.mark.parametrize(
    ("name", "said", "complaint"),
    [
        ("plain", "MIT", ""),
        ("wordy", "MIT License", ""),
        ("shy", "", ""),
        ("dear", "GPL-3.0-only", ""),
        ("mute", "", "names no licence"),
        ("stern", "GPL-3.0-only", "GPL-3.0-only is not on the list"),
        ("odd", "Ask my lawyer", "Ask my lawyer is not on the list"),
        ("bold", "", "GPL-3.0-only is not on the list"),  # to have read a licence is not to take it
    ],
)
def test_a_licence_that_nobody_looked_at_is_a_complaint(name: str, said: str, complaint: str) -> None:
    assert verdict(name, "1.0", said, SMALL).complaint == complaint


def test_an_unknown_licence_gives_exit_code_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without = Allowance.from_file()
    monkeypatch.setattr(
        Allowance,
        "from_file",
        classmethod(lambda _: Allowance(allowed=without.allowed, words=without.words, read=without.read)),
    )
    assert licences.main() == 1
    assert "levenshtein" in capsys.readouterr().err


def test_an_entry_that_nothing_needs_any_more_is_named() -> None:
    assert licences.idle(SMALL) == ["bold", "dear", "shy"]


def test_of_alternatives_one_is_enough() -> None:
    assert is_allowed("GPL-2.0-only OR MIT", ["MIT"])
    assert not is_allowed("GPL-2.0-only AND MIT", ["MIT"])


def test_the_readme_names_every_exception_that_users_meet() -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Licence")[2].casefold()
    met = sorted(set(Allowance.from_file().taken) & carried())
    assert "levenshtein" in met
    assert [name for name in met if name not in section] == []


def test_a_pin_for_another_system_is_told_by_its_marker(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text(
        "One_Two==1.0 ; sys_platform == 'no-such-system' \\\n    --hash=sha256:00\nthree==2 \\\n    --hash=sha256:00\n",
        encoding="utf-8",
    )
    assert pins(lock) == [
        Pin(name="one-two", version="1.0", marker="sys_platform == 'no-such-system'"),
        Pin(name="three", version="2"),
    ]
    assert [pin.is_for_here for pin in pins(lock)] == [False, True]


def test_every_pin_of_both_lock_files_has_a_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        entries = (ROOT / name).read_text(encoding="utf-8").split("\n")
        heads = [i for i, line in enumerate(entries) if line and not line.startswith((" ", "#"))]
        assert heads
        assert all(entries[i].endswith("\\") and "--hash=sha256:" in entries[i + 1] for i in heads)
