package io.camber.bus.shm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Another user of this host, nobody; only root can act as it. */
final class SecondUser {
  private static final String NOBODY = "65534";

  private SecondUser() {}

  static boolean isPossible() {
    try {
      return new ProcessBuilder(command(List.of("true")))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> command(List<String> words) {
    List<String> command = new ArrayList<>(
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    command.addAll(words);
    return command;
  }

  /** What the second user reached of the paths; {@code place} is a directory that it can enter. */
  static List<String> reached(Path place, List<Path> paths) throws IOException {
    for (Class<?> part : List.of(Intruder.class, attempt())) {
      String name = part.getName().replace('.', '/') + ".class";
      Path target = place.resolve(name);
      Files.createDirectories(
          target.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      try (InputStream bytes = SecondUser.class.getResourceAsStream("/" + name)) {
        Files.write(target, bytes.readAllBytes());
      }
    }
    List<String> words = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        place.toString(),
        Intruder.class.getName()));
    paths.forEach(path -> words.add(path.toString()));
    Process process =
        new ProcessBuilder(command(words)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!said.endsWith("done\n")) {
      throw new IOException("the second user did not come to an end: " + said);
    }
    return said.lines().filter(line -> line.startsWith("reached")).toList();
  }

  private static Class<?> attempt() {
    return Intruder.class.getDeclaredClasses()[0];
  }
}
