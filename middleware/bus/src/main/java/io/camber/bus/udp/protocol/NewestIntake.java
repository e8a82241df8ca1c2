package io.camber.bus.udp.protocol;

import org.jspecify.annotations.Nullable;

/** Best effort: only the newest message is put together, and repaired while it is the newest. */
final class NewestIntake implements Intake {
  private final Delivery delivery;
  private final Progress progress;
  private @Nullable Assembly newest;

  NewestIntake(Delivery delivery, Progress progress) {
    this.delivery = delivery;
    this.progress = progress;
  }

  @Override
  public boolean onFragment(Fragment fragment, RepairClock clock) {
    Assembly assembly = newest;
    if (assembly != null && fragment.sequence < assembly.sequence()) {
      return true;
    }
    if (assembly != null && fragment.sequence > assembly.sequence()) {
      delivery.abandon(assembly);
      assembly = null;
    }
    if (assembly == null) {
      assembly = delivery.begin(fragment);
      newest = assembly;
      clock.restart();
    }
    if (!delivery.add(assembly, fragment)) {
      return false;
    }
    progress.onFragment(fragment);
    if (assembly.isComplete()) {
      newest = null;
      delivery.lose(fragment.sequence - progress.expected);
      delivery.hand(assembly);
      progress.expected = fragment.sequence + 1;
    }
    return true;
  }

  @Override
  public long onFirst(long first, long owed) {
    Assembly assembly = newest;
    if (assembly != null && assembly.sequence() < first) {
      delivery.abandon(assembly);
      newest = null;
      delivery.lose(first - progress.expected);
      progress.skipTo(first);
    }
    return 0; // losing samples is no overrun
  }

  @Override
  public boolean isWaiting() {
    return newest != null;
  }

  @Override
  public boolean hasHole() {
    return newest != null && newest.hasHole();
  }

  @Override
  public void findMissing(MissingRanges ranges, boolean quiet) {
    if (newest != null) {
      newest.findMissing(ranges, quiet);
    }
  }

  @Override
  public @Nullable Assembly find(long sequence) {
    Assembly assembly = newest;
    return assembly != null && assembly.sequence() == sequence ? assembly : null;
  }

  @Override
  public void close() {
    if (newest != null) {
      newest.abandon();
      newest = null;
    }
  }
}
