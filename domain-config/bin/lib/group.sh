# The deployment group and its instances. Sourced by bin/shaddock.

config=$group-config
node=shaddock-node

up_group() {
  create_domain
  start_domain
  create_group
  create_instances
  start_instances
  deploy
  local i
  for i in $(seq "$instances"); do await "$(instance_url "$i")/shaddock/ready"; done
  for i in $(seq "$instances"); do
    say "$group$i is ready: $(instance_url "$i")/  wss://$(host):$(instance_port "$i" 81)/"
  done
  where_to_look
}

instance_port() { echo $((portbase + 100 * $1 + $2)); }
instance_url() { echo "http://$(host):$(instance_port "$1" 80)"; }

create_group() {
  [ ! -f "$directory/grouped" ] || return 0
  say "creating the deployment group"
  local have
  have=$(exec_asadmin --terse list-configs; exec_asadmin --terse list-nodes; exec_asadmin --terse list-deployment-groups)
  grep -q "^$config\b" <<<"$have" || asadmin copy-config default-config "$config"
  public_listeners "$config"
  grep -q "^$node\b" <<<"$have" ||
    asadmin create-node-config --nodehost localhost --nodedir "$directory/nodes" --installdir "$payara" "$node"
  grep -q "^$group$" <<<"$have" || grep -q "^$group\s*$" <<<"$have" || asadmin create-deployment-group "$group"
  touch "$directory/grouped"
}

create_instances() {
  local i
  for i in $(seq "$instances"); do
    [ ! -f "$directory/nodes/$node/$group$i.created" ] || continue
    say "creating instance $group$i"
    ports_free "$(instance_port "$i" 80)" "$(instance_port "$i" 81)" "$(instance_port "$i" 59)"
    exec_asadmin --terse list-instances --nostatus 2>/dev/null | grep -q "^$group$i\b" ||
      asadmin create-local-instance --node "$node" --nodedir "$directory/nodes" --config "$config" --savemasterpassword=true \
        --portbase "$(instance_port "$i" 0)" \
        --systemproperties "HZ_LISTENER_PORT=$(instance_port "$i" 59):$(public_ports "$i")" \
        "$group$i"
    exec_asadmin --terse list-instances --nostatus "$group" 2>/dev/null | grep -q "^$group$i\b" ||
      asadmin add-instance-to-deployment-group --instance "$group$i" --deploymentGroup "$group"
    touch "$directory/nodes/$node/$group$i.created"
  done
}

# Where an instance's clients come, for those who are told to go there.
public_ports() {
  echo "shaddock.connector.public-port=$(instance_port "$1" 80):shaddock.connector.public-secure-port=$(instance_port "$1" 81)"
}

instance_runs() { alive "$directory/nodes/$node/$group$1/config/pid"; }

start_instances() {
  local i
  for i in $(seq "$instances"); do
    instance_runs "$i" || { say "starting $group$i"; start_instance "$i"; }
  done
}

start_instance() {
  asadmin start-local-instance --timeout "$start_seconds" --node "$node" --nodedir "$directory/nodes" "$group$1"
}

stop_instance() {
  asadmin stop-local-instance --node "$node" --nodedir "$directory/nodes" "$group$1"
}

stop_instances() {
  local i
  for i in $(seq 16); do
    ! instance_runs "$i" || { say "stopping $group$i"; stop_instance "$i"; }
  done
}

# One instance after the other is drained, stopped and started; the next one's turn comes when it is ready. If the application has
# changed, each runs the new one from its turn on.
roll() {
  [ "$kind" = group ] || fail "a single server cannot be rolled" "use 'shaddock deploy', or 'shaddock stop' and 'shaddock start'"
  need_ear
  keep_settings
  stage
  local i
  for i in $(seq "$instances"); do
    say "rolling $group$i"
    if instance_runs "$i"; then
      exec_asadmin --terse drain-shaddock-member --wait "$drain_seconds" "$group$i" || say "$group$i is stopped all the same"
      stop_instance "$i"
    fi
    start_instance "$i"
    await "$(instance_url "$i")/shaddock/ready"
  done
  say "all instances have been restarted"
}

# Puts a new application where instances find it when they start, and leaves those that run as they are.
stage() {
  ! deployed || return 0
  local dynamic=configs.config.$config.dynamic-reconfiguration-enabled
  asadmin set "$dynamic=false"
  trap 'exec_asadmin --terse set '"$dynamic"'=true >/dev/null' EXIT
  deploy
  trap - EXIT
  asadmin set "$dynamic=true"
}

# settings <instance | group | server> <file>: as system properties, where MicroProfile Config finds them.
settings() {
  local target=$1 file=$2 line properties=
  [ "$target" != "$group" ] || [ "$kind" != group ] || target=$config
  [ -f "$file" ] || fail "there is no file $file" "see $here/../config for examples"
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%$'\r'}
    case "$line" in '' | '#'*) continue ;; esac
    [[ $line =~ ^shaddock\.[a-z.-]+=[^[:cntrl:]]*$ ]] || fail "'$line' in $file is no setting" "write shaddock.some-key=value"
    line=$(sed 's/[:\\]/\\&/g' <<<"$line")
    properties=$properties${properties:+:}$line
  done <"$file"
  [ -n "$properties" ] || fail "$file has no settings" "write shaddock.some-key=value, one a line"
  asadmin create-system-properties --target "$target" "$properties"
  say "the settings are kept; they are in force after 'shaddock roll', or 'shaddock stop' and 'shaddock start'"
}
