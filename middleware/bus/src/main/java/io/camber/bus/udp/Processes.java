package io.camber.bus.udp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processes of this host, as Linux tells of them. */
public final class Processes {
  private Processes() {}

  /** Whether a process is there and neither stopped nor a zombie; false where there is no /proc to ask. */
  public static boolean isRunning(long pid) {
    try {
      String stat = Files.readString(
          Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
      int state = stat.lastIndexOf(')') + 2; // "pid (name) S ...", and the name may hold anything
      return state > 1 && state < stat.length() && "RSDI".indexOf(stat.charAt(state)) >= 0;
    } catch (IOException e) {
      return false; // gone, or no such thing as /proc
    }
  }
}
