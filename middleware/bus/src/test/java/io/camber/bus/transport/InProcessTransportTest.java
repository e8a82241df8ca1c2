package io.camber.bus.transport;

final class InProcessTransportTest extends TransportConformance {
  @Override
  Transport create() {
    return new InProcessTransport();
  }
}
