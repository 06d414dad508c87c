"""Clues: what a detector may ask about words and their neighbours, none of them a finding yet.

Partners, phrases and what is unmatched stand behind omissions, additions and the sense; repeats behind the loops;
name items, vacancies and scars behind the names; the word lists of ``data/`` behind nearly all.
"""
