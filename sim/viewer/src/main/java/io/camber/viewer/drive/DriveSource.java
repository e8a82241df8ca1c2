package io.camber.viewer.drive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Random access to the messages of a drive. Safe for any thread; memory does not grow with the drive. */
public interface DriveSource extends Closeable {
  /** What people call it. */
  String name();

  List<DriveTopic> topics();

  DriveSpan span();

  /** Hands over the messages of some topics published within both times, ends included, in order. */
  void read(Set<String> topics, long fromNs, long toNs, Consumer<DriveMessage> to)
      throws IOException;

  /** The newest message of a topic published at or before a time. */
  Optional<DriveMessage> latest(String topic, long atNs) throws IOException;

  /** The log, where there is one. */
  Optional<Path> file();

  /** The folder of the run that the drive belongs to, where there is one. */
  Optional<Path> folder();

  /** Facts that travel with the drive, as name=value; empty when there are none. */
  List<String> notes();
}
