package io.camber.bus.udp;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import io.camber.bus.udp.protocol.ProtocolConfig;
import io.camber.bus.udp.protocol.Traffic;
import io.camber.bus.udp.security.Access;
import io.camber.bus.udp.security.BusKey;
import io.camber.bus.udp.security.ChecksumProtection;
import io.camber.bus.udp.security.GcmProtection;
import io.camber.bus.udp.security.NoProtection;
import io.camber.bus.udp.security.Protection;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * The bus between hosts. One thread of its own takes datagrams in; messages go out on the publisher's thread. Without a key
 * it does not leave loopback unless told to in so many words.
 */
public final class UdpWire implements Wire {
  private final Driver driver;
  private final UdpConfig config;

  private UdpWire(Driver driver, UdpConfig config) {
    this.driver = driver;
    this.config = config;
  }

  /**
   * Opens the sockets and begins to call others.
   *
   * @throws WireException when the configuration would open the bus to others without a key, the key file is no good or the
   *     address is taken
   */
  public static UdpWire open(UdpConfig config, WireListener listener) {
    Protection protection = protection(config);
    ProtocolConfig protocol = config.listen().getAddress().isLoopbackAddress()
        ? ProtocolConfig.LOOPBACK
        : ProtocolConfig.NETWORK;
    Access access = config.accessFile().map(Access::read).orElse(Access.OPEN);
    return new UdpWire(new Driver(config, protocol, protection, access, listener), config);
  }

  private static Protection protection(UdpConfig config) {
    boolean loopback = config.listen().getAddress().isLoopbackAddress();
    if (config.keyFile().isPresent()) {
      return new GcmProtection(BusKey.read(config.keyFile().get()));
    }
    if (!loopback && !config.insecure()) {
      throw new WireException(
          "refusing to listen at " + config.listen().getAddress().getHostAddress()
              + ", beyond loopback, without a key: give a keyFile of 32 random bytes with mode 0600, or"
              + " set insecure to let everybody on that network read and drive");
    }
    return loopback ? new NoProtection() : new ChecksumProtection();
  }

  @Override
  public WireWriter openWriter(WireTopic topic, String node) {
    return new UdpWriter(
        driver, driver.locked(now -> driver.participant().openWriter(topic, node)), config);
  }

  @Override
  public WireReader openReader(WireTopic topic, String node, Bell bell) {
    driver.duty().onReader(bell);
    return new UdpReader(
        driver, driver.locked(now -> driver.participant().openReader(topic, node, bell)));
  }

  @Override
  public Bell openBell(String node, Waiting waiting) {
    return new UdpBell(waiting, driver.duty());
  }

  @Override
  public List<Endpoint> endpoints() {
    return driver.locked(now -> driver.participant().endpoints());
  }

  /** Where others meet this wire. */
  public InetSocketAddress address() {
    return driver.address();
  }

  /** What crossed the wire so far, as counts. */
  public Traffic.Snapshot traffic() {
    return driver.locked(now -> driver.participant().trafficSnapshot());
  }

  /** How many other participants are present. */
  public int peersAlive() {
    return driver.locked(now -> driver.participant().peersAlive());
  }

  @Override
  public void close() {
    driver.close();
  }
}
