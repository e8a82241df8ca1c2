package io.camber.bus.udp;

import io.camber.bus.transport.Loan;
import io.camber.bus.transport.WireCounters;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireReader;
import io.camber.bus.udp.protocol.Subscriber;

/** A receiving end over UDP. */
final class UdpReader implements WireReader {
  private final Driver driver;
  private final Subscriber subscriber;

  UdpReader(Driver driver, Subscriber subscriber) {
    this.driver = driver;
    this.subscriber = subscriber;
  }

  @Override
  public int poll(WireHandler handler, int limit) {
    return subscriber.poll(handler, limit);
  }

  @Override
  public boolean hasMessages() {
    return subscriber.hasMessages();
  }

  @Override
  public Loan loan() {
    return subscriber.loan();
  }

  @Override
  public WireCounters counters() {
    return subscriber.counters();
  }

  @Override
  public void close() {
    driver.locked(now -> {
      driver.participant().closeReader(subscriber);
      return now;
    });
  }
}
