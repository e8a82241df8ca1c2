package io.camber.drives;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camber.bus.Topic;
import io.camber.drives.log.ImportProgress;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Published recordings, found by CAMBER_TEST_DATA, and what became of them. */
public final class Published {
  private Published() {}

  /** A file or folder of the shared data; skips the test without it. */
  public static Path data(String path) {
    String root = System.getenv("CAMBER_TEST_DATA");
    assumeTrue(root != null, "set CAMBER_TEST_DATA to run");
    Path found = Path.of(root, "data", path);
    assumeTrue(Files.exists(found), "no " + path + " in CAMBER_TEST_DATA");
    return found;
  }

  /** Imports with the format left to the content. */
  public static ImportReport imported(Path source, Path out) throws IOException {
    return DriveImport.run(source, ImportChoice.NONE, out, ImportProgress.SILENT);
  }

  /** All values of a topic. */
  public static <T> List<T> values(Path log, Topic<T> topic) throws IOException {
    List<T> values = new ArrayList<>();
    try (McapFile file = McapFile.open(log)) {
      MessageCursor cursor =
          file.messages(new MessageSelection(new TreeSet<>(List.of(topic.name())), 0L, -1L));
      for (Optional<McapRecord.Message> next = cursor.next();
          next.isPresent();
          next = cursor.next()) {
        values.add(topic.codec().decode(next.get().payload().duplicate()));
      }
    }
    return values;
  }
}
