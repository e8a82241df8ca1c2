package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.scratch.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class NodeLogsTest {
  @Test
  void logsOfNodesThatSaidNothingAreGone() throws IOException {
    NodeLogs logs = NodeLogs.create();
    Files.createFile(logs.file("planning").toPath());

    logs.close();

    assertThat(logs.folder()).doesNotExist();
  }

  @Test
  void whatANodeSaidIsKept() throws IOException {
    NodeLogs logs = NodeLogs.create();
    Files.createFile(logs.file("planning").toPath());
    Files.writeString(logs.file("control").toPath(), "WARN  late");

    logs.close();

    assertThat(logs.folder()).isDirectoryContaining(file -> file.endsWith("control.log"));
    assertThat(logs.file("planning")).doesNotExist();
    ScratchFolder.delete(logs.folder());
  }
}
