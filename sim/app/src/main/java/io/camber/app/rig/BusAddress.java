package io.camber.app.rig;

import io.camber.bus.shm.BusFolder;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireListener;
import io.camber.bus.udp.UdpConfig;
import io.camber.bus.udp.UdpWire;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a bus is, as people type it:
 *
 * <pre>
 *   shm:NAME                                        shared memory of this host
 *   udp:PORT                                        loopback, this port and the 15 behind it
 *   udp:HOST:PORT,PEER:PORT,...,key=FILE            listening at HOST, calling the peers
 *   udp:HOST:PORT,PEER:PORT,...,insecure            the same in the open
 * </pre>
 *
 * Either form of UDP takes {@code key=FILE} or {@code insecure}; over loopback the user's own key is the default.
 */
public record BusAddress(BusKind kind, String place) {
  private static final String HELP =
      " is not like shm:NAME, udp:PORT or udp:HOST:PORT,PEER:PORT,key=FILE";

  private static final String OWN = "run-";

  /** A bus of its own for one run of this process. */
  public static BusAddress ofNewBus(BusKind kind) {
    long pid = ProcessHandle.current().pid();
    return switch (kind) {
      case SHM -> new BusAddress(kind, OWN + pid);
      case UDP -> new BusAddress(kind, Long.toString(20_000 + 16 * (pid % 1_000)));
    };
  }

  public static BusAddress parse(String text) {
    int colon = text.indexOf(':');
    for (BusKind kind : BusKind.values()) {
      if (colon > 0
          && colon + 1 < text.length()
          && kind.prefix().equals(text.substring(0, colon))) {
        BusAddress address = new BusAddress(kind, text.substring(colon + 1));
        if (kind == BusKind.UDP) {
          address.udpConfig();
        }
        return address;
      }
    }
    throw new InputException("bus address '" + text + "'" + HELP);
  }

  public String text() {
    return kind.prefix() + ":" + place;
  }

  /** Refuses a bus in shared memory where nobody lives; who is on another one is heard later. */
  public void requireSomebody() {
    if (kind != BusKind.SHM) {
      return;
    }
    try {
      Path root = BusFolder.defaultRoot();
      Optional<BusFolder> found = BusFolder.find(root, place);
      if (found.map(BusFolder::living).orElse(List.of()).isEmpty()) {
        throw new InputException("nobody is on the bus " + text() + "; " + others(root));
      }
    } catch (IOException | WireException e) {
      throw new InputException("bus " + text() + " cannot be looked at: " + e.getMessage(), e);
    }
  }

  private static String others(Path root) {
    try {
      List<String> lively = BusFolder.find(root).stream()
          .filter(bus -> !bus.living().isEmpty())
          .map(BusFolder::name)
          .toList();
      return lively.isEmpty()
          ? "no bus of this host has anybody"
          : "there are shm:" + String.join(", shm:", lively);
    } catch (IOException | WireException e) {
      return "others cannot be looked at: " + e.getMessage();
    }
  }

  /** Joins the bus; who opens one of its own run's first sweeps up those of runs that were killed. */
  public Wire open(WireListener events) {
    if (kind == BusKind.SHM && equals(ofNewBus(kind))) {
      DesertedBuses.sweep(BusFolder.defaultRoot(), OWN);
    }
    return switch (kind) {
      case SHM -> SharedMemoryWire.open(SharedMemoryConfig.of(place), events);
      case UDP -> UdpWire.open(udpConfig(), events);
    };
  }

  /** Leaves nothing behind of a bus that was made for a run of this process, unless somebody is still on it. */
  public void removeIfOwn() {
    if (!equals(ofNewBus(kind)) || kind != BusKind.SHM) {
      return;
    }
    try {
      Optional<BusFolder> left = BusFolder.find(BusFolder.defaultRoot(), place);
      if (left.isPresent()) {
        left.get().removeIfEmpty();
      }
    } catch (IOException | WireException e) {
      throw new InputException("bus " + text() + " cannot be taken away: " + e.getMessage(), e);
    }
  }

  private UdpConfig udpConfig() {
    List<String> ends = new ArrayList<>();
    Optional<Path> key = Optional.empty();
    boolean insecure = false;
    for (String part : place.split(",", -1)) {
      if (part.startsWith("key=")) {
        key = Optional.of(Path.of(part.substring("key=".length())));
      } else if (part.equals("insecure")) {
        insecure = true;
      } else {
        ends.add(part);
      }
    }
    if (ends.isEmpty()) {
      throw new InputException("bus address '" + text() + "'" + HELP);
    }
    boolean isPort = ends.size() == 1 && !ends.get(0).contains(":");
    List<InetSocketAddress> hosts =
        isPort ? List.of() : ends.stream().map(this::host).toList();
    UdpConfig config = isPort
        ? UdpConfig.loopback(port(ends.get(0)))
        : UdpConfig.at(hosts.get(0), hosts.subList(1, hosts.size()));
    if (insecure) {
      return key.map(config::withKeyFile).orElse(config).withInsecure();
    }
    boolean isOfThisHost = hosts.stream().allMatch(host -> host.getAddress().isLoopbackAddress());
    return key.or(() -> isOfThisHost ? Optional.of(UserKey.file()) : Optional.empty())
        .map(config::withKeyFile)
        .orElse(config);
  }

  private InetSocketAddress host(String part) {
    int colon = part.lastIndexOf(':');
    if (colon <= 0) {
      throw new InputException("bus address '" + text() + "': '" + part + "'" + HELP);
    }
    InetSocketAddress address =
        new InetSocketAddress(part.substring(0, colon), port(part.substring(colon + 1)));
    if (address.isUnresolved()) {
      throw new InputException(
          "bus address '" + text() + "': there is no host " + part.substring(0, colon));
    }
    return address;
  }

  private int port(String number) {
    try {
      int port = Integer.parseInt(number);
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new InputException("bus address '" + text() + "': port '" + number + "'" + HELP, e);
    }
    throw new InputException(
        "bus address '" + text() + "': port " + number + " is outside [1, 65535]");
  }
}
