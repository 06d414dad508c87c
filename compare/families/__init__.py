"""Families: which documents are versions of one piece, and what each of them is.

documents → profiles (words as numbers) → pairs that share shingles → kinship → groups → roles and coverage

One pass over the documents; each is forgotten as soon as its profile is made.
"""

from compare.families.grouping import families
from compare.families.members import Families, Family, Member, MemberRole

__all__ = ["Families", "Family", "Member", "MemberRole", "families"]
