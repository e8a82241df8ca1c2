package io.camber.drives.kitti;

import io.camber.diagnostics.InputException;
import io.camber.drives.source.SourceTree;
import io.camber.drives.source.TextTable;
import io.camber.drives.source.TextTable.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** When each frame of one sensor was taken: the times of its file, or a steady period where there is none. */
final class KittiTimes {
  /** What the collection says of its lidar. */
  static final long NOMINAL_PERIOD_NS = 100_000_000L;

  /** Recordings without times begin here, so that nothing lies before zero. */
  static final long START_NS = 1_000_000_000L;

  private final String file;
  private final long[] times;
  private final long periodNs;

  private KittiTimes(String file, long[] times, long periodNs) {
    this.file = file;
    this.times = times;
    this.periodNs = periodNs;
  }

  static KittiTimes steady(long periodNs) {
    return new KittiTimes("", new long[0], periodNs);
  }

  /** Times of {@code FOLDER/timestamps.txt}, if it is there. */
  static Optional<KittiTimes> find(SourceTree tree, String folder) throws IOException {
    Optional<Path> path = tree.findFirst(folder + "/timestamps\\.txt");
    return path.isPresent() ? Optional.of(read(path.get())) : Optional.empty();
  }

  private static KittiTimes read(Path path) throws IOException {
    List<Row> rows = TextTable.read(path).rows();
    long[] times = new long[rows.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = time(rows.get(i));
      if (i > 0 && times[i] <= times[i - 1]) {
        throw rows.get(i).error("does not come after the time of the line before");
      }
    }
    long periodNs = times.length > 1
        ? (times[times.length - 1] - times[0]) / (times.length - 1)
        : NOMINAL_PERIOD_NS;
    return new KittiTimes(path.toString(), times, periodNs);
  }

  /** {@code 2011-09-26 13:02:25.964389445}; colons part words here. */
  private static long time(Row row) {
    String[] seconds = row.word(3).split("\\.", -1);
    String fraction = seconds.length > 1 ? (seconds[1] + "000000000").substring(0, 9) : "0";
    try {
      LocalDateTime date = LocalDateTime.parse(
          row.word(0) + "T" + row.word(1) + ":" + row.word(2) + ":" + seconds[0]);
      return date.toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L + Long.parseLong(fraction);
    } catch (DateTimeException | NumberFormatException e) {
      throw row.error("is no time such as 2011-09-26 13:02:25.964389445");
    }
  }

  long periodNs() {
    return periodNs;
  }

  long at(int frame) {
    if (times.length == 0) {
      return START_NS + frame * periodNs;
    }
    if (frame >= times.length) {
      throw new InputException(
          file + ": has " + times.length + " times; frame " + frame + " has none");
    }
    return times[frame];
  }
}
