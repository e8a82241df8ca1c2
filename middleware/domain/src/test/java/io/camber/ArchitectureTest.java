package io.camber;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void theDomainStandsAlone() {
    HouseRules.of("io.camber")
        .dependsOnlyOn(
            "io.camber.calibration..",
            "io.camber.geometry..",
            "io.camber.vehicle..",
            "io.camber.scene..",
            "io.camber.motion..",
            "io.camber.sensing..",
            "io.camber.pose..",
            "io.camber.truth..",
            "io.camber.diagnostics..",
            "org.joml..")
        .hasNoPackageCycles()
        .isDeterministic();
  }
}
