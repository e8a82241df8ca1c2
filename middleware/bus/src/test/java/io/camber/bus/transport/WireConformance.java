package io.camber.bus.transport;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What every wire owes, between two wires of one bus; each wire runs this suite. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class WireConformance
    implements DeliveryConformance, PayloadConformance, MeetingConformance, WaitingConformance {
  private WirePair wires;

  /** A new wire on the bus of this test. */
  protected abstract Wire create(WireListener listener);

  @BeforeEach
  void open() {
    wires = new WirePair(this::create);
  }

  @AfterEach
  void close() {
    wires.close();
  }

  @Override
  public WirePair wires() {
    return wires;
  }
}
