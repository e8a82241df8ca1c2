package io.camber.evaluation;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void theJuryReadsTopicsTruthAndTheMapAndNothingElse() {
    HouseRules.of("io.camber.evaluation")
        .hasNoPackageCycles()
        .isDeterministic()
        .dependsOnlyOn(
            "io.camber.evaluation..",
            "io.camber.bus",
            "io.camber.messages",
            "io.camber.map..",
            "io.camber.calibration",
            "io.camber.geometry",
            "io.camber.diagnostics",
            "io.camber.motion",
            "io.camber.pose",
            "io.camber.scene",
            "io.camber.sensing",
            "io.camber.truth",
            "io.camber.vehicle",
            "com.google.gson..");
  }
}
