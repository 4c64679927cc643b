"""OTOP POS: checkout, consignment stock, Thai paper and head office files for OTOP Select centres."""

__version__ = "0.1.0"
