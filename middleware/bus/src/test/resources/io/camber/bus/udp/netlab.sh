#!/bin/bash
# Two hosts A (10.77.0.1) and B (10.77.0.2) with faults between them, without root: network namespaces and nftables.
# usage: netlab.sh COMMAND_A COMMAND_B [fault ...]; faults, in thousandths, hit what arrives at B (lossboth: at A too):
#   loss lossboth lossdata (DATA frames only) dup reorder corrupt;  rate=MBIT limits A's way out
# At the end the counters of the rules are printed as "counter NAME PACKETS".
set -u
if [ -z "${NETLAB_INSIDE:-}" ]; then
  NETLAB_INSIDE=1 exec unshare --user --map-root-user --net --mount --pid --fork --kill-child --mount-proc "$0" "$@"
fi
PATH=$PATH:/usr/sbin:/sbin
command_a=$1 command_b=$2
shift 2
unshare --net --kill-child sleep 1000 &
host_b=$!
sleep 0.2
b() { nsenter --target "$host_b" --net "$@"; }
ip link add va type veth peer name vb
ip link set vb netns "$host_b"
ip addr add 10.77.0.1/24 dev va
b ip addr add 10.77.0.2/24 dev vb
for side in "" b; do $side ip link set lo up; done
ip link set va up
b ip link set vb up
tables='add table inet f; add chain inet f in { type filter hook prerouting priority raw; }; '
for name in loss dup corrupt reorder; do tables+="add counter inet f n_$name; "; done
b nft "$tables"
nft "$tables add chain inet f out { type filter hook postrouting priority 0; };
  add table netdev d; add counter netdev d n_dup; add chain netdev d out { type filter hook egress device va priority 0; }"
for fault in "$@"; do
  value=${fault#*=}
  dice="numgen random mod 1000 < $value"
  case $fault in
    loss=*) b nft "add rule inet f in meta l4proto udp $dice counter name n_loss drop" ;;
    lossboth=*)
      b nft "add rule inet f in meta l4proto udp $dice counter name n_loss drop"
      nft "add rule inet f in meta l4proto udp $dice counter name n_loss drop" ;;
    lossdata=*) b nft "add rule inet f in meta l4proto udp @th,104,8 5 $dice counter name n_loss drop" ;;
    corrupt=*) b nft "add rule inet f in meta l4proto udp udp length > 60 $dice counter name n_corrupt @th,384,16 set 0xdead" ;;
    dup=*) nft "add rule netdev d out ip protocol udp $dice counter name n_dup dup to va" ;;
    reorder=*)
      tc qdisc add dev va root handle 1: htb default 10
      tc class add dev va parent 1: classid 1:10 htb rate 1gbit quantum 60000
      tc class add dev va parent 1: classid 1:20 htb rate 10mbit burst 2k quantum 60000
      tc qdisc add dev va parent 1:20 handle 20: tbf rate 9mbit burst 2k latency 100ms
      nft "add rule inet f out meta l4proto udp $dice counter name n_reorder meta priority set 1:20" ;;
    rate=*) tc qdisc add dev va root tbf rate "${value}mbit" burst 32kb latency 20ms ;;
  esac
done
b bash -c "$command_b" &
process_b=$!
bash -c "$command_a" &
process_a=$!
wait "$process_b"
status=$?
wait "$process_a" || status=$?
for name in loss corrupt; do echo "counter $name $(b nft list counter inet f n_$name | grep -o 'packets [0-9]*' | cut -d' ' -f2)"; done
echo "counter dup $(nft list counter netdev d n_dup | grep -o 'packets [0-9]*' | cut -d' ' -f2)"
kill "$host_b"
exit "$status"
