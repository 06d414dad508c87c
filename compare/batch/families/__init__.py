"""Families of a collection that no memory holds: the same answer as `compare.families`, in passes over files.

    documents → profiles, and shingles by band → pairs that share some → candidates → components → families

A band holds the shingles whose hash falls into it, so that bands can be counted one by one, on as many processes or
machines as there are (Broder 1997; Lin 2009 for counting pairs by inverted lists). A component holds all documents
that candidates connect, so that each can be judged alone. Words stay in files; names, sizes and pairs in memory.
"""
