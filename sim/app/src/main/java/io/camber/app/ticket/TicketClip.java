package io.camber.app.ticket;

import io.camber.app.log.Logs;
import io.camber.app.recorded.Clip;
import io.camber.app.simulation.RunFolder;
import io.camber.diagnostics.InputException;
import io.camber.jury.ticket.ScannedRun;
import io.camber.jury.ticket.TicketEntry;
import io.camber.mcap.McapFile;
import io.camber.mcap.MessageSelection;
import io.camber.mcap.tool.McapCopy;
import io.camber.mcap.tool.WholeFile;
import io.camber.messages.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The six seconds around a ticket's worst moment as a log of their own, with what perception made of them. */
public final class TicketClip {
  private static final long AROUND_NS = 3_000_000_000L;

  private TicketClip() {}

  /** The log of the drive in which the ticket was seen worst. */
  public static Path drive(TicketEntry ticket) {
    Path run = Path.of(ticket.worst().run());
    Path drive = Files.isDirectory(run) ? run.resolve(RunFolder.DRIVE) : run;
    if (!Files.exists(drive)) {
      throw new InputException(
          drive + ": is gone; make the drive again, then scan it: camber tickets scan");
    }
    return drive;
  }

  /** Cuts; damage in those seconds is left out and told. */
  public static McapCopy.Result cut(TicketEntry ticket, Path clip) {
    Path drive = drive(ticket);
    long fromNs = Math.max(0L, ticket.worst().timeNs() - AROUND_NS);
    long toNs = ticket.worst().timeNs() + AROUND_NS;
    if (!ScannedRun.isPerceived(ticket.worst().hash())) {
      return Clip.cut(drive, fromNs, toNs, clip);
    }
    try (WholeFile there = WholeFile.scratch(clip);
        WholeFile added = WholeFile.scratch(clip)) {
      SortedSet<String> topics = topics(drive);
      boolean isPosed = topics.contains(Topics.EGO_POSE.name());
      if (SeenLog.of(drive, isPosed, fromNs, toNs, added.place()).isLocalized()) {
        topics.remove(Topics.EGO_POSE.name()); // not those that perception went by
      }
      McapCopy.Result kept =
          Clip.copy(List.of(drive), new MessageSelection(topics, fromNs, toNs), there.place());
      McapCopy.Result joined =
          Clip.copy(List.of(there.place(), added.place()), MessageSelection.ALL, clip);
      return new McapCopy.Result(
          joined.messages(), joined.attachments(), joined.metadata(), kept.damage());
    } catch (IOException e) {
      throw new InputException(clip + ": cannot be made: " + e.getMessage(), e);
    }
  }

  private static SortedSet<String> topics(Path drive) throws IOException {
    SortedSet<String> topics = new TreeSet<>();
    try (McapFile log = Logs.open(drive)) {
      log.summary().channels().values().forEach(channel -> topics.add(channel.topic()));
    }
    return topics;
  }
}
