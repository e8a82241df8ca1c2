package io.camber.app.traffic.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.app.input.InputFiles;
import io.camber.diagnostics.InputException;
import io.camber.map.RoadMap;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.world.World;
import io.camber.sim.world.WorldConfig;
import io.camber.truth.ActorTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against the program {@code sumo} of this host, on a network that netconvert makes of the scenario's own map. */
@Timeout(120)
class SumoTrafficTest {
  private static final Path SCENARIO = Path.of("..", "..", "scenarios", "signal-junction.xosc");
  private static final Pattern CONNECTION =
      Pattern.compile("<connection from=\"([^:\"]+)\" to=\"([^:\"]+)\"");

  @TempDir
  Path folder = Path.of("");

  private final Scenario scenario = Scenario.load(SCENARIO, Map.of());

  @BeforeEach
  void needsSumo() throws IOException, InterruptedException {
    boolean present = onPath("sumo") && onPath("netconvert");
    Assumptions.assumeTrue(present, "install sumo (Debian: apt install sumo) to run");
    Process made = new ProcessBuilder(
            "netconvert",
            "--opendrive-files",
            scenario.mapFile().toAbsolutePath().toString(),
            "--xml-validation",
            "never",
            "-o",
            "town.net.xml")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("netconvert.log").toFile())
        .start();
    assertThat(made.waitFor()).as(folder.resolve("netconvert.log").toString()).isZero();
    StringBuilder flows = new StringBuilder("<routes>");
    Set<String> pairs = new LinkedHashSet<>();
    Matcher matcher = CONNECTION.matcher(Files.readString(folder.resolve("town.net.xml")));
    while (matcher.find()) {
      if (pairs.add(matcher.group(1) + " " + matcher.group(2))) {
        flows
            .append("<flow id=\"f")
            .append(pairs.size())
            .append("\" begin=\"0\" end=\"60\"")
            .append(" period=\"6\" from=\"")
            .append(matcher.group(1))
            .append("\" to=\"")
            .append(matcher.group(2))
            .append("\"/>");
      }
    }
    Files.writeString(folder.resolve("town.rou.xml"), flows.append("</routes>"));
    Files.writeString(
        folder.resolve("town.sumocfg"),
        "<configuration><input><net-file value=\"town.net.xml\"/>"
            + "<route-files value=\"town.rou.xml\"/></input></configuration>");
  }

  private static boolean onPath(String program) {
    for (String part : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (Files.isExecutable(Path.of(part, program))) {
        return true;
      }
    }
    return false;
  }

  private World world(long seed) {
    RoadMap map = InputFiles.readMap(scenario.mapFile());
    return new World(
        WorldConfig.standard(),
        scenario,
        map,
        seed,
        "Ego",
        Optional.of(SumoTraffic.of(folder.resolve("town.sumocfg"))));
  }

  private static List<ActorTruth> guests(World world) {
    return world.frame().actors().stream()
        .filter(actor -> actor.name().startsWith("sumo-"))
        .toList();
  }

  @Test
  void sumosVehiclesDriveOnTheRoadsOfTheMapWithoutJumps() {
    RoadMap map = InputFiles.readMap(scenario.mapFile());
    Set<String> names = new LinkedHashSet<>();
    int off = 0;
    int seen = 0;
    Map<String, ActorTruth> before = new LinkedHashMap<>();
    try (World world = world(1)) {
      for (int i = 0; i < 1_500; i++) {
        world.step(Optional.empty());
        Map<String, ActorTruth> now = new LinkedHashMap<>();
        for (ActorTruth actor : guests(world)) {
          names.add(actor.name());
          now.put(actor.name(), actor);
          seen++;
          off += map.onDrivable(
                  actor.mapFromReference().x(), actor.mapFromReference().y(), 1.0)
              ? 0
              : 1;
          ActorTruth was = before.get(actor.name());
          if (was != null) {
            double moved = actor
                .mapFromReference()
                .position()
                .minus(was.mapFromReference().position())
                .length();
            // the body turns about its front, so that the rear axle may be faster than the front
            assertThat(moved).as("%s at step %d", actor.name(), i).isLessThan(0.01 * 20.0 + 0.1);
          }
        }
        before = now;
      }
    }

    assertThat(names).hasSizeGreaterThan(4);
    // rear axles cut corners
    assertThat((double) off / seen).isLessThan(0.02);
  }

  @Test
  void theSameSeedGivesTheSameTrafficAnotherSeedAnother() {
    List<List<ActorTruth>> runs = new ArrayList<>();
    for (long seed : new long[] {1, 1, 2}) {
      try (World world = world(seed)) {
        for (int i = 0; i < 1_000; i++) {
          world.step(Optional.empty());
        }
        runs.add(guests(world));
      }
    }

    assertThat(runs.get(0)).isNotEmpty();
    assertThat(runs.get(1)).isEqualTo(runs.get(0));
    assertThat(runs.get(2)).isNotEqualTo(runs.get(0));
  }

  @Test
  void aConfigurationWithoutANetworkIsAnErrorThatNamesIt() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.sumocfg"), "<configuration/>");

    assertThatThrownBy(
            () -> SumoTraffic.of(empty).begin(RoadMap.empty(), 1, List.of(), "", List.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("empty.sumocfg")
        .hasMessageContaining("net-file");
  }
}
