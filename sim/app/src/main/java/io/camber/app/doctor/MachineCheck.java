package io.camber.app.doctor;

import io.camber.app.input.BundledScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java, cores, heap, disk and the files that come with the program. */
public final class MachineCheck {
  private static final String NAME = "machine";
  private static final int JAVA_MIN = 17;
  private static final long HEAP_MIN_MB = 900;
  private static final long DISK_MIN_MB = 2048;

  /** What any run needs. */
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(needed(
        Runtime.version().feature() >= JAVA_MIN,
        "java " + Runtime.version() + " (" + JAVA_MIN + " or newer needed)",
        "install a newer JDK"));
    int cores = Runtime.getRuntime().availableProcessors();
    findings.add(wanted(
        cores >= 2,
        cores + " cores (2 or more keep sensors in real time)",
        "use a machine with more, or --perception truth"));
    long heapMb = Runtime.getRuntime().maxMemory() >> 20;
    findings.add(needed(
        heapMb >= HEAP_MIN_MB,
        heapMb + " MB of heap allowed (" + HEAP_MIN_MB + " needed)",
        "free memory or raise -Xmx"));
    Path here = Path.of("").toAbsolutePath();
    findings.add(needed(
        Files.isWritable(here),
        "folder " + here + " is writable (runs go to runs/ in it)",
        "use --out DIR"));
    findings.add(disk(here));
    int count = BundledScenarios.list().size();
    findings.add(needed(
        count > 0,
        count + " bundled scenarios in " + BundledScenarios.folder(),
        "clone the whole repository"));
    return findings;
  }

  private static Finding disk(Path here) {
    try {
      long freeMb = Files.getFileStore(here).getUsableSpace() >> 20;
      return wanted(
          freeMb >= DISK_MIN_MB,
          freeMb + " MB free on disk (a minute with sensors takes about 800 MB)",
          "free some, or --no-record");
    } catch (IOException e) {
      return wanted(false, "free disk space of " + here + " is unknown: " + e.getMessage(), "df");
    }
  }

  private static Finding needed(boolean isMet, String text, String fix) {
    return isMet ? Finding.ok(NAME, text) : Finding.fail(NAME, text, fix);
  }

  private static Finding wanted(boolean isMet, String text, String fix) {
    return isMet ? Finding.ok(NAME, text) : Finding.warn(NAME, text, fix);
  }
}
