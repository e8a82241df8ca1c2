package io.camber.viewer.foxglove;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapDoctor;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import io.camber.viewer.drive.LoggedDrive;
import io.camber.viewer.drive.SmallDrive;
import io.camber.viewer.foxglove.proto.PointCloud;
import io.camber.viewer.foxglove.proto.SceneUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other viewers find in a log that was written for them. */
final class FoxgloveLogTest {
  private Path log = Path.of("");
  private Path drawn = Path.of("");

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    log = folder.resolve("drive.mcap");
    drawn = folder.resolve("viz.mcap");
    SmallDrive.write(log, 1.0);
    try (LoggedDrive drive = LoggedDrive.open(log)) {
      FoxgloveLog.write(drive, drawn, McapConfig.indexed(Compression.LZ4));
    }
  }

  @Test
  void everyTopicHasItsWellKnownSchemaAndAllItsMessages() throws IOException {
    Map<String, String> schemas = new TreeMap<>();
    Map<String, Long> counts = new TreeMap<>();
    try (McapFile file = McapFile.open(drawn)) {
      for (McapRecord.Channel channel : file.summary().channels().values()) {
        schemas.put(
            channel.topic(), file.summary().schemaOf(channel).orElseThrow().name());
        counts.put(
            channel.topic(),
            file.summary().statistics().orElseThrow().channelMessageCounts().get(channel.id()));
      }
    }

    assertThat(schemas)
        .containsEntry("/viz/sensor/lidar/top/sweep", "foxglove.PointCloud")
        .containsEntry("/viz/sensor/camera/front/image", "foxglove.CompressedImage")
        .containsEntry("/viz/sensor/camera/front/calibration", "foxglove.CameraCalibration")
        .containsEntry("/viz/tracks", "foxglove.SceneUpdate")
        .containsEntry("/viz/futures", "foxglove.SceneUpdate")
        .containsEntry("/viz/plan", "foxglove.SceneUpdate")
        .containsEntry("/viz/map", "foxglove.SceneUpdate")
        .containsEntry("/tf", "foxglove.FrameTransform");
    assertThat(counts)
        .containsEntry("/viz/map", 1L)
        .containsEntry("/viz/sensor/lidar/top/sweep", 11L)
        .containsEntry("/viz/tracks", 11L)
        .containsEntry("/tf", 101L);
    assertThat(McapDoctor.examine(drawn)).isEmpty();
  }

  @Test
  void sweepsAndTracksStandInFramesThatAreThere() throws IOException {
    PointCloud cloud = PointCloud.parseFrom(first("/viz/sensor/lidar/top/sweep"));
    SceneUpdate tracks = SceneUpdate.parseFrom(first("/viz/tracks"));

    assertThat(cloud.getFrameId()).isEqualTo("lidar_top");
    assertThat(cloud.getData().size()).isEqualTo(20 * SmallDrive.WALL_POINTS);
    assertThat(tracks.getEntities(0).getFrameId()).isEqualTo("map");
    assertThat(tracks.getEntities(0).getCubes(0).getPose().getPosition().getX())
        .isEqualTo(SmallDrive.GAP_M);
  }

  private byte[] first(String topic) throws IOException {
    try (McapFile file = McapFile.open(drawn)) {
      MessageCursor cursor =
          file.messages(new MessageSelection(new TreeSet<>(List.of(topic)), 0L, -1L));
      Optional<McapRecord.Message> message = cursor.next();
      byte[] bytes = new byte[message.orElseThrow().payload().remaining()];
      message.get().payload().duplicate().get(bytes);
      return bytes;
    }
  }

  @Test
  void layoutsAskForTopicsThatAreThere() throws IOException {
    Set<String> there = new TreeSet<>();
    for (Path path : List.of(log, drawn)) {
      try (McapFile file = McapFile.open(path)) {
        file.summary().channels().values().forEach(channel -> there.add(channel.topic()));
      }
    }
    Path layouts = Path.of("..", "..", "docs", "layouts");
    Set<String> asked = new TreeSet<>();
    try (var files = Files.list(layouts)) {
      for (Path layout : (Iterable<Path>) files::iterator) {
        collect(JsonParser.parseString(Files.readString(layout)), asked);
      }
    }

    assertThat(asked).hasSizeGreaterThan(8);
    assertThat(there).containsAll(asked);
  }

  /** Strings and names that look like topics; of message paths the topic. */
  private static void collect(JsonElement element, Set<String> into) {
    if (element.isJsonObject()) {
      element.getAsJsonObject().entrySet().forEach(entry -> {
        take(entry.getKey(), into);
        collect(entry.getValue(), into);
      });
    } else if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(one -> collect(one, into));
    } else if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()) {
      take(element.getAsString(), into);
    }
  }

  private static void take(String text, Set<String> into) {
    if (text.startsWith("/")) {
      into.add(text.replaceAll("[.\\[].*", ""));
    }
  }
}
