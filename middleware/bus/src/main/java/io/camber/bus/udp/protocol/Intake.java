package io.camber.bus.udp.protocol;

import org.jspecify.annotations.Nullable;

/** Puts the messages of one remote writer together; its kinds differ in what they do about gaps. */
interface Intake {
  /** Takes a fragment that is not of the past; false when it does not fit what is known of the message. */
  boolean onFragment(Fragment fragment, RepairClock clock);

  /**
   * Nothing older than {@code first} is to come any more; answers how many messages a reliable reader loses by that, which are those from
   * {@code owed} on: what was given up before it came was never to come.
   */
  long onFirst(long first, long owed);

  /** Whether something is to come that is known to exist. */
  boolean isWaiting();

  /** Whether something is missing before something that arrived. */
  boolean hasHole();

  /** Lists what to ask for; when it is quiet, also what may still have been on its way otherwise. */
  void findMissing(MissingRanges ranges, boolean quiet);

  /** The message that is being put together under this number; null when there is none. */
  @Nullable
  Assembly find(long sequence);

  void close();
}
