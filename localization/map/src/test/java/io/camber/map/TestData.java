package io.camber.map;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of the shared test data, found by the environment variable CAMBER_TEST_DATA. */
public final class TestData {
  private TestData() {}

  /** A directory or file of the scenario set; skips the test when the data is not there. */
  public static Path scenarios(String path) {
    String root = System.getenv("CAMBER_TEST_DATA");
    assumeTrue(root != null, "set CAMBER_TEST_DATA to run");
    Path found = Path.of(root, "scenarios", path);
    assumeTrue(Files.exists(found), "no " + path + " in CAMBER_TEST_DATA");
    return found;
  }

  /** All files below a directory whose name ends so, sorted. */
  public static List<Path> files(Path directory, String ending) {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static RoadMap map(Path file) {
    try {
      return RoadMap.parse(
          file.getFileName().toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static RoadMap map(String path) {
    return map(scenarios(path));
  }
}
