package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Segments of dead writers that a reader has not come to yet, mapped before their files go: what was committed is read, as
 * long as the reader polls at all within {@link Tombs#GRACE_NS}. Owned by the reader's thread.
 */
final class Heirlooms implements AutoCloseable {
  private final BusFiles files;
  private final Map<Long, Segment> kept = new TreeMap<>();

  Heirlooms(BusFiles files) {
    this.files = files;
  }

  void keep(EndInfo writer) {
    if (!kept.containsKey(writer.id())) {
      Segment segment = Segment.open(files, writer);
      if (segment != null) {
        kept.put(writer.id(), segment);
      }
    }
  }

  /** These writers and those whose segment is kept, oldest first. */
  List<EndInfo> with(List<EndInfo> present) {
    if (kept.isEmpty()) {
      return present;
    }
    List<EndInfo> all = new ArrayList<>(present);
    for (Segment segment : kept.values()) {
      if (present.stream().noneMatch(writer -> writer.id() == segment.info.id())) {
        all.add(segment.info);
      }
    }
    all.sort(Comparator.comparingLong(EndInfo::birth));
    return all;
  }

  /** The segment of a writer, kept or mapped now; null when it is gone. The caller closes it. */
  @Nullable
  Segment open(EndInfo writer) {
    Segment own = kept.remove(writer.id());
    return own != null ? own : Segment.open(files, writer);
  }

  @Override
  public void close() {
    kept.values().forEach(Segment::close);
    kept.clear();
  }
}
