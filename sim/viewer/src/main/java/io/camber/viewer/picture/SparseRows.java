package io.camber.viewer.picture;

import io.camber.bus.HealthReport;
import io.camber.bus.MalformedMessageException;
import io.camber.diagnostics.Ticket;
import io.camber.messages.Topics;
import io.camber.motion.Route;
import io.camber.truth.ScenarioEvent;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import java.io.IOException;
import java.util.Set;

/**
 * What happens seldom, over any time: health, tickets, the storyboard's events, the route. At most so many rows. It may stand
 * anywhere, so all of a log is read for it; of a large one in pieces, so that nothing else has to wait.
 */
public final class SparseRows {
  private static final int ROWS_MAX = 20_000;
  private static final int ROWS_MIN = 500;
  private static final long PIECE_BYTES = 1L << 28;

  private static final Set<String> TOPICS = Set.of(
      Topics.DIAGNOSTICS.name(),
      Topics.TICKETS.name(),
      Topics.TRUTH_EVENT.name(),
      Topics.ROUTE.name());

  private final Clock clock;
  private final int rowsMax;
  private final Streams streams = new Streams();
  private int rows;

  private SparseRows(Clock clock, int rowsMax) {
    this.clock = clock;
    this.rowsMax = rowsMax;
  }

  /** In how many pieces of its time a log of a size should be asked for. */
  public static int pieces(long logBytes) {
    return (int) Math.max(1, (logBytes + PIECE_BYTES - 1) / PIECE_BYTES);
  }

  /** Rows published between both times, both included, which are one of so many pieces. */
  public static byte[] of(DriveSource drive, Clock clock, long fromNs, long toNs, int pieces)
      throws IOException {
    SparseRows sparse = new SparseRows(clock, Math.max(ROWS_MIN, ROWS_MAX / pieces));
    drive.read(TOPICS, fromNs, toNs, sparse::take);
    Json json = new Json().object();
    json.name("isComplete").flag(sparse.rows <= sparse.rowsMax).name("streams").object();
    sparse.streams.writeInto(json);
    return json.endObject().endObject().toBytes();
  }

  private void take(DriveMessage message) {
    if (rows++ >= rowsMax) {
      return;
    }
    try {
      if (message.topic().equals(Topics.DIAGNOSTICS.name())) {
        health(message, message.decode(Topics.DIAGNOSTICS));
      } else if (message.topic().equals(Topics.TICKETS.name())) {
        ticket(message, message.decode(Topics.TICKETS));
      } else if (message.topic().equals(Topics.TRUTH_EVENT.name())) {
        event(message, message.decode(Topics.TRUTH_EVENT));
      } else {
        route(message, message.decode(Topics.ROUTE));
      }
    } catch (MalformedMessageException e) {
      row("unreadable", message).text(message.topic()).endArray();
    }
  }

  private void health(DriveMessage message, HealthReport report) {
    Json row = row("health", message).text(report.node()).code(report.level());
    row.text(report.code()).text(report.detail()).endArray();
  }

  private void ticket(DriveMessage message, Ticket ticket) {
    Json row = row("tickets", message).text(ticket.check()).text(ticket.owner());
    row.number(ticket.severity()).text(ticket.detail()).endArray();
  }

  private void event(DriveMessage message, ScenarioEvent event) {
    Json row = row("events", message).text(event.kind()).text(event.element());
    row.text(event.detail()).endArray();
  }

  private void route(DriveMessage message, Route route) {
    Json row = row("routes", message).array();
    route.laneIds().forEach(row::text);
    row.endArray().flag(route.reachesGoal()).endArray();
  }

  private Json row(String stream, DriveMessage message) {
    return streams.of(stream).array().number(clock.seconds(message.timeNs()));
  }
}
