package io.camber.recording;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void recordingStandsOnBusAndContainer() {
    HouseRules.of("io.camber.recording")
        .hasNoPackageCycles()
        .isDeterministic()
        .dependsOnlyOn("io.camber.recording..", "io.camber.bus..", "io.camber.mcap..");
  }
}
