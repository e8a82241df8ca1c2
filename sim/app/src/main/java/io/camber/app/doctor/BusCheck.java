package io.camber.app.doctor;

import io.camber.bus.shm.BusFolder;
import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Buses of this user in shared memory: who lives there, what the dead left behind, what others could open. */
public record BusCheck(Path root) {
  private static final String NAME = "bus";
  private static final String CLEAN = "camber doctor --clean";

  /** What is there; nothing is changed. */
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    try {
      BusFolder.find(root).forEach(bus -> findings.add(judge(bus)));
    } catch (WireException e) {
      findings.add(Finding.fail(NAME, String.valueOf(e.getMessage()), "chmod 700, or remove it"));
    } catch (IOException e) {
      findings.add(Finding.fail(NAME, "cannot look into " + root + ": " + e, "look at its mode"));
    }
    return findings;
  }

  private static Finding judge(BusFolder bus) {
    String what = String.format(
        Locale.ROOT,
        "%s: %d living nodes, %.1f MB",
        bus.path(),
        bus.living().size(),
        bus.bytes() / 1e6);
    if (!bus.harmed().isEmpty()) {
      return Finding.fail(
          NAME,
          what + "; of another mode or owner: " + String.join(", ", bus.harmed()),
          "end its processes, then rm -r " + bus.path());
    }
    if (!bus.dead().isEmpty() || !bus.stale().isEmpty()) {
      return Finding.warn(
          NAME,
          what + "; dead nodes: " + listed(bus.dead()) + "; files of nobody: "
              + listed(bus.stale()),
          CLEAN);
    }
    if (bus.isRemovable()) {
      return Finding.warn(NAME, what + "; deserted for " + bus.quietMs() / 1000 + " s", CLEAN);
    }
    return Finding.ok(NAME, what);
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  /** Gives back what nobody living holds; tells what was done. */
  public List<Finding> clean() {
    List<Finding> done = new ArrayList<>();
    try {
      for (BusFolder bus : BusFolder.find(root)) {
        if (!bus.dead().isEmpty() || !bus.stale().isEmpty() || bus.isRemovable()) {
          done.add(Finding.ok(
              NAME,
              String.format(
                  Locale.ROOT, "%s: cleaned, %.1f MB given back", bus.path(), bus.clean() / 1e6)));
        }
      }
    } catch (WireException | IOException e) {
      done.add(Finding.warn(NAME, "cannot clean " + root + ": " + e.getMessage(), "rm -r " + root));
    }
    return done;
  }
}
