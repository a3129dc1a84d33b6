# Options, messages, and the way to asadmin. Sourced by bin/shaddock.

domain=shaddock
group=shaddock
application=shaddock
start_seconds=600
drain_seconds=45
rest=()

say() { printf 'shaddock: %s\n' "$*"; }

# fail <what went wrong> <what to do>
fail() {
  printf 'shaddock: %s.\n  Do: %s.\n' "$1" "$2" >&2
  exit 1
}

# The options of `asadmin` are its own.
read_options() {
  directory=$HOME/shaddock-domain
  local given=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --directory) value "$@"; directory=$2; shift 2 ;;
      --payara | --ear | --instances | --address | --portbase | --heap) value "$@"; given+=("${1#--}=$2"); shift 2 ;;
      *) [ "$command" = asadmin ] && { rest+=("$@"); break; }
        case "$1" in -*) usage >&2; fail "there is no option '$1'" "see above" ;; esac
        rest+=("$1"); shift ;;
    esac
  done
  payara=$here/../target/payara6 ear=$here/../../ear/target/shaddock.ear
  instances=3 address=127.0.0.1 portbase=8000 heap=1g kind=
  [ ! -f "$directory/settings" ] || . "$directory/settings"
  local one
  for one in ${given[@]+"${given[@]}"}; do printf -v "${one%%=*}" '%s' "${one#*=}"; done
  directory=$(realpath -m "$directory") payara=$(realpath -m "$payara") ear=$(realpath -m "$ear")
  check_options
}

value() { [ $# -gt 1 ] || fail "$1 needs a value" "see 'shaddock help'"; }

check_options() {
  [[ $instances =~ ^[1-9]$|^1[0-6]$ ]] || fail "--instances $instances cannot be used" "give a number from 1 to 16"
  [[ $portbase =~ ^[0-9]{4,5}$ ]] && ((portbase >= 1024 && portbase <= 63000)) ||
    fail "--portbase $portbase cannot be used" "give a port from 1024 to 63000"
  [[ $heap =~ ^[0-9]+[kmgKMG]$ ]] || fail "--heap $heap cannot be used" "give a size such as 512m or 2g"
  [[ $address =~ ^[0-9a-fA-F.:]+$ ]] || fail "--address $address cannot be used" "give an IP address of this machine"
}

keep_settings() {
  local name
  for name in payara ear instances address portbase heap kind; do
    printf '%s=%q\n' "$name" "${!name}"
  done >"$directory/settings.new"
  mv "$directory/settings.new" "$directory/settings"
}

# Everything that is needed before anything is made.
prepare() {
  local tool
  for tool in java keytool curl flock openssl; do
    command -v "$tool" >/dev/null || fail "there is no '$tool' on this machine" "install it (java and keytool come with a JDK 17)"
  done
  [ -x "$payara/bin/asadmin" ] || fail "there is no Payara Server in $payara" \
    "unpack payara-6.2025.9.zip and give its payara6 directory with --payara"
  need_ear
  launcher=$(newest "$here"/../target/shaddock-domain-config-*.jar "$here"/../lib/shaddock-domain-config-*.jar)
  console=$(newest "$here"/../console/target/shaddock-console-*.jar "$here"/../lib/shaddock-console-*.jar)
  [ -n "$launcher" ] && [ -n "$console" ] || fail "the jars of domain-config are not built" "run 'mvn package -DskipTests'"
  if [ -n "$kind" ] && [ "$kind" != "$command" ]; then
    fail "the domain in $directory is a '$kind'" "use 'shaddock $kind', or another --directory and --portbase"
  fi
  kind=$command
  mkdir -p "$directory"
  chmod 700 "$directory"
}

need_ear() {
  [ -f "$ear" ] || fail "there is no application at $ear" "build it with 'mvn package -DskipTests', or give one with --ear"
}

newest() { ls -t "$@" 2>/dev/null | grep -v -e -tests -e -sources | head -n 1 || true; }

known() {
  [ -f "$directory/settings" ] || fail "there is no domain in $directory" "make one with 'shaddock single' or 'shaddock group'"
}

lock() {
  exec 9>"$directory/lock"
  flock -n 9 || fail "another shaddock command is at work in $directory" "wait until it is done"
}

admin_port() { echo $((portbase + 48)); }

# A whole command line of asadmin against the running domain.
exec_asadmin() {
  "$payara/bin/asadmin" --interactive=false --host 127.0.0.1 --port "$(admin_port)" --user admin \
    --passwordfile "$directory/password" "$@" 9>&-
}

# The same, silent while it works. `local_asadmin` is for commands that need no running domain.
asadmin() { quietly exec_asadmin --terse "$@"; }
local_asadmin() { quietly "$payara/bin/asadmin" --interactive=false --user admin --passwordfile "$directory/password" "$@" 9>&-; }

# A warning, exit status 4, is no failure.
quietly() {
  local log=$directory/last-command.log status=0
  "$@" >"$log" 2>&1 || status=$?
  [ $status = 0 ] || [ $status = 4 ] || {
    grep -v -E '^\s+at |^$' "$log" | tail -n 15 >&2
    fail "this failed: ${*##*/}" "mend what is said above and run the same command again; all of it is in $log, server logs are under $directory"
  }
}

# await <url>: until it answers 200.
await() {
  local deadline=$((SECONDS + start_seconds))
  until curl -fsS -o /dev/null --max-time 5 "$1" 2>/dev/null; do
    ((SECONDS < deadline)) || fail "$1 does not answer after $start_seconds s" "read the server logs under $directory"
    sleep 1
  done
}

host() { case "$address" in 0.0.0.0 | ::) echo 127.0.0.1 ;; *:*) echo "[$address]" ;; *) echo "$address" ;; esac; }
