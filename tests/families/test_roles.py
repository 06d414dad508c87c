"""What the members of a family are measured by: the version that the others are of, not the wordiest one."""

from __future__ import annotations

from compare.families import families
from compare.text.documents import document

TEXT = """The ferry left the harbour at dawn with forty hens in a crate, and the old keeper counted them.
One by one they were named and entered in his book. Nobody spoke, and the wind was cold on the deck of the ship.
On the island a boy was waiting for them with a cart that his father had built. The keeper gave him a crown.
They drove up the hill in the rain and were glad. In the evening the hens were fed with corn and put to bed.
"""
TOLD = """It was at dawn that the ferry left the harbour, and on board of it, in a crate, there were forty hens,
which were counted by the old keeper. He gave each one of them a name, one after the other, and wrote it into his book.
The deck of the ship was cold in the wind, and nobody said a word. A boy with a cart that had been built by his father
was already waiting on the island for them, and he was given a crown by the keeper. In the rain, then, and gladly, up
the hill they drove. When evening came the forty hens were given corn, and they were put to bed.
"""


def test_a_wordy_retelling_is_not_what_the_others_are_measured_by() -> None:
    documents = [
        document(TOLD, name="told.txt"),
        document(TEXT, name="text.txt"),
        document(TEXT.replace("glad", "happy").replace("cold", "icy"), name="copy.txt"),
    ]
    (family,) = families(documents).families
    assert family.members[0].path in {"text.txt", "copy.txt"}
    assert {member.path for member in family.members} == {"told.txt", "text.txt", "copy.txt"}
    by_path = {member.path: member for member in family.members}
    assert by_path["text.txt"].coverage > 0.9
    assert by_path["copy.txt"].coverage > 0.9
