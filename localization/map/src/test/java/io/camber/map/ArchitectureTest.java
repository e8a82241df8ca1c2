package io.camber.map;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void mapStandsOnTheDomainAloneAndIsDeterministic() {
    HouseRules.of("io.camber.map")
        .hasNoPackageCycles()
        .isDeterministic()
        .dependsOnlyOn(
            "io.camber.map..",
            "io.camber.geometry..",
            "io.camber.scene..",
            "io.camber.diagnostics..",
            "javax.xml.stream..",
            "org.locationtech.proj4j..");
  }
}
