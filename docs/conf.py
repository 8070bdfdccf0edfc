"""How Sphinx makes a site of these pages: ``make manual``.

The site needs no network to be read: no font, script or picture comes from elsewhere.
"""

from modeller.base.version import VERSION

project = "Policy scenario modeller"
author = "The modeller's contributors"
copyright = "2026, the modeller's contributors"  # noqa: A001 - Sphinx's name
release = VERSION
language = "en_GB"

extensions = ["myst_parser"]
myst_heading_anchors = 3
exclude_patterns = ["examples", "languages"]

html_theme = "furo"
html_title = "Policy scenario modeller"
html_favicon = "../ui/packaging/policy-scenario-modeller.svg"
html_logo = html_favicon
html_static_path: list[str] = []
html_copy_source = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#12436D", "color-brand-content": "#12436D"},
    "dark_css_variables": {"color-brand-primary": "#7DB3E3", "color-brand-content": "#7DB3E3"},
}
