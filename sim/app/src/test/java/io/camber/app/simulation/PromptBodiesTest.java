package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PromptBodiesTest {
  @Test
  void nodesTakeNoTimeFromThenOnAndSayNothingBeforeWhatTheySaidEarlier() {
    PromptBodies bodies = new PromptBodies(100);

    assertThat(bodies.publishNs(99, 40)).isEqualTo(139);
    // between the change and the end of what is still on its way all comes at once
    assertThat(bodies.publishNs(100, 40)).isEqualTo(140);
    assertThat(bodies.publishNs(120, 40)).isEqualTo(140);
    assertThat(bodies.publishNs(140, 40)).isEqualTo(140);
    assertThat(bodies.publishNs(150, 40)).isEqualTo(150);
  }

  @Test
  void neverIsAsDeclared() {
    assertThat(new PromptBodies(Long.MAX_VALUE).publishNs(7, 40)).isEqualTo(47);
  }
}
