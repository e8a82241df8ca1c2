#!/usr/bin/env bash
# What the checks of docs/tickets.md are worth: 25 drives of 15 s, 19 of them with one fault each, held against their truth.
#   examples/ticket-faults.sh OUT [FIRST [LAST]]     a stretch of the list drives only and scores nothing
set -euo pipefail
out=${1:?usage: examples/ticket-faults.sh OUT [FIRST [LAST]]}
first=${2:-1}
last=${3:-25}
camber=${CAMBER:-./camber}
drives=(
  "highway-cut-in lidar_top:dropout@4s..6s"
  "pedestrian-crossing lidar_top:freeze@4s..6s"
  "highway-cut-in lidar_top:turn@4s..99s"
  "pedestrian-crossing lidar_top:turn@4s..99s"
  "signal-junction lidar_top:noise@4s..99s"
  "country-road gnss:jump@4s..99s"
  "signal-junction gnss:drift@4s..99s"
  "unprotected-turn imu:gyro_bias@4s..99s"
  "highway-cut-in wheels:scale@4s..99s"
  "pedestrian-crossing tracks:split@4s..99s"
  "stop-and-go tracks:split@4s..99s"
  "highway-cut-in tracks:ghost@4s..99s"
  "signal-junction tracks:ghost@4s..99s"
  "stop-and-go detections:class_flip@4s..99s"
  "pedestrian-crossing tracks:class_flip@4s..99s"
  "country-road plan:jump@4s..99s"
  "highway-cut-in plan:jump@4s..99s"
  "unprotected-turn pose:freeze@4s..6s"
  "stop-and-go tracks:delay@4s..99s"
  "country-road" "highway-cut-in" "pedestrian-crossing" "signal-junction" "stop-and-go" "unprotected-turn"
)
for ((i = first - 1; i < last; i++)); do
  read -r scenario fault <<<"${drives[i]}"
  folder=$out/$(printf %02d $((i + 1)))-$scenario
  code=0
  said=$("$camber" run "$scenario" --until 15 --seed 1 --out "$folder" ${fault:+--fault "$fault"}) || code=$?
  grep -E "PASS|FAIL" <<<"$said" || true
  if [ "$code" != 0 ] && [ "$code" != 4 ]; then # 4: driven to its end and judged a failure
    echo "ticket-faults.sh: drive $((i + 1)) ($scenario${fault:+ --fault $fault}) ended with $code" >&2
    exit 1
  fi
done
if [ "$first-$last" = 1-25 ]; then
  "$camber" tickets score "$out"
fi
