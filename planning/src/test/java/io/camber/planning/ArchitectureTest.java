package io.camber.planning;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void obeysTheHouseRules() {
    HouseRules.of("io.camber.planning")
        .hasNoPackageCycles()
        .isDeterministic()
        .dependsOnlyOn(
            "io.camber.planning..",
            "io.camber.map..",
            "io.camber.geometry..",
            "io.camber.motion..",
            "io.camber.pose..",
            "io.camber.scene..",
            "io.camber.vehicle..",
            "io.camber.bus..",
            "io.camber.messages..");
  }
}
