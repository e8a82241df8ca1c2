package io.camber.bus.remote;

import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireListener;
import io.camber.bus.udp.UdpConfig;
import io.camber.bus.udp.UdpWire;

final class LockstepOverUdpTest extends LockstepAcrossWires {
  private static final int PORT = 38_400;

  @Override
  Wire join(WireListener listener) {
    return UdpWire.open(UdpConfig.loopback(PORT), listener);
  }
}
