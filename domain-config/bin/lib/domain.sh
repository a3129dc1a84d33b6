# The domain and its own server. Sourced by bin/shaddock.

up_single() {
  create_domain
  start_domain
  deploy
  await "http://$(host):$((portbase + 80))/shaddock/ready"
  say "the application is ready: http://$(host):$((portbase + 80))/  wss://$(host):$((portbase + 81))/"
  where_to_look
}

# A domain counts once it is hardened; what an interrupted run left is made anew.
create_domain() {
  keep_settings
  [ -f "$directory/password" ] || secrets
  [ ! -e "$directory/hardened" ] || return 0
  rm -rf "$directory/domains"
  mkdir -p "$directory/domains" "$directory/tls"
  ports_free $((portbase + 48)) $((portbase + 80)) $((portbase + 81)) $((portbase + 86)) $((portbase + 49))
  say "creating the domain in $directory"
  local_asadmin create-domain --domaindir "$directory/domains" --portbase "$portbase" --savemasterpassword=true "$domain"
  trial_certificate
  quietly java -cp "$launcher" org.shaddock.launcher.Hardening \
    "$directory/domains/$domain" "$heap" $((portbase + 49)) "$(grid_members)"
  touch "$directory/hardened"
}

# Two passwords that nobody knows and only the owner can read.
secrets() {
  (
    umask 077
    openssl rand -hex 24 >"$directory/master-password"
    printf 'AS_ADMIN_PASSWORD=%s\nAS_ADMIN_MASTERPASSWORD=%s\n' \
      "$(openssl rand -hex 16)" "$(cat "$directory/master-password")" >"$directory/password"
  )
}

# Where members of the grid look for one another: this server and as many instances as there may ever be.
grid_members() {
  local members=127.0.0.1:$((portbase + 49)) i
  for i in $(seq 16); do members=$members,127.0.0.1:$((portbase + 100 * i + 59)); done
  echo "$members"
}

ports_free() {
  local port
  for port in "$@"; do
    ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null ||
      fail "port $port is taken" "stop what listens there, or give another --portbase"
  done
}

# alive <pid file>
alive() { [ -f "$1" ] && kill -0 "$(cat "$1")" 2>/dev/null; }

domain_runs() { alive "$directory/domains/$domain/config/pid"; }

running_domain() { domain_runs || fail "the domain does not run" "start it with 'shaddock start'"; }

start_domain() {
  install_console
  [ -f "$directory/secured" ] && domain_runs && return
  say "starting the domain"
  launch
  if [ ! -f "$directory/secured" ]; then
    say "switching on secure administration"
    single_server_settings
    asadmin enable-secure-admin
    local_asadmin stop-domain --domaindir "$directory/domains" "$domain"
    launch
    touch "$directory/secured"
  fi
}

launch() { local_asadmin start-domain --timeout "$start_seconds" --domaindir "$directory/domains" "$domain"; }

single_server_settings() {
  [ "$kind" = single ] || return 0
  public_listeners server-config
}

# Only these two listeners ever leave the loopback interface.
public_listeners() {
  local listener
  [ "$address" = 127.0.0.1 ] || for listener in http-listener-1 http-listener-2; do
    asadmin set "configs.config.$1.network-config.network-listeners.network-listener.$listener.address=$address"
  done
}

# The server reads plug-ins when it starts, so a new one needs a restart.
install_console() {
  local installed=$payara/glassfish/modules/shaddock-console.jar
  cmp -s "$console" "$installed" && return
  cp "$console" "$installed"
  if [ -f "$directory/secured" ] && domain_runs; then
    say "the console plug-in is new: restarting the domain"
    local_asadmin stop-domain --domaindir "$directory/domains" "$domain"
  fi
}

# deployed: whether the application in force is the present one.
deployed() { [ "$(sha256sum <"$ear")" = "$(cat "$directory/deployed" 2>/dev/null)" ]; }

deploy() {
  ! deployed || return 0
  local target=$group
  [ "$kind" = group ] || target=server
  say "deploying $(basename "$ear") to $target"
  asadmin deploy --force=true --name "$application" --target "$target" "$ear"
  if grep -q 'did not complete successfully' "$directory/last-command.log"; then
    cat "$directory/last-command.log" >&2
    fail "the application does not start" "read why above and in the server logs under $directory, mend it, and run the same command again"
  fi
  sha256sum <"$ear" >"$directory/deployed"
}

keys() { echo "$directory/domains/$domain/config/keystore.p12"; }

keystore() { # keystore <keytool arguments>
  quietly keytool "$@" -keystore "$(keys)" -storepass:file "$directory/master-password"
}

# fingerprint <key store> <file with its password> <alias>
fingerprint() { keytool -list -keystore "$1" -storepass:file "$2" -alias "$3" 2>/dev/null | sed -n 's/^.*SHA-256): *//p'; }

trial_certificate() {
  local names=dns:localhost,ip:127.0.0.1
  case "$address" in 127.0.0.1 | 0.0.0.0 | ::) ;; *) names=$names,ip:$address ;; esac
  keystore -genkeypair -alias shaddock -keyalg EC -groupname secp256r1 -validity 90 \
    -dname "CN=Shaddock trial" -ext "san=$names"
  keystore -exportcert -rfc -alias shaddock -file "$directory/tls/trial.pem"
}

# Replaces the key behind https:// and wss:// by the one key of a PKCS#12 file.
certificate() {
  local file=$1 aliases
  [ -f "$file" ] || fail "there is no file $file" "give a PKCS#12 file with one key and its certificate chain"
  [ -f "$file.password" ] || fail "there is no password for $file" "put it into $file.password, readable by you alone"
  aliases=$(keytool -list -keystore "$file" -storepass:file "$file.password" 2>/dev/null | sed -n 's/, .*PrivateKeyEntry.*//p')
  [ "$(wc -w <<<"$aliases")" = 1 ] || fail "$file has no key or several, or the password is wrong" "give a PKCS#12 file with one key"
  if [ "$(fingerprint "$file" "$file.password" "${aliases%%,*}")" = "$(fingerprint "$(keys)" "$directory/master-password" shaddock)" ]; then
    say "the certificate is in place already"
    return
  fi
  stop
  quietly keytool -importkeystore -noprompt -srckeystore "$file" -srcstoretype PKCS12 -srcstorepass:file "$file.password" \
    -srcalias "${aliases%%,*}" -destalias shaddock -destkeystore "$(keys)" \
    -deststorepass:file "$directory/master-password"
  say "the certificate is in place"
  prepare_again
  "up_$kind"
}

prepare_again() { command=$kind; prepare; }

stop() {
  stop_instances
  if domain_runs; then
    say "stopping the domain"
    local_asadmin stop-domain --domaindir "$directory/domains" "$domain"
  fi
  say "everything is stopped"
}

remove() {
  stop
  rm -rf "${directory:?}"
  say "the domain is gone; the console plug-in stays in $payara/glassfish/modules/shaddock-console.jar"
}

status() {
  say "a $kind in $directory, admin console https://127.0.0.1:$(admin_port)/"
  domain_runs || { say "the domain does not run"; return; }
  exec_asadmin --terse list-instances
  exec_asadmin --terse list-shaddock-members
}

where_to_look() {
  say "admin console: https://127.0.0.1:$(admin_port)/, user admin, password in $directory/password"
}
