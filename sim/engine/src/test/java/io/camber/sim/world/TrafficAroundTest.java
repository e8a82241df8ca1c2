package io.camber.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Box2;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.sim.scenario.Scenario;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Traffic beside the actors of a scenario. */
class TrafficAroundTest {
  private static World world(String scenarioName, long seed, int vehicles) throws IOException {
    Path file = Path.of("..", "..", "scenarios", scenarioName + ".xosc");
    Scenario scenario = Scenario.load(file, Map.of());
    byte[] xml = Files.readAllBytes(scenario.mapFile());
    RoadMap map = RoadMap.parse(scenario.mapFile().toString(), ByteBuffer.wrap(xml));
    return new World(WorldConfig.standard(), scenario, map, seed, "Ego", vehicles);
  }

  private static List<ActorTruth> traffic(TruthFrame frame) {
    return frame.actors().stream()
        .filter(actor -> actor.name().startsWith("traffic-"))
        .toList();
  }

  @Test
  void vehiclesAppearAfterTheScenariosActorsAndAwayFromTheEgo() throws IOException {
    World alone = world("signal-junction", 1, 0);
    World busy = world("signal-junction", 1, 20);

    TruthFrame frame = busy.frame();

    int own = alone.frame().actors().size();
    assertThat(frame.actors().subList(0, own)).isEqualTo(alone.frame().actors());
    assertThat(frame.actors()).hasSizeGreaterThan(own + 10);
    ActorTruth ego = frame.ego().orElseThrow();
    for (ActorTruth other : traffic(frame)) {
      assertThat(other
              .mapFromReference()
              .position()
              .minus(ego.mapFromReference().position())
              .length())
          .isGreaterThan(30.0);
    }
  }

  @Test
  void noVehicleJumpsAndNoneDrivesIntoAnother() throws IOException {
    World world = world("signal-junction", 3, 30);
    Map<String, ActorTruth> before = new LinkedHashMap<>();

    for (int i = 0; i < 1_500; i++) {
      world.step(Optional.empty());
      List<ActorTruth> now = traffic(world.frame());
      for (ActorTruth actor : now) {
        ActorTruth was = before.get(actor.name());
        if (was != null) {
          double moved = actor
              .mapFromReference()
              .position()
              .minus(was.mapFromReference().position())
              .length();
          // 1 cm for the chord's rear point where a curve begins; nobody is faster than 20 m/s here
          assertThat(moved).as("%s at step %d", actor.name(), i).isLessThan(0.01 * 20.0 + 0.1);
        }
      }
      before.clear();
      now.forEach(actor -> before.put(actor.name(), actor));
      assertNoOverlap(now, i);
    }
  }

  private static void assertNoOverlap(List<ActorTruth> actors, int step) {
    List<Box2> boxes = actors.stream().map(ActorTruth::footprint).toList();
    for (int a = 0; a < boxes.size(); a++) {
      for (int b = a + 1; b < boxes.size(); b++) {
        assertThat(boxes.get(a).intersects(boxes.get(b)))
            .as("%s and %s at step %d", actors.get(a).name(), actors.get(b).name(), step)
            .isFalse();
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameTraffic() throws IOException {
    World a = world("signal-junction", 5, 25);
    World b = world("signal-junction", 5, 25);

    for (int i = 0; i < 500; i++) {
      a.step(Optional.empty());
      b.step(Optional.empty());
    }

    assertThat(a.frame()).isEqualTo(b.frame());
    assertThat(world("signal-junction", 6, 25).frame())
        .isNotEqualTo(world("signal-junction", 5, 25).frame());
  }

  @Test
  void peopleAndBicyclesAreAmongTraffic() throws IOException {
    World world = world("signal-junction", 1, 60);
    Set<ObjectClass> seen = new TreeSet<>();

    for (int i = 0; i < 3_000; i++) {
      world.step(Optional.empty());
      world.frame().actors().forEach(actor -> seen.add(actor.objectClass()));
    }

    assertThat(seen).contains(ObjectClass.CAR, ObjectClass.BICYCLE, ObjectClass.PEDESTRIAN);
  }

  @Test
  void lightsThatTheScenarioLeavesDarkFollowAPlan() throws IOException {
    World world = world("signal-junction", 1, 5);

    assertThat(world.frame().signals())
        .isNotEmpty()
        .allSatisfy(signal -> assertThat(signal.color()).isNotEqualTo(SignalColor.UNKNOWN));
  }
}
