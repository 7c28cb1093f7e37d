#!/usr/bin/env bash
# How long people wait for the small commands: wall time of whole processes, the median of seven.
set -euo pipefail
cd "$(dirname "$0")/.."
./shieldwall --help >/dev/null

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
big="$folder/thousand-lines.yaml"
{
  echo "shieldwall: 1"
  echo "name: Many towns"
  echo "starts: {local: 2024-01-01T00:00, zone: UTC}"
  echo "lasts: 60d"
  echo "use: [techniques/enterprise, techniques/ransomware, playbooks/standard, assets/office, defaults/2021]"
  echo "organisations:"
  for town in $(seq 84); do
    echo "  town-$town:"
    echo "    kind: government"
    echo "    security:"
    echo "      analysts: {count: 1, on-duty: \"Mon-Fri 08:00-17:00\"}"
    echo "      sensors:"
    echo "        watch-$town: {kind: endpoint, quality: 50%, false-alerts: 0.01/d}"
  done
  echo "networks:"
  for town in $(seq 84); do
    echo "  net-$town:"
    echo "    organisation: town-$town"
    echo "    assets:"
    echo "      pc-$town: {template: workstation, count: 20}"
  done
  echo "services:"
  for town in $(seq 84); do
    echo "  counter-$town: {provided-by: town-$town, needs: {share-of: pc-$town}, serves: {people: 1000}}"
  done
  echo "links:"
  for town in $(seq 84); do
    echo "  - {from: internet, to: net-$town, allow: [mail]}"
  done
  echo "strategies: {isolated: []}"
} >"$big"
wc -l <"$big" | xargs printf 'the big file has %d lines\n'
./shieldwall lint "$big" | tail -1

median() {
  for _ in 1 2 3 4 5 6 7; do
    local before after
    before="$(date +%s%N)"
    "$@" >/dev/null
    after="$(date +%s%N)"
    echo "$(((after - before) / 1000000))"
  done | sort -n | sed -n 4p
}

printf '%5d ms  --help\n' "$(median ./shieldwall --help)"
printf '%5d ms  lint three-grids\n' "$(median ./shieldwall lint three-grids)"
printf '%5d ms  lint of the big file\n' "$(median ./shieldwall lint "$big")"
