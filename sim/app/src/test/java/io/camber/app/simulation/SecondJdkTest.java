package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same bytes on another Java, where one is installed: the folder that CAMBER_SECOND_JDK names, or a JDK 25 in the usual place. */
final class SecondJdkTest {
  private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void givesTheSameHashOnAnotherJava() throws Exception {
    Optional<Path> jdk = secondJdk();
    assumeTrue(jdk.isPresent(), "set CAMBER_SECOND_JDK to run");
    Path scenario = Bundled.scenario("unprotected-turn");

    String here = Simulation.of(scenario).until(1.5).run().hash();

    assertThat(hashOn(jdk.get(), scenario)).isEqualTo(here);
  }

  private static String hashOn(Path jdk, Path scenario) throws Exception {
    Path folder = Files.createTempDirectory("camber-second-jdk");
    Process process = new ProcessBuilder(
            jdk.resolve("bin/java").toString(),
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "io.camber.app.Main",
            "run",
            scenario.toString(),
            "--until",
            "1.5",
            "--no-record",
            "--json",
            "--out",
            folder.resolve("run").toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(json).isZero();
    RunFolder.delete(folder);
    return JsonParser.parseString(json).getAsJsonObject().get("hash").getAsString();
  }

  private static Optional<Path> secondJdk() throws IOException {
    String named = System.getenv("CAMBER_SECOND_JDK");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    if (!Files.isDirectory(USUAL_PLACE)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(USUAL_PLACE)) {
      return folders.filter(SecondJdkTest::is25).sorted().findFirst();
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
}
