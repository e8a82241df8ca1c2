package io.camber.drives.log;

import java.io.Closeable;
import java.io.IOException;

/** One foreign recording, opened. Reads itself into a log from front to back without holding more than a piece of it. */
public interface DriveReader extends Closeable {
  /** What it is, for people: the kind, and the name it has among its kind. */
  String about();

  void read(DriveLog log) throws IOException;
}
