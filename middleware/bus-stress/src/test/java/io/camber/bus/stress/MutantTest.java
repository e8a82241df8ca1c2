package io.camber.bus.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a mutant changes is still there to be changed; whether it is caught is a matter of minutes ({@link StressTest}). */
final class MutantTest {
  @ParameterizedTest
  @EnumSource(Mutant.class)
  void canBeWoven(Mutant mutant) {
    assertThatCode(() -> assertThat(mutant.weave().toBytes()).isNotEmpty())
        .doesNotThrowAnyException();
  }
}
