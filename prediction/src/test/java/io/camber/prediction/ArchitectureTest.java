package io.camber.prediction;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void obeysTheHouseRules() {
    HouseRules.of("io.camber.prediction")
        .hasNoPackageCycles()
        .isDeterministic()
        .dependsOnlyOn(
            "io.camber.prediction..",
            "io.camber.map..",
            "io.camber.geometry..",
            "io.camber.scene..",
            "io.camber.bus..",
            "io.camber.messages..");
  }
}
