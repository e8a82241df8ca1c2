package io.camber.sim;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String[] DOMAIN = {
    "io.camber.geometry..",
    "io.camber.vehicle..",
    "io.camber.scene..",
    "io.camber.motion..",
    "io.camber.sensing..",
    "io.camber.pose..",
    "io.camber.truth..",
    "io.camber.diagnostics..",
    "io.camber.map..",
    "org.joml..",
    "javax.xml..",
    "com.google.errorprone.annotations..",
    "io.camber.sim.."
  };

  @Test
  void theEngineIsDeterministicWithoutCyclesAndKnowsNoPartOfTheStack() {
    HouseRules.of("io.camber.sim")
        .hasNoPackageCycles()
        .isDeterministic()
        .dependsOnlyOn(with("io.camber.bus", "io.camber.bus.parameter", "io.camber.messages"));
  }

  @Test
  void onlyNodesKnowTheBus() {
    HouseRules.of(
            "io.camber.sim.dynamics",
            "io.camber.sim.scenario",
            "io.camber.sim.scene",
            "io.camber.sim.sensor",
            "io.camber.sim.traffic",
            "io.camber.sim.world")
        .dependsOnlyOn(DOMAIN);
  }

  private static String[] with(String... more) {
    String[] all = java.util.Arrays.copyOf(DOMAIN, DOMAIN.length + more.length);
    System.arraycopy(more, 0, all, DOMAIN.length, more.length);
    return all;
  }
}
