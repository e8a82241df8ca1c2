package io.camber.bus.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Structures that are dear to make, handed out in turn. jcstress makes the states of a batch while it still judges those of
 * the batch before, so an entry may come again only after two batches; see {@link StressRun#STATES}.
 */
public final class Rotation<T> {
  private final List<T> entries = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  /** {@code make} gets the number of the entry. */
  public Rotation(IntFunction<T> make) {
    for (int i = 0; i < 2 * StressRun.STATES; i++) {
      entries.add(make.apply(i));
    }
  }

  public T next() {
    return entries.get(Math.floorMod(turn.getAndIncrement(), entries.size()));
  }
}
