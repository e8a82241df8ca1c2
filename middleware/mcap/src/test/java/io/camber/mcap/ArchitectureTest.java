package io.camber.mcap;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void containerNeedsNothingElseOfCamber() {
    HouseRules.of("io.camber.mcap")
        .hasNoPackageCycles()
        .isDeterministic()
        .dependsOnlyOn("io.camber.mcap..", "net.jpountz..", "com.github.luben.zstd..");
  }
}
