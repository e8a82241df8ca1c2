package io.camber.messages;

import io.camber.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void messagesJoinDomainAndBus() {
    HouseRules.of("io.camber.messages")
        .dependsOnlyOn(
            "io.camber.messages..",
            "io.camber.bus",
            "io.camber.bus.action",
            "io.camber.bus.lifecycle",
            "io.camber.bus.parameter",
            "io.camber.geometry..",
            "io.camber.vehicle..",
            "io.camber.scene..",
            "io.camber.motion..",
            "io.camber.sensing..",
            "io.camber.pose..",
            "io.camber.truth..",
            "io.camber.diagnostics..",
            "com.google.protobuf..",
            "javax.imageio..")
        .isDeterministic();
  }
}
