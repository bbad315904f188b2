# Makes the Debian tree: by debootstrap, by mmdebstrap, or unpacked and not configured.

INCLUDE=python3,python3-venv,python3-pip,git,make,ca-certificates

make_tree() {
  if [[ -x $TREE/usr/bin/python3 ]]; then
    MADE_BY="found in --tree"
  else
    [[ -z $(ls -A "$TREE") ]] || stop "$TREE holds something that is no Debian tree"
    local maker from=$SECONDS log
    log=$(mktemp)
    for maker in ${MAKER:-debootstrap mmdebstrap bare}; do
      echo "making a tree of $SUITE with $maker"
      if "by_$maker" "$(mirror)" >"$log" 2>&1; then
        MADE_BY="$maker in $((SECONDS - from)) s"
        break
      fi
      tail -n 5 "$log" >&2
      echo "  $maker could not" >&2
      find "$TREE" -xdev -mindepth 1 -delete
    done
    rm -f "$log"
    [[ ${MADE_BY-} ]] || stop "no tree could be made; is debootstrap or mmdebstrap installed?" 1
  fi
  chroot "$TREE" python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "$SUITE has no Python 3.11 or newer"
}

by_debootstrap() { debootstrap --variant=minbase --include="$INCLUDE" "$SUITE" "$TREE" ${1:+"$1"}; }

by_mmdebstrap() { mmdebstrap --variant=minbase --include="$INCLUDE" "$SUITE" "$TREE" ${1:+"$1"}; }

# No package is configured: what the maintainers' scripts would make and the commands need is made here.
by_bare() {
  local deb
  debootstrap --foreign --variant=minbase --include="$INCLUDE" "$SUITE" "$TREE" ${1:+"$1"} || return
  for deb in "$TREE"/var/cache/apt/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$deb" | tar -xk --keep-directory-symlink -C "$TREE" 2>/dev/null || true
  done
  [[ ! -L $TREE/proc ]] || { rm "$TREE/proc" && mkdir "$TREE/proc"; }
  [[ -e $TREE/bin/sh ]] || ln -s dash "$TREE/bin/sh"
  [[ -e $TREE/etc/passwd ]] || cp "$TREE/usr/share/base-passwd/passwd.master" "$TREE/etc/passwd"
  [[ -e $TREE/etc/group ]] || cp "$TREE/usr/share/base-passwd/group.master" "$TREE/etc/group"
}

# The mirror that this machine's apt uses for the suite; empty: the maker knows one.
mirror() {
  apt-get indextargets --format '$(CODENAME) $(SUITE) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk -v suite="$SUITE" '$1 == suite || $2 == suite { print $3; exit }'
}
