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

  /**
   * Cuts.
   *
   * @param fromNs first log time
   * @param toNs last log time
   * @return messages in the clip
   */
  public static long cut(Path drive, long fromNs, long toNs, Path target) {
    try {
      return new McapCopy(
              McapConfig.indexed(Compression.LZ4),
              new MessageSelection(new TreeSet<>(), fromNs, toNs),
              topic -> topic,
              LatchedChannels::isLatched,
              copied -> {})
          .copy(List.of(drive), target)
          .messages();
    } catch (MalformedMcapException e) {
      throw new InputException(drive + ": cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException(drive + ": cannot be cut into " + target + ": " + e, e);
    }
  }
}
