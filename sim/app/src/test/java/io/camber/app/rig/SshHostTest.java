package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camber.app.input.BundledScenarios;
import io.camber.app.simulation.Perception;
import io.camber.app.simulation.Sensors;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A launch file whose host is reached by the system's own ssh: a real sshd of this test's own, on loopback. */
@Timeout(150)
final class SshHostTest {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");
  private static final Path SSHD_FOLDER = Path.of("/run/sshd");
  private static final Path SSH = Path.of("/usr/bin/ssh");
  private static final long PID = ProcessHandle.current().pid();

  @TempDir
  private Path folder;

  @BeforeEach
  void settle() {
    assumeTrue(
        Files.isExecutable(SSHD) && Files.isExecutable(SSH),
        "needs OpenSSH's client and server (Debian: openssh-server, openssh-client)");
    assumeTrue(
        !System.getProperty("user.name", "").equals("root") || Files.isDirectory(SSHD_FOLDER),
        "as root, sshd needs the folder " + SSHD_FOLDER);
  }

  @Test
  void theCarOnAHostReachedBySshGivesTheBytesOfOneProcess() throws Exception {
    int sshPort = freePort();
    int busPort = 30_000 + (int) (PID % 500) * 16;
    writeSsh(sshPort);
    Path rig = Files.writeString(folder.resolve("rig.yaml"), """
        scenario: highway-cut-in
        bus: udp:127.0.0.1:%d,127.0.0.1:%d
        processes:
          - nodes: [prediction, planning, control, guardian]
            host: box
            command: %s
            bus: udp:127.0.0.1:%d,127.0.0.1:%d
        """.formatted(
            busPort, busPort + 1, folder.resolve("camber"), busPort + 1, busPort));
    Process sshd = sshd();
    try {
      awaitListening(sshPort);
      String output = launch(rig);

      assertThat(output).contains("hash " + hashHere());
    } finally {
      sshd.destroy();
    }
    assertThat(leftOvers()).isEmpty();
  }

  private String hashHere() {
    return new Simulation(new SimulationOptions(
            BundledScenarios.resolve("highway-cut-in"),
            Map.of(),
            1,
            2,
            Optional.empty(),
            2.0,
            Perception.TRUTH,
            Sensors.NONE,
            Map.of(),
            Map.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            0))
        .run()
        .hash();
  }

  /** Node processes of this test that outlived their connection. */
  private List<String> leftOvers() throws InterruptedException {
    List<String> left = hosts();
    for (int i = 0; i < 50 && !left.isEmpty(); i++) {
      Thread.sleep(100);
      left = hosts();
    }
    return left;
  }

  private List<String> hosts() {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(folder.toString()) && line.contains("node"))
        .toList();
  }

  private String launch(Path rig) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(
            folder.resolve("camber").toString(),
            "launch",
            rig.toString(),
            "--",
            "--until",
            "2",
            "--perception",
            "truth",
            "--sensors",
            "none",
            "--no-record")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("launch.log").toFile());
    builder.directory(folder.toFile());
    builder.environment().merge("PATH", folder.toString(), (path, ours) -> ours + ":" + path);
    Process process = builder.start();
    boolean ended = process.waitFor(100, TimeUnit.SECONDS);
    process.destroyForcibly();
    String output = Files.readString(folder.resolve("launch.log"));
    assertThat(ended).as(output).isTrue();
    return output;
  }

  private Process sshd() throws IOException {
    return new ProcessBuilder(
            SSHD.toString(), "-D", "-e", "-f", folder.resolve("sshd").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("sshd.log").toFile())
        .start();
  }

  /** Keys, the server's and the client's configuration, this program as a command, and an ssh that reads no other file. */
  private void writeSsh(int port) throws IOException, InterruptedException {
    key("host");
    key("user");
    Files.copy(folder.resolve("user.pub"), folder.resolve("authorized"));
    Files.writeString(folder.resolve("sshd"), """
        Port %d
        ListenAddress 127.0.0.1
        HostKey %2$s/host
        AuthorizedKeysFile %2$s/authorized
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        """.formatted(port, folder));
    Files.writeString(folder.resolve("config"), """
        Host box
          HostName 127.0.0.1
          Port %d
          IdentityFile %2$s/user
          IdentitiesOnly yes
          UserKnownHostsFile %2$s/known
          StrictHostKeyChecking accept-new
        """.formatted(port, folder));
    script("ssh", "exec " + SSH + " -F " + folder + "/config \"$@\"");
    script(
        "camber",
        "exec '" + System.getProperty("java.home") + "/bin/java' -Xmx600m -Dcamber.home='" + home()
            + "' -Dcamber.test='" + folder + "' -cp '" + System.getProperty("java.class.path")
            + "' io.camber.app.Main \"$@\"");
  }

  private void key(String name) throws IOException, InterruptedException {
    int exit = new ProcessBuilder(
            "ssh-keygen",
            "-q",
            "-t",
            "ed25519",
            "-N",
            "",
            "-f",
            folder.resolve(name).toString())
        .inheritIO()
        .start()
        .waitFor();
    assertThat(exit).isZero();
  }

  private void script(String name, String line) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void awaitListening(int port) throws InterruptedException {
    boolean isListening = false;
    for (int i = 0; i < 100 && !isListening; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        isListening = socket.isConnected();
      } catch (IOException e) {
        Thread.sleep(100); // not yet
      }
    }
    assertThat(isListening).isTrue();
  }

  private static String home() {
    return Path.of("..", "..").toAbsolutePath().normalize().toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
