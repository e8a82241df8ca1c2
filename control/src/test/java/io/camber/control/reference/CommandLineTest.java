package io.camber.control.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CommandLineTest {
  private final CommandLine line = new CommandLine();

  @Test
  void obeysEachCommandFromItsTimeOn() {
    line.reset(0.5);
    line.add(100, 1.0);
    line.add(200, 2.0);

    assertThat(line.at(99)).isEqualTo(0.5);
    assertThat(line.at(100)).isEqualTo(1.0);
    assertThat(line.at(250)).isEqualTo(2.0);
  }

  @Test
  void forgetsTheOldestWhenFull() {
    line.reset(0.0);
    for (int i = 1; i <= 1000; i++) {
      line.add(i, i);
    }

    assertThat(line.at(990)).isEqualTo(990.0);
    assertThat(line.at(1)).isEqualTo(744.0);
  }
}
