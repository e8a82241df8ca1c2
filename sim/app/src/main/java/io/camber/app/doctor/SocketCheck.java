package io.camber.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How large the kernel lets socket buffers be; a UDP bus asks for 4 MiB, a burst of large messages needs them. */
public record SocketCheck(Path kernel) {
  private static final String NAME = "sockets";
  private static final long WANTED_BYTES = 4 << 20;

  /** The limits of this host. */
  public static SocketCheck ofThisHost() {
    return new SocketCheck(Path.of("/proc/sys/net/core"));
  }

  /** One finding for each direction that the kernel tells. */
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    for (String limit : List.of("rmem_max", "wmem_max")) {
      OptionalLong bytes = read(kernel.resolve(limit));
      if (bytes.isPresent()) {
        findings.add(judge(limit, bytes.getAsLong()));
      }
    }
    return findings;
  }

  private static OptionalLong read(Path file) {
    try {
      return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty(); // a kernel or container that does not tell
    }
  }

  private static Finding judge(String limit, long bytes) {
    String text = "net.core." + limit + " is " + bytes + " bytes";
    return bytes >= WANTED_BYTES
        ? Finding.ok(NAME, text)
        : Finding.warn(
            NAME,
            text + ", a UDP bus asks for " + WANTED_BYTES,
            "sudo sysctl -w net.core." + limit + "=" + WANTED_BYTES);
  }
}
