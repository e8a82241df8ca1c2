package io.camber.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import io.camber.sim.scenario.Scenario;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final Path COUNTRY = Path.of("..", "..", "scenarios", "country-road.xosc");
  private static final Path STREET = Path.of("..", "..", "scenarios", "pedestrian-crossing.xosc");

  @Test
  void theScenarioDrivesUntilTheStackSpeaks() throws IOException {
    World world = country("Ego");

    for (int i = 0; i < 100; i++) {
      world.step(Optional.empty());
    }

    assertThat(world.isEngaged()).isFalse();
    assertThat(world.frame().egoEngaged()).isFalse();
    assertThat(ego(world).speedMps()).isCloseTo(17.0, within(1e-6));
  }

  @Test
  void theHandoverIsWithoutAJump() throws IOException {
    World world = country("Ego");
    PursuitDriver driver = driver(17.0);

    ActorTruth before = ego(world);
    boolean engagedBefore = false;
    for (int i = 0; i < 100; i++) {
      Optional<ControlCommand> command =
          i < 40 ? Optional.empty() : Optional.of(driver.drive(world.timeNs(), before));
      world.step(command);
      ActorTruth now = ego(world);
      Vec3 way =
          now.mapFromReference().position().minus(before.mapFromReference().position());
      assertThat(way.length()).as("step %d", i).isCloseTo(0.17, within(2e-3));
      assertThat(now.mapFromReference().yaw())
          .isCloseTo(before.mapFromReference().yaw(), within(3e-3));
      assertThat(now.mapFromReference().z()).isCloseTo(before.mapFromReference().z(), within(0.01));
      engagedBefore = world.isEngaged();
      before = now;
    }
    assertThat(engagedBefore).isTrue();
  }

  @Test
  void theStackIsResponsibleAfterThreeSecondsEvenIfSilent() throws IOException {
    World world = country("Ego");

    for (int i = 0; i < 305; i++) {
      world.step(Optional.empty());
    }
    assertThat(world.isEngaged()).isTrue();
    for (int i = 0; i < 1200; i++) {
      world.step(Optional.empty());
    }

    assertThat(ego(world).speedMps()).as("brakes to a stop").isZero();
  }

  @Test
  void sameCommandsSameTruth() throws IOException {
    assertThat(frames()).isEqualTo(frames());
  }

  @Test
  void withoutAnEgoNothingIsHandedOver() throws IOException {
    World world = country("");

    while (!world.isFinished()) {
      world.step(Optional.of(new ControlCommand(world.timeNs(), 0, 0, DriveMode.NOMINAL)));
    }

    assertThat(world.vehicle()).isEmpty();
    assertThat(world.frame().egoName()).isEmpty();
    assertThat(world.frame().egoEngaged()).isFalse();
    // the step in which the stop trigger fires is finished
    assertThat(world.timeNs()).isEqualTo(30_010_000_000L);
  }

  @Test
  void timeStandsStillAfterTheEnd() throws IOException {
    World world = country("Ego");
    while (!world.isFinished()) {
      world.step(Optional.empty());
    }
    TruthFrame last = world.frame();

    world.step(Optional.empty());

    assertThat(world.frame()).isEqualTo(last);
  }

  @Test
  void aPedestrianCannotBeTheEgo() {
    Scenario scenario = Scenario.load(STREET, Map.of());

    assertThatThrownBy(() -> new World(
            WorldConfig.standard(), scenario, TestMaps.bundled("street.xodr"), 1, "Child"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("ego Child is a pedestrian");
  }

  private static List<TruthFrame> frames() throws IOException {
    World world = country("Ego");
    PursuitDriver driver = driver(14.0);
    List<TruthFrame> frames = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      frames.add(world.frame());
      world.step(Optional.of(driver.drive(world.timeNs(), ego(world))));
    }
    return frames;
  }

  private static World country(String egoName) throws IOException {
    RoadMap map = TestMaps.bundled("country-road.xodr");
    return new World(WorldConfig.standard(), Scenario.load(COUNTRY, Map.of()), map, 1, egoName);
  }

  private static PursuitDriver driver(double speed) throws IOException {
    return new PursuitDriver(TestMaps.bundled("country-road.xodr"), 2.79, speed);
  }

  private static ActorTruth ego(World world) {
    return world.frame().ego().orElseThrow();
  }
}
