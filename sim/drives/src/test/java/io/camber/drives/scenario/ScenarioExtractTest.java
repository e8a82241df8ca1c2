package io.camber.drives.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.drives.DriveScenario;
import io.camber.drives.Published;
import io.camber.drives.log.DriveLog;
import io.camber.drives.log.ImportProgress;
import io.camber.drives.log.ReferenceCar;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.importing.ImportedScenario;
import io.camber.importing.lanelet.Lanelet;
import io.camber.importing.lanelet.LaneletRoads;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.scene.MapFile;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scenario.ScenarioPlayer;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A straight lane 400 m long: the ego drives at 10 m/s, a car 20 m behind follows at the same speed, somebody walks beside. */
final class ScenarioExtractTest {
  private static final double EGO_X = 60.0;
  private static final double BEHIND_X = 40.0;
  private static final double SPEED_MPS = 10.0;

  @TempDir
  private Path folder;

  @Test
  void actorsAreWhereTheLogSaysWheneverItSaysSo() throws IOException {
    ScenarioPlayer player = player(extract(ScenarioExtract.Span.ALL, OptionalDouble.empty()));

    for (int step = 1; step <= 600; step++) {
      player.step(step * ScenarioPlayer.STEP_NS);
      if (step % 10 == 0) {
        double timeS = step * 0.01;
        assertThat(actor(player, "behind").footprint().center().x())
            .as("at %s s", timeS)
            .isCloseTo(BEHIND_X + SPEED_MPS * timeS, within(0.02));
        assertThat(actor(player, "walker").footprint().center().y())
            .isCloseTo(8.0 - timeS, within(0.02));
      }
    }
  }

  @Test
  void stretchBeginsAtItsOwnTime() throws IOException {
    ImportedScenario scenario =
        extract(new ScenarioExtract.Span(2.0, OptionalDouble.of(5.0)), OptionalDouble.empty());

    ScenarioPlayer player = player(scenario);

    assertThat(scenario.about()).contains("3.0 s").contains("free ego");
    assertThat(actor(player, "behind").footprint().center().x())
        .isCloseTo(BEHIND_X + 2.0 * SPEED_MPS, within(0.05));
    assertThat(actor(player, "Ego").mapFromReference().x())
        .isCloseTo(EGO_X + 2.0 * SPEED_MPS - 1.4, within(0.05));
  }

  @Test
  void followerBrakesForAnEgoThatStoppedInsteadOfDrivingThroughIt() throws IOException {
    double replayed = gapBehindStandingEgo(OptionalDouble.empty());
    double reacting = gapBehindStandingEgo(OptionalDouble.of(3.0));

    assertThat(replayed).isLessThan(0.0); // through the ego, as recorded
    assertThat(reacting).isBetween(0.2, 12.0);
  }

  @Test
  void reactiveTrafficReplaysWhileTheEgoKeepsToItsWay() throws IOException {
    ScenarioPlayer player = player(extract(ScenarioExtract.Span.ALL, OptionalDouble.of(3.0)));
    player.handOver();

    for (int step = 1; step <= 600; step++) {
      double timeS = step * 0.01;
      player.placeEgo(ego(EGO_X + SPEED_MPS * timeS, SPEED_MPS));
      player.step(step * ScenarioPlayer.STEP_NS);
      assertThat(actor(player, "behind").footprint().center().x())
          .isCloseTo(BEHIND_X + SPEED_MPS * timeS, within(0.15));
    }
  }

  /** Clear distance after 7 s, when the ego stood still from the start where it was. */
  private double gapBehindStandingEgo(OptionalDouble reactiveM) throws IOException {
    ScenarioPlayer player = player(extract(ScenarioExtract.Span.ALL, reactiveM));
    player.handOver();
    for (int step = 1; step <= 700; step++) {
      player.placeEgo(ego(EGO_X, 0.0));
      player.step(step * ScenarioPlayer.STEP_NS);
    }
    return EGO_X - actor(player, "behind").footprint().center().x() - 4.6;
  }

  @Test
  void lightsShowWhatTheyShowed() throws IOException {
    String scenario = extract(ScenarioExtract.Span.ALL, OptionalDouble.empty()).scenario();

    assertThat(scenario)
        .contains("name=\"light-7\"")
        .contains("name=\"red-0\" duration=\"3.000000\"")
        .contains("name=\"green-1\"");
  }

  @Test
  void thingsThatAreNoRoadUsersAreCounted() throws IOException {
    assertThat(extract(ScenarioExtract.Span.ALL, OptionalDouble.empty()).skipped())
        .anyMatch(line -> line.startsWith("cone (a thing, not a road user) x "));
  }

