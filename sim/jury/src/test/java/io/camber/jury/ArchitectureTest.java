package io.camber.jury;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void theJuryOfManyDrivesKnowsResultsAndTopicsAndNoPartOfTheStack() {
    HouseRules.of("io.camber.jury")
        .hasNoPackageCycles()
        .isDeterministic()
        .dependsOnlyOn(
            "io.camber.jury..",
            "io.camber.evaluation..",
            "io.camber.bus",
            "io.camber.messages",
            "io.camber.map..",
            "io.camber.geometry",
            "io.camber.diagnostics",
            "io.camber.motion",
            "io.camber.pose",
            "io.camber.scene",
            "io.camber.sensing",
            "io.camber.truth",
            "io.camber.vehicle",
            "com.google.gson..",
            "org.snakeyaml..");
  }
}
