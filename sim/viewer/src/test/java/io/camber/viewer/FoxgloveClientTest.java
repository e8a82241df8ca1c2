package io.camber.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.camber.viewer.drive.LoggedDrive;
import io.camber.viewer.drive.SmallDrive;
import io.camber.viewer.web.WebConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The web socket as the Foxglove client of npm hears it, the newer protocol frame by frame, and what no client should do. */
final class FoxgloveClientTest {
  private static JsonObject listened = new JsonObject();
  private static JsonObject sdk = new JsonObject();
  private static JsonObject byHand = new JsonObject();
  private static int cameAndWent;

  @BeforeAll
  static void talk(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("drive.mcap");
    SmallDrive.write(log, 3.0);
    try (Viewer viewer =
        Viewer.serve(List.of(LoggedDrive.open(log)), new WebConfig("127.0.0.1", 0, Set.of()))) {
      List<String> lines = NodeScript.run("foxglove.mjs", viewer.socketUri().toString(), "1.2");
      JsonObject heard = JsonParser.parseString(lines.get(lines.size() - 1)).getAsJsonObject();
      listened = heard.getAsJsonObject("listened");
      sdk = heard.getAsJsonObject("sdk");
      byHand = heard.getAsJsonObject("byHand");
      cameAndWent = heard.get("cameAndWent").getAsInt();
    }
  }

  @Test
  void everyTopicDecodesWithTheSchemaThatCameWithItInBothProtocols() {
    for (JsonObject heard : List.of(listened, sdk)) {
      assertThat(heard.getAsJsonArray("undecodable")).isEmpty();
      assertThat(heard.getAsJsonObject("topics").size())
          .as("of the advertised topics")
          .isEqualTo(heard.get("advertised").getAsInt())
          .isEqualTo(28);
    }
  }

  @Test
  void timeIsToldAndDoesNotRunBackwards() {
    assertThat(listened.get("backwards").getAsInt()).isZero();
    assertThat(listened.get("times").getAsInt()).isGreaterThan(20);
    assertThat(sdk.get("times").getAsInt()).isGreaterThan(20);
  }

  @Test
  void whatIsPublishedOnceComesOnceOnSubscribing() {
    assertThat(first("/viz/map").get("triangles").getAsDouble()).isGreaterThan(100);
    assertThat(topic("/map").get("count").getAsInt()).isEqualTo(1);
    assertThat(topic("/map").get("lastNs").getAsString()).isEqualTo("0");
    assertThat(topic("/sensor/lidar/top/calibration").get("count").getAsInt()).isEqualTo(1);
  }

  @Test
  void sweepsImagesTracksAndFramesComeInTheWellKnownSchemas() {
    JsonObject schemas = listened.getAsJsonObject("schemas");
    assertThat(schemas.get("/viz/sensor/lidar/top/sweep").getAsString())
        .isEqualTo("foxglove.PointCloud");
    assertThat(schemas.get("/viz/sensor/camera/front/calibration").getAsString())
        .isEqualTo("foxglove.CameraCalibration");
    assertThat(schemas.get("/viz/plan").getAsString()).isEqualTo("foxglove.SceneUpdate");
    JsonObject sweep = first("/viz/sensor/lidar/top/sweep");
    assertThat(sweep.get("stride").getAsInt()).isEqualTo(20);
    assertThat(sweep.get("bytes").getAsInt()).isEqualTo(20 * SmallDrive.WALL_POINTS);
    assertThat(first("/viz/sensor/camera/front/image").get("format").getAsString())
        .isEqualTo("jpeg");
    assertThat(first("/tf").get("child").getAsString()).isEqualTo("base_link");
    assertThat(first("/tf/sensor_lidar_top").get("child").getAsString())
        .as("the frame that sweeps name")
        .isEqualTo(sweep.get("frame").getAsString());
    double x = first("/viz/tracks")
        .getAsJsonArray("cubes")
        .get(0)
        .getAsJsonObject()
        .get("x")
        .getAsDouble();
    assertThat(x % 2.0)
        .as("30 m ahead of 20 m/s at a tenth of a second")
        .isCloseTo(0.0, within(1e-9));
  }

  @Test
  void proposalsAreDrawnBesideThePlan() {
    assertThat(first("/viz/plan").get("lines").getAsInt())
        .as("plan, safe stop, and the one proposal that was not chosen and has a path")
        .isEqualTo(3);
  }

  @Test
  void oldClientsHearNothingOfPlayback() {
    assertThat(listened.getAsJsonArray("capabilities").toString()).isEqualTo("[\"time\"]");
    assertThat(byHand.get("protocol").getAsString()).isEqualTo("foxglove.sdk.v1");
    assertThat(byHand.getAsJsonObject("info").getAsJsonArray("capabilities").toString())
        .isEqualTo("[\"time\",\"playbackControl\"]");
    assertThat(byHand
            .getAsJsonObject("info")
            .getAsJsonObject("dataEndTime")
            .get("sec")
            .getAsInt())
        .isEqualTo(3);
  }

  @Test
  void playbackObeysAndAnswersWithTheRequestsId() {
    JsonObject answer = byHand.getAsJsonArray("states").asList().stream()
        .map(state -> state.getAsJsonObject())
        .filter(state -> state.get("id").getAsString().equals("ask1"))
        .findFirst()
        .orElseThrow();

    assertThat(answer.get("status").getAsInt()).as("paused").isEqualTo(1);
    assertThat(answer.get("timeNs").getAsString()).isEqualTo("1500000000");
    assertThat(answer.get("speed").getAsDouble()).isEqualTo(2.0);
    assertThat(answer.get("sought").getAsInt()).isEqualTo(1);
  }

  @Test
  void mistakesAreAnsweredAndStrangersRefused() {
    assertThat(byHand.getAsJsonArray("status").toString())
        .as("twice subscribed, no such channel, no such capability, no JSON; fragments are fine")
        .isEqualTo("[1,2,2,2]");
    assertThat(byHand.get("refused").getAsInt()).isEqualTo(400);
    assertThat(byHand.get("strange").getAsInt()).isEqualTo(400);
    assertThat(byHand.get("noToken").getAsInt()).isEqualTo(403);
    assertThat(byHand.get("oversized").getAsString()).isEqualTo("let go");
  }

  @Test
  void whoLeavesIsLetGoOf() {
    assertThat(sdk.get("afterUnsubscribing").getAsInt()).isZero();
    assertThat(byHand.get("pong").getAsString()).isEqualTo("here");
    assertThat(listened.get("closedAfterMs").getAsInt()).isLessThan(1000);
    assertThat(cameAndWent).as("more than the server takes at once").isEqualTo(80);
  }

  private static JsonObject first(String topic) {
    JsonObject first = listened.getAsJsonObject("first").getAsJsonObject(topic);
    assertThat(first).as(topic).isNotNull();
    return first;
  }

  private static JsonObject topic(String topic) {
    return listened.getAsJsonObject("topics").getAsJsonObject(topic);
  }
}