  @Test
  void logWithoutMapOrTruthSaysSo() throws IOException {
    Path log = folder.resolve("empty.mcap");
    try (DriveLog empty = DriveLog.create(log, ImportProgress.SILENT)) {
      empty.write(Topics.TRUTH_FRAME, frame(0.0), 1_000_000_000L);
      empty.finish();
    }

    assertThatThrownBy(
            () -> ScenarioExtract.of(log, "x", ScenarioExtract.Span.ALL, OptionalDouble.empty()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("empty.mcap: has no map");
    assertThatThrownBy(() -> ScenarioExtract.of(
            log,
            "x",
            new ScenarioExtract.Span(90.0, OptionalDouble.empty()),
            OptionalDouble.empty()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nobody to replay");
  }

  @Test
  void argoverseLogBecomesAScenarioWhoseActorsDriveAsLabelled() throws IOException {
    Path source = Published.data("argoverse2/sensor/3b3570b4-7b0b-3268-a571-b0889dbf40b6");

    ImportedScenario scenario = DriveScenario.read(source, OptionalDouble.of(10.0));

    assertThat(scenario.about()).contains("free ego");
    ScenarioPlayer player = player(scenario);
    for (int step = 1; step <= 300; step++) {
      player.step(step * ScenarioPlayer.STEP_NS);
    }
    assertThat(player.entities().size()).isGreaterThan(20);
  }

  private static ActorTruth actor(ScenarioPlayer player, String name) {
    return player.entities().stream()
        .filter(actor -> actor.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ScenarioPlayer player(ImportedScenario made) throws IOException {
    Files.writeString(folder.resolve(made.name() + ".xodr"), made.map());
    Path file = Files.writeString(folder.resolve(made.name() + ".xosc"), made.scenario());
    Scenario scenario = Scenario.load(file, Map.of());
    assertThat(scenario.warnings()).isEmpty();
    RoadMap map =
        RoadMap.parse(made.name(), ByteBuffer.wrap(made.map().getBytes(StandardCharsets.UTF_8)));
    return new ScenarioPlayer(scenario, map, 1, "Ego");
  }

  private ImportedScenario extract(ScenarioExtract.Span span, OptionalDouble reactiveM)
      throws IOException {
    Path log = folder.resolve("drive.mcap");
    String map = LaneletRoads.of(List.of(new Lanelet(
            "1",
            List.of(new Vec2(0.0, 1.75), new Vec2(400.0, 1.75)),
            List.of(new Vec2(0.0, -1.75), new Vec2(400.0, -1.75)),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            List.of())))
        .openDrive("straight");
    try (DriveLog drive = DriveLog.create(log, ImportProgress.SILENT)) {
      drive.write(
          Topics.MAP, new MapFile("m.xodr", map.getBytes(StandardCharsets.UTF_8)), 5_000_000_000L);
      for (int i = 0; i <= 100; i++) {
        double timeS = 0.1 * i;
        drive.write(Topics.TRUTH_FRAME, frame(timeS), 5_000_000_000L + Math.round(timeS * 1e9));
      }
      drive.finish();
    }
    return ScenarioExtract.of(log, "made", span, reactiveM);
  }

  private static TruthFrame frame(double timeS) {
    List<ActorTruth> actors = new ArrayList<>();
    actors.add(ego(EGO_X + SPEED_MPS * timeS, SPEED_MPS));
    actors.add(actor("behind", ObjectClass.CAR, BEHIND_X + SPEED_MPS * timeS, 0.0, SPEED_MPS));
    actors.add(actor("walker", ObjectClass.PEDESTRIAN, 100.0, 8.0 - timeS, 1.0));
    actors.add(actor("cone", ObjectClass.UNKNOWN, 50.0, 6.0, 0.0));
    SignalColor color = timeS < 2.95 ? SignalColor.RED : SignalColor.GREEN;
    return new TruthFrame(
        5_000_000_000L + Math.round(timeS * 1e9),
        ReferenceCar.NAME,
        false,
        actors,
        List.of(new SignalTruth("7", color)));
  }

  /** The middle of its box at {@code x}. */
  private static ActorTruth ego(double x, double speedMps) {
    return ReferenceCar.of(
        new Pose3(x - 1.4, 0.0, 0.0, 0.0, 0.0, 0.0), 4.7, 1.86, 1.5, 0.95, speedMps);
  }

  private static ActorTruth actor(
      String name, ObjectClass kind, double x, double y, double speedMps) {
    Size3 size = kind == ObjectClass.CAR ? new Size3(4.5, 1.8, 1.5) : new Size3(0.6, 0.6, 1.7);
    double yaw = kind == ObjectClass.PEDESTRIAN ? -Math.PI / 2.0 : 0.0;
    return new ActorTruth(
        name,
        kind,
        name,
        new Pose3(x, y, 0.0, yaw, 0.0, 0.0),
        size,
        0.0,
        0.0,
        speedMps,
        0.0,
        0.0,
        0.0,
        ActorLights.OFF);
  }
}
