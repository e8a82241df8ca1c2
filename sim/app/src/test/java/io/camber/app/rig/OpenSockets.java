package io.camber.app.rig;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The internet sockets that a process and its descendants have open, from /proc. */
final class OpenSockets {
  private static final List<String> TABLES = List.of("tcp", "tcp6", "udp", "udp6", "raw", "raw6");
  private static final String SOCKET = "socket:[";
  private static final int ADDRESS = 1;
  private static final int INODE = 9;
  private static final String LOOPBACK_6 = "00000000000000000000000001000000";
  private static final String MAPPED_4 = "0000000000000000FFFF0000";

  private OpenSockets() {}

  static boolean canBeSeen() {
    return Files.isReadable(Path.of("/proc/net/udp")) && Files.isReadable(Path.of("/proc/self/fd"));
  }

  /** Table and address, in the kernel's hexadecimal, of every socket of the processes. */
  static Set<String> of(ProcessHandle process) throws IOException {
    Set<String> inodes = new HashSet<>();
    inodes(process, inodes);
    for (ProcessHandle child : process.descendants().toList()) {
      inodes(child, inodes);
    }
    Set<String> found = new TreeSet<>();
    for (String table : TABLES) {
      Path file = Path.of("/proc/net", table);
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          String[] fields = line.strip().split(" +", -1);
          if (fields.length > INODE && inodes.contains(fields[INODE])) {
            found.add(table + " " + fields[ADDRESS]);
          }
        }
      }
    }
    return found;
  }

  private static void inodes(ProcessHandle process, Set<String> inodes) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of("/proc/" + process.pid() + "/fd"))) {
      for (Path file : files) {
        String target = Files.readSymbolicLink(file).toString();
        if (target.startsWith(SOCKET)) {
          inodes.add(target.substring(SOCKET.length(), target.length() - 1));
        }
      }
    } catch (IOException e) {
      return; // ended, or closed the file, while we looked
    }
  }

  /** Whether nobody on another host can reach the address. */
  static boolean isLoopback(String tableAndAddress) {
    String address = tableAndAddress.substring(
        tableAndAddress.indexOf(' ') + 1, tableAndAddress.lastIndexOf(':'));
    String last = address.startsWith(MAPPED_4) ? address.substring(MAPPED_4.length()) : address;
    return address.equals(LOOPBACK_6)
        || (last.length() == 8 && last.endsWith("7F")); // 127.x.y.z, lowest byte first
  }

  static Set<String> beyondLoopback(Set<String> sockets) {
    Set<String> beyond = new TreeSet<>(sockets);
    beyond.removeIf(OpenSockets::isLoopback);
    return beyond;
  }
}
