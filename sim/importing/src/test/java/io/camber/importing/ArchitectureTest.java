package io.camber.importing;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void importersKnowMapsAndScenariosAndNeitherTheBusNorTheStack() {
    HouseRules.of("io.camber.importing")
        .hasNoPackageCycles()
        .dependsOnlyOn(
            "io.camber.importing..",
            "io.camber.map..",
            "io.camber.sim.scenario.xml",
            "io.camber.geometry",
            "io.camber.diagnostics",
            "io.camber.scene",
            "javax.xml.stream..");
  }
}
