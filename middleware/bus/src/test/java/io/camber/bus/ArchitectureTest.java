package io.camber.bus;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void theBusKnowsNoDomainAndNoWireFormat() {
    HouseRules.of("io.camber.bus")
        .dependsOnlyOn(
            "io.camber.bus..",
            "org.slf4j..",
            "io.netty..",
            "javax.crypto..",
            "com.sun.management..")
        .hasNoPackageCycles()
        .isDeterministic(
            "io.camber.bus.realtime..",
            "io.camber.bus.shm..",
            "io.camber.bus.udp",
            "io.camber.bus.bench..");
  }
}
