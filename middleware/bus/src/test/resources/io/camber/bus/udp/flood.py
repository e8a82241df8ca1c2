"""Floods the data port of host B: records datagrams of the wire for a while, then sends, in turn, random bytes, recorded
datagrams once more and recorded headers with a counter to come over a body of junk. usage: flood.py SECONDS"""
import os, socket, struct, sys, time

seconds = float(sys.argv[1])
tap = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
tap.bind(("va", 0))
tap.settimeout(0.2)
recorded, port = [], 0
begin = time.monotonic()
while time.monotonic() - begin < 20 and len(recorded) < 500:
    try:
        frame = tap.recv(2048)
    except socket.timeout:
        continue
    udp = frame[14 + (frame[14] & 15) * 4:]
    payload = udp[8:]
    if frame[12:14] != b"\x08\x00" or frame[23] != 17 or payload[:4] != b"CMBU" or frame[30:34] != bytes([10, 77, 0, 2]):
        continue
    if payload[5] == 5:  # DATA goes to the data port
        port = struct.unpack(">H", udp[2:4])[0]
        recorded.append(payload)
tap.close()
out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
out.connect(("10.77.0.2", port))
newest = struct.unpack("<Q", recorded[-1][24:32])[0]
random = [os.urandom(300) for _ in range(64)]
forged = [recorded[-1][:24] + struct.pack("<Q", newest + 1_000_000 + i) + os.urandom(280) for i in range(64)]
kinds = [random, recorded, forged]
counts = [0, 0, 0]
end = time.monotonic() + seconds
while time.monotonic() < end:
    for k, kind in enumerate(kinds):
        for i in range(64):
            try:
                out.send(kind[i])
                counts[k] += 1
            except OSError:
                pass
for name, count in zip(("random", "replayed", "forged"), counts):
    print("flood_" + name, count)
print("flood_kpps", int(sum(counts) / seconds / 1000), flush=True)
