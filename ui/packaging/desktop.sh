#!/bin/sh
# Registers the menu entry, the icon and the file type for this user, or takes them away:
# ``make install-desktop``, ``make uninstall-desktop``; in an unpacked bundle
# ``sh desktop/desktop.sh install``. Only files below the user's own data folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
name=policy-scenario-modeller
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/$name.desktop
icon=$data/icons/hicolor/scalable/apps/$name.svg
type=$data/mime/packages/$name.xml

case ${1:-install} in
install)
  program=$here/../modeller-ui # in a bundle that was unpacked
  if [ -x "$program" ]; then program=$(cd "$here/.." && pwd)/modeller-ui; else program=$root/dist/$name/modeller-ui; fi
  [ -x "$program" ] || program=$root/.venv/bin/modeller-ui
  if [ ! -x "$program" ]; then
    echo "There is nothing to start yet: run make run, or make bundle, first." >&2
    exit 1
  fi
  mkdir -p "$(dirname "$entry")" "$(dirname "$icon")" "$(dirname "$type")"
  sed "s|^Exec=modeller-ui|Exec=\"$program\"|" "$here/$name.desktop" >"$entry"
  cp "$here/$name.svg" "$icon"
  cp "$here/$name.xml" "$type"
  echo "$entry starts $program"
  ;;
uninstall)
  rm -f "$entry" "$icon" "$type"
  ;;
*)
  echo "usage: desktop.sh install|uninstall" >&2
  exit 2
  ;;
esac

# Where these are missing, a desktop reads the folders by itself at its next start.
if command -v update-mime-database >/dev/null && [ -d "$data/mime" ]; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database >/dev/null && [ -d "$data/applications" ]; then
  update-desktop-database "$data/applications"
fi
