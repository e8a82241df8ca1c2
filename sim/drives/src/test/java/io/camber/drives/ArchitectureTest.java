package io.camber.drives;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void importersKnowValuesMessagesLogsAndMapsAndNothingOfTheStack() {
    HouseRules.of("io.camber.drives")
        .hasNoPackageCycles()
        .isDeterministic()
        .dependsOnlyOn(
            "io.camber.drives..",
            "io.camber.importing..",
            "io.camber.map..",
            "io.camber.sim.scenario.xml",
            "io.camber.recording..",
            "io.camber.mcap..",
            "io.camber.messages",
            "io.camber.bus",
            "io.camber.geometry",
            "io.camber.sensing",
            "io.camber.scene",
            "io.camber.truth",
            "io.camber.vehicle",
            "io.camber.pose",
            "io.camber.diagnostics",
            "javax.imageio..",
            "net.jpountz..",
            "com.google.gson..",
            "org.apache.commons.compress..",
            "org.sqlite..",
            "org.tukaani.xz..");
  }
}
