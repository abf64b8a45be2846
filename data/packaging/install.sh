# shellcheck shell=sh
# Installs what packages.txt beside this file lists. Read by ./dev from the top folder, not run by itself.

package_list=data/packaging/packages.txt

# names_of COLUMN PURPOSE...: the packages of one system for some purposes, each once
names_of ()
{
  column=$1; shift
  awk -v column="$column" -v purposes=" $* " '
    /^[a-z]/ && index(purposes, " " $1 " ") && $column != "-" && !seen[$column]++ {
      name = $column
      sub (/^@/, "mingw-w64-ucrt-x86_64-", name)
      print name
    }' "$package_list"
}

# Of the named packages those that are not installed; one question for all of them.
missing_on_debian ()
{
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null \
    | sed -n 's/^installed //p' | tr '\n' ' ')
  for name in "$@"; do
    case " $installed" in
      *" $name "*) ;;
      *) printf '%s ' "$name" ;;
    esac
  done
}

# What must be done as root, as one shell line: the installation and nothing else. APT waits for
# another package program to end. An update that reaches only some of the sources is no reason to
# stop: the installation itself says what it cannot find.
root_line ()
{
  apt='apt-get -o DPkg::Lock::Timeout=300'
  printf '%s; ' 'export DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin' "$apt -qq update"
  printf '%s' "$apt -y -qq -o Dpkg::Use-Pty=0 install --no-install-recommends $*"
}

# run_as_root LINE: by whatever way there is; fails when there is none or the person declines
run_as_root ()
{
  if [ "$(id -u)" -eq 0 ]; then
    sh -c "$1"
  elif command -v sudo >/dev/null; then
    sudo sh -c "$1"
  elif [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ] && command -v pkexec >/dev/null; then
    pkexec sh -c "$1"
  else
    return 1
  fi
}

install_on_debian ()
{
  # Names have no spaces, so splitting is wanted.
  # shellcheck disable=SC2046
  missing=$(missing_on_debian $(names_of 2 "$@"))
  [ -n "$missing" ] || return 0
  missing=${missing% }
  printf 'Installing: %s\n' "$missing"
  line=$(root_line "$missing")
  # shellcheck disable=SC2086
  if run_as_root "$line" && [ -z "$(missing_on_debian $missing)" ]; then
    return 0
  fi
  if [ "$(id -u)" -eq 0 ]; then
    printf 'dev: the packages above could not be installed; see the messages before this line\n' >&2
  else
    printf 'dev: packages are missing and could not be installed from here. Do this once:\n' >&2
    printf "su -c '%s'\n" "$line" >&2
  fi
  exit 1
}

print_names ()
{
  for system in 'Fedora 3 dnf install' 'Arch 4 pacman -S --needed' 'MSYS2 5 pacman -S --needed'; do
    # shellcheck disable=SC2086
    set -- "$system" $purposes
    rest=${1#* }
    printf '%s:\n  %s' "${1%% *}" "${rest#* }"
    shift
    names_of "${rest%% *}" "$@" | tr '\n' ' ' | sed 's/^/ /; s/ $//'
    printf '\n'
  done
}

# install_packages PURPOSE...: silent and quick when nothing is missing
install_packages ()
{
  if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    install_on_debian "$@"
    return 0
  fi
  if command -v meson >/dev/null && command -v pkg-config >/dev/null \
    && pkg-config --exists gtk4; then
    return 0
  fi
  purposes=$*
  {
    printf 'dev: meson or GTK 4 is missing. Packages are installed by this script on Debian and\n'
    printf 'Ubuntu only; elsewhere please install these:\n'
    print_names
  } >&2
  exit 1
}
