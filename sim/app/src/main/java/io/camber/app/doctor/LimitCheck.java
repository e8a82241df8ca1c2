package io.camber.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Limits of this process that a bus can run into: open files, processes, sizes of files and of memory. */
public record LimitCheck(Path limits) {
  private static final String NAME = "limits";

  /** How the kernel prints a limit that is none. */
  private static final String UNLIMITED = "unlimited";

  /** A limit and what a bus needs; {@code flag} is the one of the shell's {@code ulimit}. */
  private record Need(String name, long needed, long wanted, String flag) {}

  /** An end of a topic takes up to three files; a message's ring up to 256 MiB of file and of address space. */
  private static final List<Need> NEEDS = List.of(
      new Need("Max open files", 256, 4096, "-n"),
      new Need("Max processes", 128, 1024, "-u"),
      new Need("Max file size", 64 << 20, 256 << 20, "-f"),
      new Need("Max address space", 4L << 30, 16L << 30, "-v"));

  /** The limits of this process. */
  public static LimitCheck ofThisProcess() {
    return new LimitCheck(Path.of("/proc/self/limits"));
  }

  /** One finding for each limit that the kernel tells. */
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(limits)) {
        for (Need need : NEEDS) {
          if (line.startsWith(need.name() + " ")) {
            findings.add(
                judge(need, line.substring(need.name().length()).strip().split(" +", -1)[0]));
          }
        }
      }
    } catch (IOException e) {
      return List.of(); // a host that does not tell
    }
    return findings;
  }

  private static Finding judge(Need need, String soft) {
    String text = need.name().substring("Max ".length()) + ": " + soft;
    long limit = soft.equals(UNLIMITED) ? Long.MAX_VALUE : Long.parseLong(soft);
    String fix = "ulimit " + need.flag() + " " + UNLIMITED + " before starting, or raise it in "
        + "/etc/security/limits.conf";
    if (limit < need.needed()) {
      return Finding.fail(NAME, text + ", " + need.needed() + " needed", fix);
    }
    return limit < need.wanted()
        ? Finding.warn(NAME, text + ", " + need.wanted() + " wanted", fix)
        : Finding.ok(NAME, text);
  }
}
