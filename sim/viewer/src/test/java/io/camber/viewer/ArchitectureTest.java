package io.camber.viewer;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void hasNoPackageCycles() {
    HouseRules.of("io.camber.viewer").hasNoPackageCycles();
  }
}
