#!/bin/sh
# The recipes of examples/spread: the work is spread over processes, over ssh and over a Slurm array, and is the same.
. "$(dirname "$0")/check.sh"
root=$here/../..
PATH=$(dirname "$annals"):$PATH
filter="annals -q --from-format jsonl --to jsonl"
i=0
while [ $i -lt 300 ]; do
    echo "{\"id\": \"letter-$i\", \"text\": \"On $((i % 28 + 1)) May $((1900 + i % 90)) he came, and two days later he left.\"}"
    i=$((i + 1))
done >letters.jsonl
$filter letters.jsonl >wanted.jsonl || echo "FAILED: the filter"
annals merge --to json wanted.jsonl >wanted.json || echo "FAILED: annals merge"
same() { # WHAT FILE...: parts that were made so are the whole
    last=$1
    shift
    check_that "the parts have $(cat "$@" | wc -l) lines" [ "$(cat "$@" | wc -l)" -eq 300 ]
    annals merge --to json "$@" >merged.json
    check_that "they make something else" cmp -s merged.json wanted.json
}

skips() { # WHAT, as WHY
    echo "skipped: $1: $2"
}

# As rdd.pipe and Hadoop Streaming hand the lines out: a process each, some of which get nothing.
split -n r/7 letters.jsonl piece-
for piece in piece-* /dev/null; do $filter <"$piece" >"parts-$(basename "$piece")" || echo "FAILED: $piece"; done
same "partitions" parts-*
check_that "nothing gives something" [ ! -s parts-null ]

# A bad line is the same in the whole, whatever piece it was in and whatever number it had there.
{ head -250 letters.jsonl; echo broken; tail -50 letters.jsonl; } >bad.jsonl
$filter bad.jsonl >bad-wanted.jsonl 2>bad-note && echo "FAILED: a bad line is no failure"
check_that "the bad line is not told" [ "$(grep -c '"error":{"source":"bad.jsonl","line":251,"text":"broken",' bad-wanted.jsonl)" -eq 1 ]
split -n r/3 bad.jsonl bad-piece-
for piece in bad-piece-*; do $filter <"$piece" >"bad-part-$piece" 2>>bad-note; done
annals merge -q --to json bad-wanted.jsonl >bad-wanted.json
annals merge -q --to json bad-part-* >bad-merged.json
check_that "a bad line makes something else" cmp -s bad-merged.json bad-wanted.json
check_that "the bad line is forgotten" [ "$(grep -c '"source": "broken"' bad-merged.json)" -eq 1 ]

if command -v parallel >/dev/null; then
    # shellcheck disable=SC2086  # the filter is a command with options
    parallel --will-cite --pipe --block 4k --keep-order -j 2 $filter <letters.jsonl >piped.jsonl
    same "parallel" piped.jsonl
    check_that "the lines are in another order" cmp -s piped.jsonl wanted.jsonl
else
    skips "GNU parallel" "it is not installed"
fi

# A server of ssh for this test alone, which lets in with a key made for it.
find_port() {
    port=20000
    while ! "$python" -c "import socket; socket.socket().bind(('127.0.0.1', $port))" 2>/dev/null; do port=$((port + 1)); done
}
python=$(command -v python3) || python=
if command -v parallel >/dev/null && [ -x /usr/sbin/sshd ] && [ -n "$python" ] && find_port; then
    ssh-keygen -q -t ed25519 -N '' -f host && ssh-keygen -q -t ed25519 -N '' -f key && cp key.pub authorized
    [ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd
    /usr/sbin/sshd -f /dev/null -p "$port" -h "$folder/host" -o ListenAddress=127.0.0.1 -o StrictModes=no -o UsePAM=no \
        -o AuthorizedKeysFile="$folder/authorized" -o PidFile="$folder/sshd.pid" -o PermitRootLogin=yes 2>sshd.log
    ssh="ssh -p $port -i $folder/key -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
    if $ssh 127.0.0.1 true 2>/dev/null; then
        parallel --will-cite --ssh "$ssh" --sshlogin 127.0.0.1 --pipe --block 8k --keep-order \
            "PATH=$(dirname "$annals"):\$PATH $filter" <letters.jsonl >far.jsonl
        same "ssh" far.jsonl
    else
        skips "ssh" "the server of this test does not let in: $(head -1 sshd.log)"
    fi
    [ ! -e sshd.pid ] || kill "$(cat sshd.pid)"
else
    skips "ssh" "GNU parallel, openssh-server or python3 is not installed, or no port is free"
fi

# A Slurm of one node, with daemons of its own.
start_slurm() {
    host=$(hostname -s)
    mkdir -p slurm/state slurm/spool slurm/munge && chmod 700 slurm/munge
    head -c 1024 /dev/urandom >slurm/munge/key && chmod 600 slurm/munge/key
    munge=$folder/slurm/munge
    munged --force --socket="$munge/socket" --key-file="$munge/key" --pid-file="$munge/pid" --log-file="$munge/log" \
        --seed-file="$munge/seed" 2>/dev/null || return 1
    chmod 755 slurm/munge "$folder"
    find_port
    export SLURM_CONF="$folder/slurm/slurm.conf"
    cat >"$SLURM_CONF" <<C
ClusterName=test
SlurmctldHost=$host
AuthType=auth/munge
AuthInfo=socket=$munge/socket
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
StateSaveLocation=$folder/slurm/state
SlurmdSpoolDir=$folder/slurm/spool
SlurmctldPidFile=$folder/slurm/slurmctld.pid
SlurmdPidFile=$folder/slurm/slurmd.pid
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=$(id -un)
SlurmctldLogFile=$folder/slurm/ctld.log
SlurmdLogFile=$folder/slurm/d.log
NodeName=$host State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
C
    slurmctld -c 2>/dev/null && slurmd -c 2>/dev/null || return 1
    tries=0
    until sinfo -h -o %t 2>/dev/null | grep -q idle; do
        tries=$((tries + 1))
        [ $tries -lt 30 ] || return 1
        sleep 1
    done
}
stop_slurm() {
    for file in slurm/slurmd.pid slurm/slurmctld.pid slurm/munge/pid; do
        pid=$(cat $file 2>/dev/null) || continue
        kill "$pid"
        tries=0
        while kill -0 "$pid" 2>/dev/null && [ $tries -lt 20 ]; do tries=$((tries + 1)); sleep 0.1; done
    done
}
if [ "$(id -u)" -eq 0 ] && command -v sbatch munged slurmctld slurmd >/dev/null && [ -n "$python" ] && start_slurm; then
    sbatch -Q --array=3-6 -o "$folder/slurm/task-%a" "$root/examples/spread/slurm.sh" letters.jsonl parts
    tries=0
    while [ -n "$(squeue -h 2>/dev/null)" ] && [ $tries -lt 240 ]; do
        tries=$((tries + 1))
        sleep 0.5
    done
    check_that "the tasks fail: $(cat slurm/task-* 2>/dev/null | head -3)" [ "$(find parts -name 'part-*.jsonl' | wc -l)" -eq 4 ]
    same "Slurm" parts/*.jsonl
else
    skips "Slurm" "slurm-wlm or munge is not installed, this is not root, or its daemons do not start"
fi
[ ! -e slurm ] || stop_slurm
done_checking
