package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another user of the host gets to see of a rig: as root, with nobody's rights. */
final class RigSecrecyTest {
  private final NodeLogs logs = NodeLogs.create();

  @BeforeEach
  void needsRoot() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/usr/bin/setpriv")) && asNobody("true") == 0,
        "only root can act as another user");
  }

  @AfterEach
  void remove() throws IOException {
    try (Stream<Path> all = Files.walk(logs.folder())) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static int asNobody(String... words) throws IOException, InterruptedException {
    List<String> command = Stream.concat(
            Stream.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
            Stream.of(words))
        .toList();
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Test
  void logsAreForTheirUserAlone() throws Exception {
    Path log = Files.writeString(logs.file("planning").toPath(), "secret");

    assertThat(asNobody("ls", logs.folder().toString())).isNotZero();
    assertThat(asNobody("cat", log.toString())).isNotZero();
    assertThat(asNobody("sh", "-c", "echo forged >> " + log)).isNotZero();
    assertThat(asNobody("touch", logs.folder().resolve("new").toString())).isNotZero();
  }

  /** Even in a folder that everybody can read. */
  @Test
  void aKeyFileThatABusAcceptsIsForItsUserAlone() throws Exception {
    Files.setPosixFilePermissions(logs.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Path key = logs.folder().resolve("bus.key");
    Files.write(key, new byte[32]);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Path open = Files.writeString(logs.folder().resolve("open"), "for everybody");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(asNobody("cat", open.toString())).isZero();
    assertThat(asNobody("cat", key.toString())).isNotZero();
    assertThat(asNobody("sh", "-c", "echo forged >> " + key)).isNotZero();
  }
}
