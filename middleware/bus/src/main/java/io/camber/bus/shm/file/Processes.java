package io.camber.bus.shm.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Identity of processes on this host: id and start, so that a reused id is not mistaken for its former owner. */
public final class Processes {
  /** Fields of {@code /proc/PID/stat} behind the command's closing parenthesis: state is 0, start is 19. */
  private static final int STATE_FIELD = 0;

  private static final int START_FIELD = 19;

  /** In which this process's pid counts, by its inode; 0 where this host does not tell. */
  public static final long NAMESPACE = namespace();

  private Processes() {}

  private static long namespace() {
    try {
      String link = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString(); // pid:[123]
      return Long.parseLong(link.substring(link.indexOf('[') + 1, link.indexOf(']')));
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }

  public static long ownPid() {
    return ProcessHandle.current().pid();
  }

  /** When a process started, in kernel ticks; 0 when it is gone, a zombie, or this host does not tell. */
  public static long start(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      boolean isGone = fields[STATE_FIELD].equals("Z") || fields[STATE_FIELD].equals("X");
      return isGone ? 0 : Long.parseLong(fields[START_FIELD]);
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }

  /** Whether the very process is running. False where this cannot be told: the file lock alone decides then. */
  public static boolean isRunning(long pid, long start) {
    return start != 0 && start(pid) == start;
  }
}
