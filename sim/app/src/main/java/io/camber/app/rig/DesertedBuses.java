package io.camber.app.rig;

import io.camber.bus.shm.BusFolder;
import io.camber.bus.shm.file.Processes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buses that runs made for themselves and left behind when they were killed: memory that nobody else would give back. */
final class DesertedBuses {
  private static final Logger LOG = LoggerFactory.getLogger(DesertedBuses.class);

  private DesertedBuses() {}

  /**
   * Takes away every bus named by the prefix and the number of a process that is gone, where nobody lives and nothing has
   * happened for a minute. What cannot be taken away stays; it is not this run's business to fail for it.
   */
  static void sweep(Path root, String prefix) {
    try (DirectoryStream<Path> buses = Files.newDirectoryStream(root, prefix + "*")) {
      for (Path bus : buses) {
        sweepOne(root, String.valueOf(bus.getFileName()), prefix);
      }
    } catch (IOException e) {
      LOG.debug("no buses to look at under {}", root, e);
    }
  }

  private static void sweepOne(Path root, String name, String prefix) {
    String number = name.substring(prefix.length());
    if (!number.matches("[0-9]{1,10}") || Processes.start(Long.parseLong(number)) != 0) {
      return;
    }
    try {
      Optional<BusFolder> bus = BusFolder.find(root, name);
      if (bus.isPresent() && bus.get().isRemovable()) {
        long bytes = bus.get().clean();
        LOG.debug("swept up {} B of {}", bytes, name);
      }
    } catch (IOException
        | RuntimeException e) { // others sweep too, and what lies there may be anything
      LOG.debug("{} is left as it is", name, e);
    }
  }
}
