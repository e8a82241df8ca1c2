package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Another Java, where one is installed: the folder that CAMBER_SECOND_JDK names, or a JDK 25 in the usual place. */
record SecondJdk(Path folder) {
  private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

  static Optional<SecondJdk> find() throws IOException {
    String named = System.getenv("CAMBER_SECOND_JDK");
    if (named != null) {
      return Optional.of(new SecondJdk(Path.of(named)));
    }
    if (!Files.isDirectory(USUAL_PLACE)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(USUAL_PLACE)) {
      return folders.filter(SecondJdk::is25).sorted().findFirst().map(SecondJdk::new);
    }
  }

  private static boolean is25(Path folder) {
    try {
      Path release = folder.resolve("release");
      return Files.isRegularFile(release)
          && Files.readString(release).contains("JAVA_VERSION=\"25");
    } catch (IOException e) {
      return false;
    }
  }

  /** The hash of a run on sensors, made by a process of this Java in an empty {@code workFolder}. */
  String hash(Path scenario, double untilS, Path workFolder) throws Exception {
    Process process = new ProcessBuilder(
            folder.resolve("bin/java").toString(),
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "io.camber.app.Main",
            "run",
            scenario.toString(),
            "--until",
            Double.toString(untilS),
            "--no-record",
            "--json",
            "--out",
            workFolder.resolve("run").toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(json).isZero();
    return JsonParser.parseString(json).getAsJsonObject().get("hash").getAsString();
  }
}
