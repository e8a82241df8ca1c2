package io.camber.localization;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void packagesKeepTheirArrowsAndStayDeterministic() {
    HouseRules.of("io.camber.localization")
        .hasNoPackageCycles()
        .isDeterministic()
        .dependsOnlyOn(
            "io.camber.localization..",
            "io.camber.calibration..",
            "io.camber.geometry..",
            "io.camber.pose..",
            "io.camber.sensing..",
            "io.camber.vehicle..",
            "io.camber.bus..",
            "io.camber.messages..");
  }

  @Test
  void filterKnowsNoBus() {
    HouseRules.of("io.camber.localization.inertial")
        .dependsOnlyOn(
            "io.camber.localization.inertial..", "io.camber.geometry..", "io.camber.sensing..");
  }

  @Test
  void calibrationKnowsNoBus() {
    HouseRules.of("io.camber.localization.calibration")
        .dependsOnlyOn(
            "io.camber.localization.calibration..",
            "io.camber.localization.odometry..",
            "io.camber.localization.leastsquares..",
            "io.camber.calibration..",
            "io.camber.geometry..",
            "io.camber.sensing..",
            "io.camber.vehicle..");
  }

  @Test
  void odometryKnowsOnlyWhatWasSensed() {
    HouseRules.of("io.camber.localization.odometry")
        .dependsOnlyOn(
            "io.camber.localization.odometry..",
            "io.camber.localization.leastsquares..",
            "io.camber.geometry..",
            "io.camber.sensing..");
    HouseRules.of("io.camber.localization.leastsquares")
        .dependsOnlyOn("io.camber.localization.leastsquares..");
  }
}
