"""Values become CSV text for head office, and back.

What stands is format 1.0-draft: one Data Package v2 for each closed business day, with every file and
column of the nightly format except those that rest on the journal, which is not kept yet. Format 1.0
adds these: `audit_events`, the signature, `documents.journal_no` and `journal_hash`,
`closings.journal_first`, `journal_last`, `journal_tip_hash`, `perpetual_gross` and `perpetual_refunds`,
and the journal range in the manifest.
"""
