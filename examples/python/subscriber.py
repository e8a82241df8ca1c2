#!/usr/bin/env python3
"""Joins a Camber bus over loopback UDP and prints the messages of a topic.

    subscriber.py /localization/pose [--port 42800] [--count N] [--descriptors SET --message NAME]

The bus must be one in the open (`--bus udp:42800,insecure`), since the standard library cannot unseal datagrams.
Written from docs/udp-wire.md with the standard library only. With --descriptors, a serialised FileDescriptorSet such as
`protoc --descriptor_set_out` writes, and Debian's python3-protobuf, messages are printed as text; without, as bytes.
"""
import argparse
import os
import random
import select
import socket
import struct
import sys
import time

MAGIC, VERSION, UNPROTECTED = b"CMBU", 2, 0
HELLO, HEARTBEAT, ENDPOINTS, DATA, STREAM, NAK, STATUS, LEAVE = 1, 2, 3, 5, 6, 7, 8, 9
HEADER = struct.Struct("<4sBBBBQQQ")
HELLO_BODY = struct.Struct("<QQQqHH64s")
HEARTBEAT_BODY = struct.Struct("<QIiI")
DATA_BODY = struct.Struct("<IQIIHH")
MESSAGE = struct.Struct("<qqqII")
ENTRY = struct.Struct("<IBBBBIqqQ")
PORTS = 16
RELIABLE = 1


def name(text):
    data = text.encode()
    return bytes([len(data)]) + data


class Peer:
    def __init__(self, sender, meeting):
        self.sender = sender
        self.meeting = meeting
        self.data = None
        self.challenge = random.getrandbits(63) | 1
        self.their_challenge = 0
        self.proven = False
        self.table_version = -1
        self.pages = {}
        self.table_known = False
        self.heard = time.monotonic()
        self.writers = {}


class Stream:
    def __init__(self):
        self.expected = None
        self.known_next = 0
        self.parts = {}
        self.asked = 0.0


