package io.camber.app;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void hasNoPackageCycles() {
    HouseRules.of("io.camber.app").hasNoPackageCycles();
  }
}
