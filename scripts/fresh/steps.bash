# The steps of the proof; each says whether it passed, and a failure shows what the command printed last.

PROJECT=/srv/yalu
FIGURES=/srv/figures.tsv
FAILED=()
BRIEF_FILES=(brief.html brief.pdf brief.json)

# step NAME COMMAND...: in the tree, in the project, measured.
step() {
  local name=$1 log="$TREE/srv/$1.log"
  shift
  printf '%-16s' "$name"
  if inside sh -c "cd $PROJECT && exec \"\$@\"" step python3 /srv/measured.py "$FIGURES" "$name" "$@" >"$log" 2>&1; then
    echo "passed in $(figure "$name" 2) s"
  else
    echo "FAILED"
    sed 's/^/  | /' <(grep -v '^SKIPPED' "$log" | tail -n 60)
    FAILED+=("$name")
    return 1
  fi
}

figure() { awk -F '\t' -v name="$1" -v n="$2" '$1 == name { found = $n } END { print found }' "$TREE$FIGURES"; }

clone_project() {
  local commit=HEAD
  rm -rf "$TREE$PROJECT" "$TREE/srv/empty" "$TREE/srv/nobody" "$TREE/opt/yalu" "$TREE/root/.cache" \
    "$TREE/srv/pip.log"
  mkdir -p "$TREE/srv"
  : >"$TREE$FIGURES"
  cp "$HERE/fresh/measured.py" "$TREE/srv/"
  commit=$(git -C "$ROOT" rev-parse HEAD)
  if [[ $CHANGES ]]; then
    commit=$(with_changes)
  elif [[ $(git -C "$ROOT" status --porcelain) ]]; then
    echo "uncommitted changes are not in it; --changes takes them too" >&2
  fi
  git init -q "$TREE$PROJECT"
  git -C "$TREE$PROJECT" fetch -q --depth 1 "file://$ROOT" "$commit"
  git -C "$TREE$PROJECT" checkout -q --detach FETCH_HEAD
  chown -R 0:0 "$TREE$PROJECT"
}

# A commit of the files as they are now; neither the index nor a branch of the project changes.
with_changes() (
  GIT_INDEX_FILE=$(mktemp -u)
  export GIT_INDEX_FILE GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x GIT_COMMITTER_NAME=x GIT_COMMITTER_EMAIL=x
  trap 'rm -f "$GIT_INDEX_FILE"' EXIT
  cd "$ROOT" || exit
  git read-tree HEAD
  git add -A
  git commit-tree -m "the files as they are now" -p HEAD "$(git write-tree)"
)

check_nothing_compiles() {
  local tool
  for tool in cc gcc g++ clang c++ pkg-config node npm rustc cargo icu-config; do
    if chroot "$TREE" sh -c "command -v $tool" >/dev/null; then stop "the tree has $tool" 1; fi
  done
  [[ ! -e $TREE/usr/include/unicode ]] || stop "the tree has ICU headers" 1
  [[ ! -e $TREE/usr/include/python3.11/Python.h ]] || stop "the tree has Python headers" 1
}

set_up() {
  step set-up env PIP_LOG=/srv/pip.log make setup || stop "nothing more can be tried without set-up" 1
}

# What pip says that it downloaded, in MB; a package that came from a cache counts as well.
downloaded() {
  awk '/ (Downloading|Using cached) .* \([0-9.]+ [kMG]?B\)/ {
    unit = substr($NF, 1, length($NF) - 1); size = substr($(NF - 1), 2)
    sum += size * (unit == "GB" ? 1000 : unit == "MB" ? 1 : unit == "kB" ? 0.001 : 0.000001)
  } END { printf "%.0f", sum }' "$TREE/srv/pip.log"
}

ONLY_LOOPBACK='import socket, sys; sys.exit([name for _, name in socket.if_nameindex()] != ["lo"])'

