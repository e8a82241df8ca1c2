package io.camber.app.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Room for shared memory; containers often have 64 MB of it. */
public record MemoryCheck(Path memory) {
  private static final String NAME = "shared memory";

  /** A rig with one camera and one lidar fills about 150 MB. */
  private static final long WANTED_MB = 256;

  private static final long NEEDED_MB = 32;

  /** How much there is. */
  public List<Finding> look() {
    if (!Files.isDirectory(memory)) {
      return List.of(Finding.warn(
          NAME,
          "there is no " + memory + ": buses live on disk, in "
              + System.getProperty("java.io.tmpdir"),
          "mount a tmpfs there"));
    }
    try {
      FileStore store = Files.getFileStore(memory);
      return List.of(judge(store.getTotalSpace() >> 20, store.getUsableSpace() >> 20));
    } catch (IOException e) {
      return List.of(Finding.warn(NAME, "cannot measure " + memory + ": " + e, "df " + memory));
    }
  }

  Finding judge(long totalMb, long freeMb) {
    String text = memory + " has " + freeMb + " MB free of " + totalMb;
    String fix = "mount -o remount,size=2g " + memory
        + " (in a container: --shm-size=2g), or camber doctor --clean";
    if (freeMb < NEEDED_MB) {
      return Finding.fail(NAME, text + ", " + NEEDED_MB + " needed", fix);
    }
    return freeMb < WANTED_MB
        ? Finding.warn(NAME, text + ", " + WANTED_MB + " wanted for cameras", fix)
        : Finding.ok(NAME, text);
  }
}
