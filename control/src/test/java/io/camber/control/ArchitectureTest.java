package io.camber.control;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final String[] VALUES = {
    "io.camber.geometry..", "io.camber.motion..", "io.camber.pose..", "io.camber.vehicle.."
  };

  @Test
  void packagesKeepTheirArrowsAndStayDeterministic() {
    HouseRules.of("io.camber.control")
        .hasNoPackageCycles()
        .isDeterministic()
        .dependsOnlyOn(
            "io.camber.control..",
            "io.camber.geometry..",
            "io.camber.motion..",
            "io.camber.pose..",
            "io.camber.vehicle..",
            "io.camber.bus..",
            "io.camber.messages..",
            "org.ejml..");
  }

  @Test
  void guardianSharesNoCodeWithTheController() {
    HouseRules.of("io.camber.control.guardian").dependsOnlyOn(with("io.camber.control.guardian.."));
  }

  @Test
  void controlLawsKnowNoBus() {
    HouseRules.of("io.camber.control.lateral", "io.camber.control.longitudinal")
        .dependsOnlyOn(with("io.camber.control..", "org.ejml.."));
  }

  private static String[] with(String... more) {
    String[] all = new String[VALUES.length + more.length];
    System.arraycopy(VALUES, 0, all, 0, VALUES.length);
    System.arraycopy(more, 0, all, VALUES.length, more.length);
    return all;
  }
}
