package io.camber.app.simulation;

import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.jury.ticket.Scan;
import io.camber.jury.ticket.ScannedRun;
import io.camber.jury.ticket.TicketBook;
import io.camber.jury.ticket.TicketFile;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import java.util.Optional;

/** Shows a run, while it goes on, to the checks that need no truth. */
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

  /** A line of JSON a ticket; empty when nothing was found. */
  String toJsonLines(SimulationResult result) {
    TicketBook book = new TicketBook();
    book.add(new ScannedRun(
        result.name(),
        result.name(),
        result.options().seed(),
        result.hash(),
        scan.miles(),
        scan.findings()));
    StringBuilder lines = new StringBuilder();
    book.entries().forEach(entry -> lines.append(TicketFile.toJson(entry)).append('\n'));
    return lines.toString();
  }
}
