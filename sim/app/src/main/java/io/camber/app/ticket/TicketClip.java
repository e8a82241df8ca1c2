package io.camber.app.ticket;

import io.camber.app.log.Logs;
import io.camber.app.recorded.Clip;
import io.camber.app.replay.Replay;
import io.camber.app.replay.ReplayOptions;
import io.camber.app.simulation.NodeNames;
import io.camber.app.simulation.Progress;
import io.camber.app.simulation.RunFolder;
import io.camber.diagnostics.InputException;
import io.camber.jury.ticket.ScannedRun;
import io.camber.jury.ticket.TicketEntry;
import io.camber.mcap.McapFile;
import io.camber.mcap.tool.WholeFile;
import io.camber.messages.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The six seconds around a ticket's worst moment as a log of their own, with what perception made of them. */
public final class TicketClip {
  private static final long AROUND_NS = 3_000_000_000L;
  private static final double NS = 1e-9;

  private TicketClip() {}

  /** The log of the drive in which the ticket was seen worst. */
  public static Path drive(TicketEntry ticket) {
    Path run = Path.of(ticket.worstRun());
    Path drive = Files.isDirectory(run) ? run.resolve(RunFolder.DRIVE) : run;
    if (!Files.exists(drive)) {
      throw new InputException(
          drive + ": is gone; make the drive again, then scan it: camber tickets scan");
    }
    return drive;
  }

  /** Cuts; returns how many messages are in the clip. */
  public static long cut(TicketEntry ticket, Path clip) {
    Path drive = drive(ticket);
    if (!ScannedRun.isPerceived(ticket.worstHash())) {
      return cut(ticket, drive, clip);
    }
    try (WholeFile seen = WholeFile.scratch(clip)) {
      perceive(drive, ticket.worstNs() + AROUND_NS, seen.place());
      return cut(ticket, seen.place(), clip);
    } catch (IOException e) {
      throw new InputException(clip + ": cannot be made: " + e.getMessage(), e);
    }
  }

  private static long cut(TicketEntry ticket, Path drive, Path clip) {
    long worstNs = ticket.worstNs();
    return Clip.cut(drive, Math.max(0L, worstNs - AROUND_NS), worstNs + AROUND_NS, clip);
  }

  /** The drive until then, with tracks, and with poses where it has what they need. */
  private static void perceive(Path drive, long untilNs, Path target) throws IOException {
    List<String> nodes = new ArrayList<>(List.of(NodeNames.DETECTION, NodeNames.TRACKING));
    long startNs;
    try (McapFile log = Logs.open(drive)) {
      SortedSet<String> topics = new TreeSet<>();
      log.summary().channels().values().forEach(channel -> topics.add(channel.topic()));
      if (topics.contains(Topics.IMU.name()) && topics.contains(Topics.GNSS.name())) {
        nodes.add(0, NodeNames.LOCALIZATION);
      }
      startNs = log.summary().statistics().map(found -> found.startNs()).orElse(0L);
    }
    ReplayOptions options = new ReplayOptions(
        drive,
        nodes,
        Map.of(),
        Map.of(),
        0.0,
        (untilNs - startNs) * NS,
        Optional.empty(),
        1,
        Optional.of(target));
    Replay.prepare(options, 0).run(Progress.SILENT);
  }
}
