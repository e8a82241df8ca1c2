package io.camber.bus.udp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a UDP wire meets others and how it is protected.
 *
 * @param listen own meeting address; port 0 for any
 * @param ports how many ports from {@code listen} on are tried until one is free
 * @param peers meeting addresses of others to call
 * @param group multicast group and port to call, and to be called on
 * @param keyFile 32 random bytes, mode 0600; everybody on the bus has the same
 * @param accessFile who may publish and read what, mode 0600; without it everybody everything
 * @param insecure whether to leave loopback without a key
 * @param overrun what happens when a reliable reader stays too slow for {@code overrunWaitNs}
 */
public record UdpConfig(
    InetSocketAddress listen,
    int ports,
    List<InetSocketAddress> peers,
    Optional<InetSocketAddress> group,
    Optional<Path> keyFile,
    Optional<Path> accessFile,
    boolean insecure,
    Overrun overrun,
    long overrunWaitNs) {
  /** Meeting port of the first process on a host. */
  public static final int PORT = 42_800;

  private static final int LOOPBACK_PORTS = 16;
  private static final long OVERRUN_WAIT_NS = 20_000_000;

  /** What a writer does about a reliable reader that is too slow. */
  public enum Overrun {
    /** Refuses the new message. */
    REFUSE,
    /** Goes on; the reader loses the oldest messages and is told how many. */
    DROP_OLDEST
  }

  public UdpConfig {
    peers = List.copyOf(peers);
    if (ports < 1) {
      throw new IllegalArgumentException("ports=" + ports + " is less than 1");
    }
  }

  /** Up to 16 processes on this host that find each other at {@code port} and the ports behind it. */
  public static UdpConfig loopback(int port) {
    InetAddress local = InetAddress.getLoopbackAddress();
    List<InetSocketAddress> peers = new ArrayList<>();
    for (int i = 0; i < LOOPBACK_PORTS; i++) {
      peers.add(new InetSocketAddress(local, port + i));
    }
    return new UdpConfig(
        new InetSocketAddress(local, port),
        LOOPBACK_PORTS,
        peers,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Overrun.REFUSE,
        OVERRUN_WAIT_NS);
  }

  /** A process at an address that calls the given others. */
  public static UdpConfig at(InetSocketAddress listen, List<InetSocketAddress> peers) {
    return new UdpConfig(
        listen,
        1,
        peers,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Overrun.REFUSE,
        OVERRUN_WAIT_NS);
  }

  public UdpConfig withKeyFile(Path file) {
    return new UdpConfig(
        listen,
        ports,
        peers,
        group,
        Optional.of(file),
        accessFile,
        insecure,
        overrun,
        overrunWaitNs);
  }

  public UdpConfig withAccessFile(Path file) {
    return new UdpConfig(
        listen, ports, peers, group, keyFile, Optional.of(file), insecure, overrun, overrunWaitNs);
  }

  /** Leaves loopback without a key: whoever reaches the port can read and drive the car. */
  public UdpConfig withInsecure() {
    return new UdpConfig(
        listen, ports, peers, group, keyFile, accessFile, true, overrun, overrunWaitNs);
  }

  public UdpConfig withGroup(InetSocketAddress address) {
    return new UdpConfig(
        listen,
        ports,
        peers,
        Optional.of(address),
        keyFile,
        accessFile,
        insecure,
        overrun,
        overrunWaitNs);
  }

  public UdpConfig withOverrun(Overrun policy, long waitNs) {
    return new UdpConfig(
        listen, ports, peers, group, keyFile, accessFile, insecure, policy, waitNs);
  }
}
