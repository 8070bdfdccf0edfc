"""Which version of the modeller this is.

It is written here and nowhere else: the build reads it, and so does everything that states it. A
source checkout that has not been installed, a bundle and a wheel therefore say the same.
"""

VERSION = "2.0.0"
