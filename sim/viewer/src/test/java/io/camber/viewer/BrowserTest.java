package io.camber.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.camber.viewer.drive.LiveDrive;
import io.camber.viewer.drive.LoggedDrive;
import io.camber.viewer.drive.SmallDrive;
import io.camber.viewer.web.WebConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser, without a screen: one session, many looks. */
final class BrowserTest {
  private static final WebConfig ANY_PORT = new WebConfig("127.0.0.1", 0, Set.of());
  private static Map<String, JsonObject> checks = Map.of();

  /** Which topics logs have that lack something. */
  private static final Map<String, Predicate<String>> LACKING =
      new TreeMap<>(Map.<String, Predicate<String>>of(
          "Labels", topic -> topic.equals("/localization/pose") || topic.startsWith("/truth/"),
          "NoTruth", topic -> !topic.startsWith("/truth/"),
          "Camera", topic -> topic.startsWith("/sensor/camera/"),
          "Sweeps", topic -> topic.startsWith("/sensor/lidar/"),
          "OneSecond", topic -> true,
          "Nothing", topic -> false));

  @BeforeAll
  static void lookAtEverything(@TempDir Path folder) throws Exception {
    String chromium = System.getenv().getOrDefault("CAMBER_CHROMIUM", "chromium");
    assumeTrue(
        Path.of(chromium).isAbsolute() || NodeScript.isOnPath(chromium),
        "chromium is not installed: the page is not tried in a browser");
    Path log = folder.resolve("drive.mcap");
    SmallDrive.write(log, 3.0);
    LiveDrive live = new LiveDrive("live", 64 << 20);
    AtomicBoolean isOver = new AtomicBoolean();
    Thread driving = new Thread(() -> drive(live, isOver), "small-drive");
    try (Viewer one = Viewer.serve(List.of(LoggedDrive.open(log)), ANY_PORT);
        Viewer two = Viewer.serve(List.of(LoggedDrive.open(log), LoggedDrive.open(log)), ANY_PORT);
        Viewer now = Viewer.serve(List.of(live), ANY_PORT)) {
      driving.start();
      Map<String, JsonObject> found = new TreeMap<>();
      take(
          NodeScript.run(
              "browser.mjs",
              one.uri().toString(),
              two.uri().toString(),
              now.uri().toString()),
          found);
      checks = found;
      lookAsPeople(folder, List.of(one, two, now), found);
    } finally {
      isOver.set(true);
      driving.join();
    }
  }

  private static void take(List<String> lines, Map<String, JsonObject> found) {
    for (String line : lines) {
      JsonObject check = JsonParser.parseString(line).getAsJsonObject();
      found.put(check.get("name").getAsString(), check);
    }
  }

  /** The second session: layout, words, contrast, keyboard, and drives that lack something. */
  private static void lookAsPeople(Path folder, List<Viewer> viewers, Map<String, JsonObject> found)
      throws Exception {
    List<String> arguments = new ArrayList<>();
    viewers.forEach(viewer -> arguments.add(viewer.uri().toString()));
    List<Viewer> lacking = new ArrayList<>();
    try {
      for (Map.Entry<String, Predicate<String>> kind : LACKING.entrySet()) {
        Path log = folder.resolve(kind.getKey() + ".mcap");
        SmallDrive.write(log, kind.getKey().equals("OneSecond") ? 1.0 : 3.0, kind.getValue());
        Viewer viewer = Viewer.serve(List.of(LoggedDrive.open(log)), ANY_PORT);
        lacking.add(viewer);
        arguments.add(kind.getKey() + "=" + viewer.uri());
      }
      take(NodeScript.run("people.mjs", arguments.toArray(String[]::new)), found);
    } finally {
      lacking.forEach(Viewer::close);
    }
  }

  /** Drives on, in step with the wall clock, until told to stop. */
  private static void drive(LiveDrive live, AtomicBoolean isOver) {
    SmallDrive drive = new SmallDrive((schema, envelope, payload) -> live.add(
        schema, envelope.topic(), envelope.publisher(), envelope.publishTimeNs(), payload));
    drive.begin();
    long startNs = System.nanoTime();
    for (long ms = 0; !isOver.get(); ms += 10) {
      drive.at(ms);
      long aheadMs = ms - (System.nanoTime() - startNs) / 1_000_000;
      if (aheadMs > 0) {
        java.util.concurrent.locks.LockSupport.parkNanos(aheadMs * 1_000_000);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opensAtTheMomentOfTheLink",
        "drawsPlanCarAndSweep",
        "layersComeAndGo",
        "scrubsByMouseAndKeys",
        "playsAndStops",
        "scrubbingCallsOfAFrame",
        "showsTheCameraWithBoxes",
        "keepsTheImageItShows",
        "aClickedObjectTellsItsHistory",
        "namesAreNeverMarkup",
        "latencyIsThatOfTheOrigins",
        "drawsTheOtherProposals",
        "readsWhatIsSeldomInPieces",
        "savesAVideoAsmp4",
        "savesAVideoAswebm",
        "fitsAPhone",
        "strangePagesAreRefused",
        "twoDrivesSideBySideAndOverlaid",
        "readsOnThoughRequestsFail",
        "followsALiveDrive",
        "nothingWentWrongOnTheWay",
        "twoDrivesFit1024Pixels",
        "twoDrivesFit1280Pixels",
        "twoDrivesFit1600Pixels",
        "twoDrivesFit390Pixels",
        "longNamesAreShortUntilAskedFor",
        "saysADashInLabels",
        "saysADashInNoTruth",
        "saysADashInCamera",
        "saysADashInSweeps",
        "saysADashInOneSecond",
        "saysADashInNothing",
        "saysADashForFiguresThatAreNotThere",
        "followsThroughAnOutage",
        "textHasContrastOndark",
        "textHasContrastOnlight",
        "everythingIsReachedByKeyboardAndSeen",
        "movesNothingForThoseWhoAskedForNone",
        "drawsCoarseWhileItMovesAndFineAtRest",
        "nothingElseWentWrong"
      })
  void inTheBrowser(String name) {
    assertThat(checks).as("was looked at").containsKey(name);
    JsonObject check = Objects.requireNonNull(checks.get(name));
    assertThat(check.get("ok").getAsBoolean()).as(check.toString()).isTrue();
  }

  @Test
  void nothingElseWasLookedAt() {
    assertThat(checks).hasSize(40);
  }
}
