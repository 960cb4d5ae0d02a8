#!/usr/bin/env bash
# Asks this service and Apache Jena Fuseki the same queries over the same TDB2 data, in turn.
#
#   src/benchmark/beside-fuseki.sh [STATEMENTS] [ROUNDS] [FOLDER]
#
# Makes a graph of that many statements out of the sample documents, starts both servers on it and prints a table.
set -euo pipefail
cd "$(dirname "$0")/../.."
statements=${1:-1000000}
rounds=${2:-50}
folder=${3:-target/beside-fuseki}
port=8091
peer=3391
about=http://localhost:8080/id/governing-document/meldst-15-2017-2018
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
small=$folder/small
grown=$folder/grown-$statements

run() { # run CLASS ARGS: a benchmark's main
    mvn -q -B -ntp -Dfast -Pbenchmark process-test-classes -Dbenchmark="$1" -Dbenchmark.args="${*:2}" -Dbenchmark.heap=2g
}
await() { # await URL
    for _ in $(seq 1 900); do
        if curl -fsS -o /dev/null "$1" 2>/dev/null; then return; fi
        sleep 1
    done
    echo "$1 does not answer" >&2
    exit 1
}
started=()
trap 'kill "${started[@]}" 2>/dev/null || true' EXIT

if [ ! -f "$folder/small.nq" ]; then
    FORANKRING_HOME=$small bin/forankring ingest corpus >&2
    FORANKRING_HOME=$small bin/forankring export -o "$folder/small.nq"
fi
if [ ! -d "$grown" ]; then
    run no.forankring.graph.GrownHome "$folder/small.nq" "$grown" "$statements" 40
fi
mvn -q -B -ntp dependency:copy -Dartifact=org.apache.jena:jena-fuseki-server:6.2.0 -DoutputDirectory="$folder" -Dmdep.overWriteReleases=false >&2

FORANKRING_HOME=$grown FORANKRING_JAVA_OPTS=-Xmx4g bin/forankring serve --server.port=$port >"$folder/ours.log" 2>&1 &
started+=($!)
await "http://localhost:$port/actuator/health/liveness"
rm -rf "$folder/peer"
cp -r "$grown/graph/$(cat "$grown/graph/current")" "$folder/peer"
rm -f "$folder/peer/tdb.lock" "$folder"/peer/*/tdb.lock
java=$(ls -d /usr/lib/jvm/*25*/bin/java 2>/dev/null | head -n 1)
"${java:-java}" -Xmx4g -jar "$folder/jena-fuseki-server-6.2.0.jar" --tdb2 --loc="$folder/peer" --port=$peer /ds >"$folder/peer.log" 2>&1 &
started+=($!)
await "http://localhost:$peer/\$/ping"
run no.forankring.sparql.ServerBenchmark "http://localhost:$port/sparql" "http://localhost:$peer/ds/sparql" ontology/reports "$rounds" "$about"
