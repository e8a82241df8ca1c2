package io.camber.bus.udp.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.transport.Endpoint.Direction;
import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccessTest {
  private final Access access = Access.parse("bus.access", """
      # who drives
      /actuation/command  publishes   guardian
      /truth/**           subscribes  jury report   # nobody else
      /sensor/*/image     publishes   camera
      """);

  @TempDir
  Path folder;

  @Test
  void aRuleOpensATopicToItsNodesAndClosesItToOthers() {
    assertThat(access.findObjection("/actuation/command", Direction.PUBLISHES, "guardian"))
        .isEmpty();
    assertThat(access.findObjection("/actuation/command", Direction.PUBLISHES, "mallory"))
        .isEqualTo("node mallory may not publish /actuation/command: bus.access allows guardian");
  }

  @Test
  void aRuleOfOneDirectionSaysNothingAboutTheOther() {
    assertThat(access.findObjection("/actuation/command", Direction.SUBSCRIBES, "mallory"))
        .isEmpty();
  }

  @Test
  void oneStarStopsAtASlashAndTwoDoNot() {
    assertThat(access.findObjection("/truth/a/b", Direction.SUBSCRIBES, "planning"))
        .isNotEmpty();
    assertThat(access.findObjection("/sensor/front/image", Direction.PUBLISHES, "x"))
        .isNotEmpty();
    assertThat(access.findObjection("/sensor/a/b/image", Direction.PUBLISHES, "x"))
        .isEmpty();
    assertThat(access.findObjection("/sensor/front/images", Direction.PUBLISHES, "x"))
        .isEmpty();
  }

  @Test
  void topicsWithoutARuleAreOpen() {
    assertThat(access.findObjection("/map", Direction.PUBLISHES, "anybody")).isEmpty();
  }

  @Test
  void aLineThatIsNoRuleIsRefusedWithItsNumber() {
    assertThatThrownBy(() -> Access.parse("f", "\n/a writes b"))
        .isInstanceOf(WireException.class)
        .hasMessage("f:2: expected publishes or subscribes, found: writes");
    assertThatThrownBy(() -> Access.parse("f", "/a publishes"))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("f:1");
  }

  @Test
  void aFileThatOthersCanWriteIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("bus.access"), "/a publishes b\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    assertThatThrownBy(() -> Access.read(file)).hasMessageContaining("chmod 600 " + file);

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(Access.read(file).findObjection("/a", Direction.PUBLISHES, "c")).isNotEmpty();
  }
}
