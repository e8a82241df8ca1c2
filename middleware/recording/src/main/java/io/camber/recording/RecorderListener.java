package io.camber.recording;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Hears what becomes of a recording. Called on the writer's thread, at once; what it throws goes to that thread's handler of
 * uncaught exceptions, and the recording goes on.
 */
public interface RecorderListener {
  /** Does nothing. */
  RecorderListener NONE = new RecorderListener() {};

  /** The disk takes no more; messages are dropped from here on. Or a file could not be completed and stays a part. */
  default void stalled(IOException cause) {}

  /** The disk takes messages again, after so many were dropped. */
  default void resumed(long dropped) {}

  /** A file is complete. */
  default void completed(Path file) {}
}
