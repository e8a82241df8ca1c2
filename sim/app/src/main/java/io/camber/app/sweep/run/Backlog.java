package io.camber.app.sweep.run;

import io.camber.app.sweep.plan.SweepCase;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The runs that nobody has begun yet, shared out: each worker has a stretch of its own, so that two do not wait for the same
 * scenario and map to be read. Who is through with it takes from the end of the longest that is left. Safe for several threads.
 */
final class Backlog {
  private final List<Long> indices;
  private final LongFunction<SweepCase> cases;
  private final int[] from;
  private final int[] to;

  Backlog(List<Long> indices, int workers, LongFunction<SweepCase> cases) {
    this.indices = List.copyOf(indices);
    this.cases = cases;
    from = new int[workers];
    to = new int[workers];
    for (int i = 0; i < workers; i++) {
      from[i] = (int) ((long) indices.size() * i / workers);
      to[i] = (int) ((long) indices.size() * (i + 1) / workers);
    }
  }

  /** The next run for a worker, numbered from 0; null when there is none left. */
  @Nullable
  SweepCase next(int worker) {
    int taken = take(worker);
    return taken < 0 ? null : cases.apply(indices.get(taken));
  }

  private synchronized int take(int worker) {
    if (from[worker] < to[worker]) {
      return from[worker]++;
    }
    int longest = 0;
    for (int i = 1; i < from.length; i++) {
      longest = to[i] - from[i] > to[longest] - from[longest] ? i : longest;
    }
    return from[longest] < to[longest] ? --to[longest] : -1;
  }
}
