package io.camber.bus.udp;

import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireConformance;
import io.camber.bus.transport.WireListener;

final class UdpConformanceTest extends WireConformance {
  private static final int PORT = 43_800;

  @Override
  protected Wire create(WireListener listener) {
    return UdpWire.open(UdpConfig.loopback(PORT), listener);
  }
}
