package io.camber.jury.check;

import static io.camber.jury.check.Shown.track;
import static io.camber.jury.check.Shown.tracks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SizePriorTest {
  @Test
  void theDistanceOfALongCarIsThatOfTheInverseCovariance() {
    SizePrior prior = SizePrior.of(ObjectClass.CAR).orElseThrow();
    // cofactor over determinant of the covariance, for a length of 0.3 over the mean and the rest
    // at it
    double cofactor = 0.00677 * 0.01733 - 0.00673 * 0.00673;
    double determinant = 0.01591 * cofactor
        - 0.00543 * (0.00543 * 0.01733 - 0.00673 * 0.00851)
        + 0.00851 * (0.00543 * 0.00673 - 0.00677 * 0.00851);
    Size3 size = new Size3(Math.exp(1.3765 + 0.3), Math.exp(0.4864), Math.exp(0.4391));

    assertThat(prior.squared(size)).isCloseTo(0.09 * cofactor / determinant, within(1e-6));
  }

  @Test
  void aWideCarWithinAllHardLimitsIsUnlikelyAndHalfACarIsNot() {
    assertThat(raised(new Size3(4.0, 2.55, 1.5))).isTrue();
    assertThat(raised(new Size3(4.5, 1.8, 1.5))).isFalse();
    assertThat(raised(new Size3(5.2, 2.0, 2.0))).isFalse();
    assertThat(raised(new Size3(0.9, 1.7, 1.0))).isFalse();
  }

  private static boolean raised(Size3 size) {
    return !tracks(
            new SizeCheck(), i -> List.of(track(1, ObjectClass.CAR, size, 10.0, 0.0, 5.0, 0.0)), 1)
        .isEmpty();
  }
}
