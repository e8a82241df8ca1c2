package io.camber.drives.comma;

import io.camber.drives.log.DriveLog;
import java.io.IOException;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Values in order of time, each written to the log when its turn comes. */
record Stream(int size, IntToLongFunction timeNs, Writer writer) {
  interface Writer {
    void write(DriveLog log, int row) throws IOException;
  }

  /** Writes all streams as one, by time and then by their order. */
  static void write(DriveLog log, List<Stream> streams) throws IOException {
    int[] next = new int[streams.size()];
    long all = streams.stream().mapToLong(Stream::size).sum();
    for (long done = 0; done < all; done++) {
      int first = first(streams, next);
      streams.get(first).writer.write(log, next[first]);
      next[first]++;
      if (done % 1000L == 0L) {
        log.progress((double) done / all);
      }
    }
  }

  private static int first(List<Stream> streams, int[] next) {
    int first = -1;
    long soonest = Long.MAX_VALUE;
    for (int i = 0; i < next.length; i++) {
      Stream stream = streams.get(i);
      if (next[i] < stream.size && stream.timeNs.applyAsLong(next[i]) < soonest) {
        soonest = stream.timeNs.applyAsLong(next[i]);
        first = i;
      }
    }
    return first;
  }

  static long startNs(List<Stream> streams) {
    return streams.stream()
        .filter(stream -> stream.size > 0)
        .mapToLong(stream -> stream.timeNs.applyAsLong(0))
        .min()
        .orElse(0L);
  }
}
