"""Sphinx's configuration."""

project = "Otherside"
author = "Otherside contributors"
copyright = "2026, Otherside contributors"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "Otherside"
html_static_path = []
exclude_patterns = ["_build"]
suppress_warnings = ["myst.header"]

# The generated parts first: an include of a missing file would stop the build.
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "otherside.web.settings")
os.environ.setdefault("OTHERSIDE_DATA", tempfile.mkdtemp(prefix="otherside-docs-"))
sys.path.insert(0, str(Path(__file__).parent))
import generate

generate.main()
exclude_patterns += ["_generated"]
