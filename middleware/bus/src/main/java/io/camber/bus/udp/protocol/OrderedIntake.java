package io.camber.bus.udp.protocol;

import org.jspecify.annotations.Nullable;

/** Reliable: a window of messages is put together and handed over in order. */
final class OrderedIntake implements Intake {
  private static final int ASSEMBLED_BYTES_MAX = 64 << 20;

  private final Delivery delivery;
  private final Progress progress;
  private final @Nullable Assembly[] window = new Assembly[ProtocolConfig.WINDOW_MESSAGES];
  private long heldBytes;

  OrderedIntake(Delivery delivery, Progress progress) {
    this.delivery = delivery;
    this.progress = progress;
  }

  private static int slot(long sequence) {
    return (int) sequence & (ProtocolConfig.WINDOW_MESSAGES - 1);
  }

  @Override
  public boolean onFragment(Fragment fragment, RepairClock clock) {
    long sequence = fragment.sequence;
    if (sequence >= progress.expected + ProtocolConfig.WINDOW_MESSAGES) {
      return true; // further ahead than an honest writer runs before it has a STATUS: asked for
      // later
    }
    Assembly assembly = window[slot(sequence)];
    if (assembly == null) {
      if (heldBytes + fragment.messageBytes > ASSEMBLED_BYTES_MAX
          && sequence != progress.expected) {
        return true;
      }
      assembly = delivery.begin(fragment);
      window[slot(sequence)] = assembly;
      heldBytes += fragment.messageBytes;
    }
    if (!delivery.add(assembly, fragment)) {
      return false;
    }
    progress.onFragment(fragment);
    if (deliverReady()) {
      clock.onRepaired();
    }
    return true;
  }

  private boolean deliverReady() {
    boolean any = false;
    while (true) {
      Assembly assembly = window[slot(progress.expected)];
      if (assembly == null || !assembly.isComplete()) {
        return any;
      }
      take(assembly);
      delivery.hand(assembly);
      progress.expected++;
      any = true;
    }
  }

  private void take(Assembly assembly) {
    window[slot(assembly.sequence())] = null;
    heldBytes -= assembly.message().length();
  }

  @Override
  public long onFirst(long first, long owed) {
    long lost = 0;
    while (progress.expected < first) {
      Assembly assembly = window[slot(progress.expected)];
      boolean isHere = assembly != null && assembly.sequence() == progress.expected;
      long end = isHere || heldBytes > 0 ? progress.expected + 1 : first;
      if (!isHere || !handOrAbandon(assembly)) {
        lost += Math.max(0, end - Math.max(progress.expected, owed));
      }
      progress.expected = end;
    }
    delivery.lose(lost);
    progress.skipTo(progress.expected);
    deliverReady();
    return lost;
  }

  /** Hands over what is complete; false when it is not. */
  private boolean handOrAbandon(Assembly assembly) {
    take(assembly);
    if (!assembly.isComplete()) {
      delivery.abandon(assembly);
      return false;
    }
    delivery.hand(assembly);
    return true;
  }

  @Override
  public boolean isWaiting() {
    return progress.expected < progress.knownNext;
  }

  @Override
  public boolean hasHole() {
    if (progress.isBeyondExpected()) {
      return true;
    }
    Assembly assembly = window[slot(progress.expected)];
    return assembly != null && assembly.hasHole();
  }

  @Override
  public void findMissing(MissingRanges ranges, boolean quiet) {
    long high = progress.furthest();
    long end = quiet ? progress.knownNext : Math.min(progress.knownNext, high + 1);
    for (long s = progress.expected; s < end && !ranges.isFull(); s++) {
      Assembly assembly = window[slot(s)];
      if (assembly == null) {
        ranges.add(s, 0, Integer.MAX_VALUE);
      } else if (!assembly.isComplete()) {
        assembly.findMissing(ranges, quiet || s < high);
      }
    }
  }

  @Override
  public @Nullable Assembly find(long sequence) {
    Assembly assembly = window[slot(sequence)];
    return assembly != null && assembly.sequence() == sequence ? assembly : null;
  }

  @Override
  public void close() {
    for (int i = 0; i < window.length; i++) {
      Assembly assembly = window[i];
      if (assembly != null) {
        assembly.abandon();
        window[i] = null;
      }
    }
  }
}
