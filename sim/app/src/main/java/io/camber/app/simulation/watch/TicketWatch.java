package io.camber.app.simulation.watch;

import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.jury.ticket.Scan;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import java.util.Optional;

/**
 * Shows a run, while it goes on, to the checks that need no truth. On the wall clock they would take time from the car; there
 * the log is shown to them afterwards.
 */
final class TicketWatch implements MessageListener {
  private final Scan scan;

  TicketWatch(RoadMap map) {
    scan = new Scan(Optional.of(map));
  }

  @Override
  public void onMessage(BusMessage<?> message) {
    if (!message.topic().name().startsWith(Topics.TRUTH_PREFIX)) {
      scan.onMessage(message.envelope(), message.value());
    }
  }

  Scan scan() {
    return scan;
  }
}
