package io.camber.bus;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void theBusKnowsNoDomainAndNoWireFormat() {
    HouseRules.of("io.camber.bus")
        .dependsOnlyOn("io.camber.bus..", "org.slf4j..", "com.sun.management..")
        .hasNoPackageCycles()
        .isDeterministic("io.camber.bus.shm..", "io.camber.bus.bench..");
  }
}
