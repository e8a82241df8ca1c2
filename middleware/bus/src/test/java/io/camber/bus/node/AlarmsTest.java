package io.camber.bus.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlarmsTest {
  private final Alarms alarms = new Alarms();
  private final List<String> rung = new ArrayList<>();

  @Test
  void ringInTheOrderOfTimeAndThenOfSetting() {
    alarms.at(20, () -> rung.add("b"));
    alarms.at(20, () -> rung.add("c"));
    alarms.at(10, () -> rung.add("a"));
    alarms.at(30, () -> rung.add("later"));

    alarms.fire(20);

    assertThat(rung).containsExactly("a", "b", "c");
    assertThat(alarms.nextNs()).isEqualTo(30);
  }

  @Test
  void ringNotWhenTakenBackEvenByOneThatRings() {
    List<Runnable> takeBack = new ArrayList<>();
    alarms.at(10, () -> takeBack.get(0).run());
    takeBack.add(alarms.at(10, () -> rung.add("never")));

    alarms.fire(10);

    assertThat(rung).isEmpty();
    assertThat(alarms.nextNs()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void ringNextTimeWhenSetWhileRinging() {
    alarms.at(10, () -> alarms.at(10, () -> rung.add("again")));

    alarms.fire(10);
    assertThat(rung).isEmpty();
    alarms.fire(10);
    assertThat(rung).containsExactly("again");
  }
}
