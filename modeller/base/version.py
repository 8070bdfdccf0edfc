"""The version of the modeller.

It is written here and nowhere else: the build and everything that states the version read it, so
that a source checkout, a bundle and a wheel all say the same.
"""

VERSION = "2.0.0"