class Subscriber:
    def __init__(self, topic, port, node):
        self.topic, self.node = topic, node
        self.sender = random.getrandbits(63) | 1
        self.epoch = int(time.time() * 1000)
        self.counter = 0
        self.meeting = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.calls = [("127.0.0.1", port + i) for i in range(PORTS)]
        for address in self.calls:
            try:
                self.meeting.bind(address)
                break
            except OSError:
                continue
        self.data = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.data.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
        self.data.bind(("127.0.0.1", 0))
        self.peers = {}
        self.offer = None

    def frame(self, kind, body):
        head = HEADER.pack(MAGIC, VERSION, kind, UNPROTECTED, 0, self.sender, self.epoch, self.counter)
        self.counter += 1
        return head + body

    def send(self, peer, kind, body):
        self.data.sendto(self.frame(kind, body), peer.data)

    def hello(self, address, to=0, challenge=0, echo=0, asks=True):
        body = HELLO_BODY.pack(to, challenge, echo, os.getpid(), self.data.getsockname()[1], asks,
                               socket.gethostname().encode()[:63])
        self.meeting.sendto(self.frame(HELLO, body), address)

    def on_hello(self, sender, body, address):
        to, challenge, echo, _, port, asks, _ = HELLO_BODY.unpack(body)
        if to not in (0, self.sender):
            return
        peer = self.peers.setdefault(sender, Peer(sender, address))
        peer.their_challenge = challenge or peer.their_challenge
        if to == self.sender and echo == peer.challenge:
            peer.data, peer.proven, peer.heard = ("127.0.0.1", port), True, time.monotonic()
        if asks & 1:
            self.hello(address, sender, peer.challenge, peer.their_challenge, not peer.proven)

    def table(self):
        """Our one entry: a reader that asks for no more than the writer offers."""
        if not self.offer:
            return struct.pack("<IHH", 0, 0, 1)
        reliable, schema_hash, schema = self.offer
        entry = ENTRY.pack(1, 1, reliable, 0, 0, 16, 0, 0, schema_hash)
        return struct.pack("<IHH", 1, 0, 1) + entry + name(self.node) + name(self.topic) + name(schema)

    def on_endpoints(self, peer, body):
        version, page, pages = struct.unpack_from("<IHH", body)
        if version > peer.pages.get("version", -1):
            peer.pages = {"version": version}
        peer.pages[page] = body[8:]
        if len(peer.pages) - 1 < pages:
            return
        peer.table_version = version
        writers = {}
        for page in range(pages):
            data, at = peer.pages[page], 0
            while at < len(data):
                ident, direction, reliable, _, _, _, _, _, schema_hash = ENTRY.unpack_from(data, at)
                at += ENTRY.size
                names = []
                for _ in range(3):
                    names.append(data[at + 1:at + 1 + data[at]].decode())
                    at += 1 + data[at]
                if direction == 0 and names[1] == self.topic:
                    writers[ident] = peer.writers.get(ident, Stream())
                    self.offer = self.offer or (reliable, schema_hash, names[2])
        peer.writers = writers
        peer.table_known = False

    def on_data(self, peer, body):
        writer, number, total, offset, size, flags = DATA_BODY.unpack_from(body)
        stream = peer.writers.get(writer)
        if stream is None or (stream.expected is None and self.offer[0] == RELIABLE):
            return
        if stream.expected is None:
            stream.expected = number
        if number >= stream.expected:
            parts = stream.parts.setdefault(number, (total, size, {}))
            parts[2][offset] = body[DATA_BODY.size:]
            stream.known_next = max(stream.known_next, number + 1)
            if self.offer[0] != RELIABLE:
                for old in [n for n in stream.parts if n < number]:
                    del stream.parts[old]
                if sum(map(len, parts[2].values())) == total:
                    stream.expected = number
        yield from self.ready(stream)
        if flags & 1:
            self.status(peer, writer, stream)

    @staticmethod
    def ready(stream):
        while stream.expected in stream.parts:
            total, _, parts = stream.parts[stream.expected]
            if sum(map(len, parts.values())) < total:
                return
            yield b"".join(parts[offset] for offset in sorted(parts))
            del stream.parts[stream.expected]
            stream.expected += 1

    def on_stream(self, peer, body):
        writer, to, start, first, following = struct.unpack("<IQqqq", body)
        stream = peer.writers.get(writer)
        if stream is None or to != self.sender:
            return
        if stream.expected is None:
            stream.expected = start
        stream.known_next = max(stream.known_next, following)
        yield from self.skip(stream, first)
        yield from self.ready(stream)

    @staticmethod
    def skip(stream, first):
        """Nothing older than `first` is to come; what is whole of it is still handed over."""
        for number in sorted(number for number in stream.parts if number < first):
            total, _, parts = stream.parts.pop(number)
            if number >= stream.expected and sum(map(len, parts.values())) == total:
                yield b"".join(parts[offset] for offset in sorted(parts))
        stream.expected = max(stream.expected, first)

    def status(self, peer, writer, stream):
        expected = -1 if stream.expected is None else stream.expected
        self.send(peer, STATUS, struct.pack("<IQqqi", writer, peer.sender, expected, max(0, expected), 0))

    def ask(self, peer, writer, stream):
        if stream.expected is None or stream.expected >= stream.known_next:
            return
        ranges = b""
        for number in range(stream.expected, min(stream.known_next, stream.expected + 32)):
            if number not in stream.parts:
                ranges += struct.pack("<qii", number, 0, 2**31 - 1)
                continue
            total, size, parts = stream.parts[number]
            for offset in range(0, total, size):
                if offset not in parts and len(ranges) < 1000:
                    ranges += struct.pack("<qii", number, offset, min(total, offset + size))
        if ranges:
            self.send(peer, NAK, struct.pack("<IQ", writer, peer.sender) + ranges)

    def tick(self):
        now = time.monotonic()
        if not any(peer.proven for peer in self.peers.values()):
            for address in self.calls:
                if address != self.meeting.getsockname():
                    self.hello(address)
        for sender, peer in list(self.peers.items()):
            if now - peer.heard > 10:
                del self.peers[sender]
            elif peer.proven:
                self.send(peer, HEARTBEAT, HEARTBEAT_BODY.pack(
                    peer.sender, 1 if self.offer else 0, peer.table_version, 1))
                if not peer.table_known:
                    self.send(peer, ENDPOINTS, self.table())
                for writer, stream in peer.writers.items():
                    if self.offer and self.offer[0] == RELIABLE:
                        self.status(peer, writer, stream)
                    self.ask(peer, writer, stream)

    def messages(self):
        following = 0.0
        while True:
            if time.monotonic() >= following:
                following = time.monotonic() + 0.04
                self.tick()
            for ready in select.select([self.meeting, self.data], [], [], 0.01)[0]:
                datagram, address = ready.recvfrom(65536)
                if len(datagram) < HEADER.size:
                    continue
                magic, version, kind, protection, _, sender, _, _ = HEADER.unpack_from(datagram)
                if (magic, version, protection) != (MAGIC, VERSION, UNPROTECTED) or sender == self.sender:
                    continue
                body = datagram[HEADER.size:]
                if kind == HELLO and ready is self.meeting:
                    self.on_hello(sender, body, address)
                    continue
                peer = self.peers.get(sender)
                if peer is None or not peer.proven:
                    continue
                peer.heard = time.monotonic()
                if kind == HEARTBEAT:
                    to, _, known, _ = HEARTBEAT_BODY.unpack(body)
                    if to == self.sender:
                        peer.table_known = known == (1 if self.offer else 0)
                elif kind == ENDPOINTS:
                    self.on_endpoints(peer, body)
                elif kind == STREAM:
                    yield from self.on_stream(peer, body)
                elif kind == DATA:
                    yield from self.on_data(peer, body)
                elif kind == LEAVE:
                    del self.peers[sender]


def decoder(descriptors, message):
    if not descriptors:
        return lambda payload: payload.hex()
    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
    files = descriptor_pb2.FileDescriptorSet()
    with open(descriptors, "rb") as source:
        files.ParseFromString(source.read())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.Add(file)
    kind = message_factory.MessageFactory(pool).GetPrototype(pool.FindMessageTypeByName(message))
    return lambda payload: str(kind.FromString(payload)).replace("\n", " ").strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("topic")
    parser.add_argument("--port", type=int, default=42800)
    parser.add_argument("--count", type=int, default=0, help="end after so many messages")
    parser.add_argument("--descriptors")
    parser.add_argument("--message")
    arguments = parser.parse_args()
    decode = decoder(arguments.descriptors, arguments.message)
    subscriber = Subscriber(arguments.topic, arguments.port, f"python-{os.getpid()}")
    seen = 0
    for data in subscriber.messages():
        sequence, publish_ns, _, origin_bytes, payload_bytes = MESSAGE.unpack_from(data)
        payload = data[MESSAGE.size + origin_bytes:MESSAGE.size + origin_bytes + payload_bytes]
        print(f"{sequence} at {publish_ns} ns, {payload_bytes} bytes: {decode(payload)}", flush=True)
        seen += 1
        if seen == arguments.count:
            for peer in subscriber.peers.values():
                if peer.proven:
                    subscriber.send(peer, LEAVE, b"")
            return


if __name__ == "__main__":
    sys.exit(main())
