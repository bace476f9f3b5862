# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The documentation as a site: sphinx-build -W docs build/site
# On Debian: python3-sphinx python3-myst-parser furo

import os
import re

project = "SemTidy"
author = "The SemTidy authors"
copyright = "The SemTidy authors"

extensions = ["myst_parser"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 4

source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "SemTidy"

# The examples of the check's page are tested as their first word says; the rest
# of that line is for the test. The pages are written for readers of the
# repository, too: what is not part of docs/ is a plain file there, and the site
# has no page for it.
HERE = os.path.dirname(os.path.abspath(__file__))
LINK = re.compile(r"\[([^\]]+)\]\(([^)#\s]+)(#[^)\s]*)?\)")


def leave_out_files(app, name, source):
    """Links to files outside of docs/ become their text, if the file exists."""
    directory = os.path.dirname(os.path.join(HERE, name))

    def replace(match):
        text, target = match[1], match[2]
        if ":" in target:
            return match[0]
        path = os.path.normpath(os.path.join(directory, target))
        if path.startswith(HERE + os.sep):
            return match[0]
        if not os.path.exists(path):
            raise ValueError(f"{name}: a link to {target}, which does not exist")
        return text

    source[0] = LINK.sub(replace, source[0])


def setup(app):
    app.connect("source-read", leave_out_files)
