package io.camber.app.recorded;

import io.camber.app.log.LatchedChannels;
import io.camber.diagnostics.InputException;
import io.camber.mcap.Compression;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapConfig;
import io.camber.mcap.MessageSelection;
import io.camber.mcap.tool.McapCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Cuts a few seconds out of a log into a small log of its own. What was said once before, such as the map, comes along. */
public final class Clip {
  private Clip() {}

  /** Cuts from the first log time to the last; damage in between is left out and told. */
  public static McapCopy.Result cut(Path drive, long fromNs, long toNs, Path target) {
    return copy(List.of(drive), new MessageSelection(new TreeSet<>(), fromNs, toNs), target);
  }

  /** Some of one log, or of several as one. */
  public static McapCopy.Result copy(List<Path> drives, MessageSelection some, Path target) {
    try {
      return new McapCopy(
              McapConfig.indexed(Compression.LZ4),
              some,
              topic -> topic,
              LatchedChannels::held,
              copied -> {})
          .copy(drives, target);
    } catch (MalformedMcapException e) {
      throw new InputException(drives.get(0) + ": cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException(drives.get(0) + ": cannot be cut into " + target + ": " + e, e);
    }
  }
}
