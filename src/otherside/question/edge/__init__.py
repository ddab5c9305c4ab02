"""Packages on disk, and their proofs run in a sandbox."""

from otherside.question.edge.folder import CONTENT, load_bank, load_package, read_folder, record_proof

__all__ = ["CONTENT", "load_bank", "load_package", "read_folder", "record_proof"]
