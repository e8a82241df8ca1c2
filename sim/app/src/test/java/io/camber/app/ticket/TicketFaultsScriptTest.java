package io.camber.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code examples/ticket-faults.sh} with commands in place of camber that end as drives do. */
final class TicketFaultsScriptTest {
  private static final Path SCRIPT = Path.of("../../examples/ticket-faults.sh");

  @TempDir
  private Path folder;

  private record Ended(int code, String said) {}

  private Ended drives(String camber) throws IOException, InterruptedException {
    Path command = folder.resolve("camber");
    Files.writeString(command, "#!/bin/sh\n" + camber + "\n");
    assertThat(command.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder =
        new ProcessBuilder("bash", SCRIPT.toString(), folder.resolve("out").toString(), "5", "7");
    builder.environment().put("CAMBER", command.toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  @Test
  void drivesThatFailAreJudgedAndGoOn() throws IOException, InterruptedException {
    assertThat(drives("echo FAIL: T1; exit 4")).isEqualTo(new Ended(0, "FAIL: T1\n".repeat(3)));
  }

  @Test
  void aDriveThatCrashesEndsTheListByName() throws IOException, InterruptedException {
    Ended ended = drives("echo PASS; [ \"$2\" = country-road ] && exit 1; exit 0");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .endsWith("drive 6 (country-road --fault gnss:jump@4s..99s) ended with 1\n");
  }
}
