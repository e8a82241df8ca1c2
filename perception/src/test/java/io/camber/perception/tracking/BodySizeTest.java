package io.camber.perception.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodySizeTest {
  private final BodySize size = new BodySize(sighting(4.4, 1.8));

  @Test
  void doesNotSwallowTheNeighbourThatABoxSwallowsNowAndThen() {
    for (int k = 0; k < 60; k++) {
      see(k % 5 == 4 ? 9.0 : 4.4, true);
    }

    assertThat(size.lengthM()).isCloseTo(4.4, within(0.01));
  }

  @Test
  void keepsWhatWasSeenWhenOnlyAPieceIs() {
    for (int k = 0; k < 30; k++) {
      see(1.2, false);
    }

    assertThat(size.lengthM()).isCloseTo(4.4, within(0.01));
  }

  @Test
  void growsToWhatIsSeenAgainAndAgainWithoutAJump() {
    double before = size.lengthM();
    for (int k = 0; k < 40; k++) {
      see(12.0, true);
      assertThat(size.lengthM() - before).isBetween(-1e-9, 0.9 + 1e-9);
      before = size.lengthM();
    }

    assertThat(size.lengthM()).isCloseTo(12.0, within(0.1));
  }

  @Test
  void isNeverLargerThanItsClass() {
    for (int k = 0; k < 40; k++) {
      size.see(12.0, 3.5, 1.5, true);
      size.follow(ClassRange.find(ObjectClass.CAR));
    }

    assertThat(size.lengthM()).isLessThan(6.5);
    assertThat(size.widthM()).isLessThan(2.6);
    assertThat(size.seenLengthM()).isEqualTo(12.0);
  }

  private void see(double lengthM, boolean isWhole) {
    size.see(lengthM, 1.8, 1.5, isWhole);
    size.follow(Optional.empty());
  }

  private static Sighting sighting(double lengthM, double widthM) {
    Detection seen = new Detection(
        ObjectClass.CAR, Pose2.IDENTITY, 0.0, new Size3(lengthM, widthM, 1.5), 0.8, 0.7, 50, 0L);
    return new Sighting(seen, Pose2.IDENTITY, 0.0, 20.0);
  }
}
