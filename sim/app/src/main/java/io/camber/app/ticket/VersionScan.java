package io.camber.app.ticket;

import io.camber.app.simulation.RunFolder;
import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Origins;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.jury.check.VersionCheck;
import io.camber.jury.ticket.Finding;
import io.camber.jury.ticket.Scan;
import io.camber.jury.ticket.ScannedRun;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapLimits;
import io.camber.mcap.McapReader;
import io.camber.mcap.McapRecord;
import io.camber.messages.Topics;
import io.camber.scene.Tracks;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Holds what one version said about a drive against what another said about it (U16). */
public final class VersionScan {
  private VersionScan() {}

  /** The same scan with what the other version's log adds to it. */
  public static ScannedRun added(ScannedRun scanned, Path runOrFile, Path other) {
    List<Finding> findings = new ArrayList<>(scanned.findings());
    findings.addAll(of(runOrFile, other));
    return new ScannedRun(
        scanned.run(),
        scanned.scenario(),
        scanned.seed(),
        scanned.hash(),
        scanned.miles(),
        findings);
  }

  /** Where the two disagree before the car. */
  static List<Finding> of(Path runOrFile, Path other) {
    TreeMap<Long, Tracks> others = new TreeMap<>();
    read(other, Topics.TRACKS, (message, value) -> others.put(value.timeNs(), value));
    if (others.isEmpty()) {
      throw new InputException(other + ": holds no tracks to hold others against");
    }
    Scan scan = Scan.asking(List.of(new VersionCheck(others)));
    List<Heard> heard = new ArrayList<>();
    read(runOrFile, Topics.EGO_POSE, (message, value) -> heard.add(new Heard(message, value)));
    read(runOrFile, Topics.TRACKS, (message, value) -> heard.add(new Heard(message, value)));
    heard.sort((a, b) -> Long.compare(a.message().logTimeNs(), b.message().logTimeNs()));
    heard.forEach(one -> scan.onMessage(one.envelope(), one.value()));
    return scan.findings();
  }

  private record Heard(McapRecord.Message message, Object value) {
    Envelope envelope() {
      return new Envelope(
          "", "", message.sequence(), message.logTimeNs(), message.publishTimeNs(), Origins.NONE);
    }
  }

  private static <T> void read(
      Path runOrFile, Topic<T> topic, BiConsumer<McapRecord.Message, T> values) {
    Path drive = Files.isDirectory(runOrFile) ? runOrFile.resolve(RunFolder.DRIVE) : runOrFile;
    try (McapReader reader = new McapReader(
        new BufferedInputStream(Files.newInputStream(drive), 1 << 20), McapLimits.DEFAULT)) {
      for (Optional<McapRecord.Message> next = reader.nextMessage();
          next.isPresent();
          next = reader.nextMessage()) {
        McapRecord.Message message = next.get();
        if (reader.channel(message.channelId()).topic().equals(topic.name())) {
          values.accept(message, topic.codec().decode(message.payload().duplicate()));
        }
      }
    } catch (MalformedMcapException | MalformedMessageException e) {
      throw new InputException(drive + ": cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException(drive + ": cannot be read: " + e, e);
    }
  }
}
