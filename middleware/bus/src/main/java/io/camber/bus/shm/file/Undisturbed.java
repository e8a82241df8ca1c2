package io.camber.bus.shm.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Calls on channels that a thread's interrupt flag must not end: Java closes the channel then, which is a way to end a sleep
 * and no reason to lose a ring or to take a file for gone. The flag is set again afterwards.
 */
final class Undisturbed {
  private Undisturbed() {}

  /** Makes the call, and again as often as an interrupt comes in the middle: it opens its channel itself if need be. */
  static <T> T call(Call<T> call) throws IOException {
    boolean isInterrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return call.make();
        } catch (ClosedByInterruptException e) {
          isInterrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  interface Call<T> {
    T make() throws IOException;
  }
}
