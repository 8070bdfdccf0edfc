"""How Sphinx makes a site from these pages: ``make manual``.

The pages in ``api`` are made from the docstrings, those in ``notebooks`` are notebooks. The site
needs no network to be read: no font, script or picture comes from elsewhere.
"""

from modeller.base.version import VERSION

project = "Policy scenario modeller"
author = "The modeller's contributors"
copyright = "2026, the modeller's contributors"  # noqa: A001 - Sphinx's name
release = VERSION
language = "en_GB"

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_heading_anchors = 3
exclude_patterns = ["examples", "languages"]
# The tests run the notebooks and hold what they keep of it against today's results.
nb_execution_mode = "off"

napoleon_google_docstring = False
napoleon_use_ivar = True
napoleon_use_rtype = False
napoleon_preprocess_types = False
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
_ALIASES = ("Band", "By", "Counted", "Floats", "Progress", "Texts", "View")
autodoc_type_aliases = {name: name for name in _ALIASES}

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