prove_brief() {
  if [[ $CAN_CUT ]] && ! NETWORK='cut' inside python3 -c "$ONLY_LOOPBACK"; then
    stop "the network could not be cut" 1
  fi
  NETWORK='cut' step brief-cold make brief || return 0
  NETWORK='cut' step brief-second make brief || true
  check_files "$TREE$PROJECT/build/brief"
}

prove_tests() {
  step tests make test "PYTEST_ARGS=-rsfE" || true
  sed -n 's/^SKIPPED \[\([0-9]*\)\] [^:]*:[0-9]*: /\1\t/p' "$TREE/srv/tests.log" | awk -F '\t' '
    { skipped[$2] += $1 } END { for (why in skipped) print "  | " skipped[why] " skipped: " why }'
  sed -n 's/^\([0-9].* in [0-9.]*s.*\)$/  | \1/p' "$TREE/srv/tests.log"
}

# As a user without a checkout: wheels only, an empty folder, and an install that nobody may write.
prove_install() {
  step pip-install sh -c 'python3 -m venv /opt/yalu && /opt/yalu/bin/python -m pip install -q --only-binary :all: .' ||
    return 0
  NETWORK='cut' step empty-folder sh -c 'mkdir /srv/empty && cd /srv/empty && /opt/yalu/bin/yalu brief' || true
  check_files "$TREE/srv/empty/yalu-brief"
  NETWORK='cut' step read-only sh -c "$READ_ONLY" || true
  check_files "$TREE/srv/nobody/unset" "$TREE/srv/nobody/missing"
}

# Nobody's only place to write is the current folder: not the install, not /tmp, and there is no home.
READ_ONLY='
set -e
trap "chmod 1777 /tmp /var/tmp; [ ! -d /dev/shm ] || chmod 1777 /dev/shm" EXIT
chmod -R a-w /opt/yalu
chmod 755 /tmp /var/tmp
if [ -d /dev/shm ]; then chmod 755 /dev/shm; fi
mkdir /srv/nobody
chown 65534:65534 /srv/nobody
cd /srv/nobody
as_nobody() { setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; }
! as_nobody touch /tmp/x 2>/dev/null
! as_nobody touch /opt/yalu/x 2>/dev/null
as_nobody env -u HOME /opt/yalu/bin/yalu brief --out unset
rm -r .yalu
as_nobody env HOME=/nonexistent /opt/yalu/bin/yalu brief --out missing'

check_files() {
  local folder file
  for folder; do
    for file in "${BRIEF_FILES[@]}"; do
      [[ -s $folder/$file ]] || { echo "  FAILED: no $file in ${folder#"$TREE"}"; FAILED+=("$file"); }
    done
  done
}

size() { if [[ -e $1 ]]; then du -sm "$1" | cut -f 1; else echo 0; fi; }

row() { printf '%-24s %8s %s\n' "$@"; }

print_figures() {
  local network=cut
  [[ $CAN_CUT ]] || network="not cut (not permitted here)"
  echo
  echo "Debian $SUITE, $(chroot "$TREE" python3 -V), tree $MADE_BY, $(date -u +%F)"
  echo "$(nproc) cores, $(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo) GiB; \
mounts of its own: ${ISOLATED:-no}; network while the brief is made: $network"
  echo
  echo "step             wall, s   CPU, s   largest process, MiB"
  awk -F '\t' '{ printf "%-14s %9.1f %8.1f %22.0f\n", $1, $2, $3, $4 / 1024 }' "$TREE$FIGURES"
  echo
  row "download of set-up" "$(downloaded)" MB
  row "disk: .venv" "$(size "$TREE$PROJECT/.venv")" MiB
  row "disk: workspace .yalu" "$(size "$TREE$PROJECT/.yalu")" MiB
  row "disk: the brief" "$(size "$TREE$PROJECT/build/brief")" MiB
  if [[ -e $TREE/opt/yalu ]]; then row "disk: pip install ." "$(size "$TREE/opt/yalu")" MiB; fi
  if ((${#FAILED[@]})); then stop "failed: ${FAILED[*]}" 1; fi
  echo "all passed"
}
