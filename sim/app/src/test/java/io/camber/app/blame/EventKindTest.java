package io.camber.app.blame;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.judgement.KeyEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventKindTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "going on like this hits car2 in 0.8 s",
        "car2 is 3.2 m ahead and asks for 7.1 m/s2",
        "has hit car2"
      })
  void everyTextOfAnImminentCollisionTellsWithWhom(String detail) {
    EventKind kind = kind(detail);

    assertThat(kind.actor()).hasValue("car2");
    assertThat(kind.isSame(kind("has hit car2"))).isTrue();
    assertThat(kind.isSame(kind("car5 is 3.2 m ahead and asks for 7.1 m/s2"))).isFalse();
  }

  private static EventKind kind(String detail) {
    return EventKind.of(new KeyEvent(1, KeyEvent.Severity.HARD, "T1", detail));
  }
}
