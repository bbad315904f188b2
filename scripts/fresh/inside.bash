# Runs commands in the tree, with this machine's settings for mirrors, proxies and certificates.

SETTINGS=()
ISOLATED='' CAN_CUT=''

look_at_this_machine() {
  if unshare --mount --pid --fork true 2>/dev/null; then ISOLATED=yes; fi
  if unshare --net true 2>/dev/null; then CAN_CUT=yes; fi
  local proxy=''
  eval "$(apt-config shell proxy Acquire::http::Proxy 2>/dev/null || true)"
  if [[ $proxy && $proxy != DIRECT && -z ${http_proxy-} ]]; then export http_proxy=$proxy; fi
}

# inside COMMAND...: mounts and processes end with it. With NETWORK=cut it sees no network.
inside() {
  local -a apart=()
  if [[ $ISOLATED ]]; then apart=(unshare --mount --pid --fork --kill-child --propagation private); fi
  if [[ ${NETWORK-} == cut && $CAN_CUT ]]; then
    if [[ $ISOLATED ]]; then apart+=(--net); else apart=(unshare --net); fi
  fi
  "${apart[@]}" bash -c "$ENTER" enter "$TREE" "$ISOLATED" env -i HOME=/root LANG=C.UTF-8 TERM=dumb \
    PATH=/usr/sbin:/usr/bin:/sbin:/bin "${SETTINGS[@]}" "$@" </dev/null
}

ENTER='
set -e
tree=$1 isolated=$2; shift 2
if [ "$isolated" ]; then
  mount -t proc proc "$tree/proc"
  mount -t tmpfs -o mode=0755 tmpfs "$tree/dev"
  for node in null zero full random urandom tty; do
    touch "$tree/dev/$node"; mount --bind "/dev/$node" "$tree/dev/$node"
  done
  mkdir -m 1777 "$tree/dev/shm"
  mkdir "$tree/dev/pts"
  mount -t devpts -o newinstance,ptmxmode=0666 devpts "$tree/dev/pts"
  ln -s pts/ptmx "$tree/dev/ptmx"
  ln -s /proc/self/fd "$tree/dev/fd"
fi
exec chroot "$tree" "$@"'

bring_settings() {
  local name file value
  for name in PIP_DEFAULT_TIMEOUT PIP_RETRIES SSL_CERT_FILE REQUESTS_CA_BUNDLE CURL_CA_BUNDLE \
    {http,https,all,no}_proxy {HTTP,HTTPS,ALL,NO}_PROXY; do
    if [[ ${!name-} ]]; then SETTINGS+=("$name=${!name}"); fi
  done
  for name in index-url extra-index-url trusted-host proxy cert client-cert; do
    value=$(pip_setting "$name")
    name=${name//-/_}
    if [[ $value ]]; then SETTINGS+=("PIP_${name^^}=$value"); fi
  done
  local -a files=(/etc/ssl/certs/ca-certificates.crt)
  for value in "${SETTINGS[@]}"; do
    case $value in *=/*) files+=("${value#*=}") ;; esac
  done
  for file in "${files[@]}"; do
    if [[ -f $file ]]; then install -D -m 644 "$file" "$TREE$file"; fi
  done
  for file in /etc/resolv.conf /etc/hosts; do
    if [[ -e $file ]]; then rm -f "$TREE$file"; cp -L "$file" "$TREE$file"; fi
  done
}

# What pip here has for a setting, from its variable or its files, without what lies on this disk.
pip_setting() {
  local variable=PIP_${1//-/_} value word
  variable=${variable^^}
  value=${!variable-}
  [[ $value ]] || value=$(python3 -m pip config get "global.$1" 2>/dev/null || true)
  for word in $value; do
    case $word in file:*) ;; *) printf '%s ' "$word" ;; esac
  done | sed 's/ $//'
}
