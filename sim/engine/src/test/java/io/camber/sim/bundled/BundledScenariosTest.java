package io.camber.sim.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.world.World;
import io.camber.sim.world.WorldConfig;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledScenariosTest {
  private static final double STEP_S = World.STEP_NS * 1e-9;

  static List<Path> scenarios() {
    return Bundle.scenarios();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void isReadWithoutAWarningAndDrivesTheEgo(Path file) {
    Scenario scenario = Scenario.load(file, Map.of());
    RoadMap map = RoadMap.parse(file.toString(), Bundle.bytes(scenario.mapFile()));
    World world = new World(WorldConfig.standard(), scenario, map, 1, scenario.egoName());

    assertThat(scenario.warnings()).isEmpty();
    assertThat(scenario.egoName()).isEqualTo("Ego");
    assertThat(world.vehicle()).hasValueSatisfying(vehicle -> {
      assertThat(vehicle.lengthM()).isEqualTo(4.7);
      assertThat(vehicle.wheelbaseM()).isEqualTo(2.79);
    });
    assertThat(world.mission().speedMpsSet()).isBetween(8.0, 31.0);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void endsInTimeAndEverybodyMovesSteadily(Path file) {
    Scenario scenario = Scenario.load(file, Map.of());
    RoadMap map = RoadMap.parse(file.toString(), Bundle.bytes(scenario.mapFile()));
    World world = new World(WorldConfig.standard(), scenario, map, 1, "");
    Map<String, ActorTruth> before = new TreeMap<>();

    int steps = 0;
    for (; !world.isFinished() && steps < 7000; steps++) {
      TruthFrame frame = world.frame();
      for (ActorTruth actor : frame.actors()) {
        ActorTruth last = before.put(actor.name(), actor);
        if (last != null) {
          assertThat(speed(last, actor))
              .as("%s at %.2f s", actor.name(), frame.timeNs() * 1e-9)
              .isBetween(0.0, Math.abs(actor.speedMps()) * 1.6 + 0.6);
        }
      }
      world.step(Optional.empty());
    }

    assertThat(steps * STEP_S).isBetween(12.0, isForCalibration(file) ? 66.0 : 30.1);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void nobodyButTheEgoRunsIntoAnybody(Path file) {
    Scenario scenario = Scenario.load(file, Map.of());
    RoadMap map = RoadMap.parse(file.toString(), Bundle.bytes(scenario.mapFile()));
    World world = new World(WorldConfig.standard(), scenario, map, 1, "");

    for (int i = 0; !world.isFinished(); i++) {
      if (i % 10 == 0) {
        assertApart(world.frame());
      }
      world.step(Optional.empty());
    }
  }

  /** Sensors are calibrated on a minute of driving, everything else shows itself sooner. */
  private static boolean isForCalibration(Path file) {
    return file.endsWith("calibration-course.xosc");
  }

  private static void assertApart(TruthFrame frame) {
    List<ActorTruth> others =
        frame.actors().stream().filter(actor -> !actor.name().equals("Ego")).toList();
    for (ActorTruth a : others) {
      for (ActorTruth b : others) {
        if (a.name().compareTo(b.name()) < 0) {
          assertThat(a.footprint().intersects(b.footprint()))
              .as("%s and %s at %.1f s", a.name(), b.name(), frame.timeNs() * 1e-9)
              .isFalse();
        }
      }
    }
  }

  private static double speed(ActorTruth from, ActorTruth to) {
    Vec3 way = to.mapFromReference().position().minus(from.mapFromReference().position());
    return way.length() / STEP_S;
  }
}
