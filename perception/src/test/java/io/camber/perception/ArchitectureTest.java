package io.camber.perception;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.of("io.camber.perception")
        .hasNoPackageCycles()
        .isDeterministic()
        .dependsOnlyOn(
            "io.camber.perception..",
            "io.camber.bus..",
            "io.camber.messages..",
            "io.camber.geometry..",
            "io.camber.vehicle..",
            "io.camber.scene..",
            "io.camber.sensing..",
            "io.camber.pose..",
            "io.camber.map..");
  }

  @Test
  void keepsAlgorithmsOffTheBus() {
    for (String room : new String[] {"lidar", "tracking", "camera"}) {
      HouseRules.of("io.camber.perception." + room)
          .dependsOnlyOn(
              "io.camber.perception",
              "io.camber.perception." + room + "..",
              "io.camber.geometry..",
              "io.camber.vehicle..",
              "io.camber.scene..",
              "io.camber.sensing..",
              "io.camber.map..");
    }
  }
}
