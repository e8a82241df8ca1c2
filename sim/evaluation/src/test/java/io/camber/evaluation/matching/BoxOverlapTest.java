package io.camber.evaluation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BoxOverlapTest {
  private static final Box2 BOX = new Box2(new Pose2(3.0, -2.0, 0.7), 4.0, 2.0);

  @Test
  void aBoxSharesAllWithItselfAndNothingWithOneFarAway() {
    assertThat(BoxOverlap.share(BOX, BOX)).isCloseTo(1.0, within(1e-12));
    assertThat(BoxOverlap.share(BOX, new Box2(new Pose2(9.0, 9.0, 0.7), 4.0, 2.0)))
        .isZero();
  }

  @Test
  void halfALengthAsideIsAThirdWhetherTheHeadingsAreEqualOrOpposite() {
    Vec2 aside = BOX.center().apply(new Vec2(2.0, 0.0));

    for (double yaw : new double[] {0.7, 0.7 + Math.PI - 2.0 * Math.PI}) {
      Box2 other = new Box2(new Pose2(aside.x(), aside.y(), yaw), 4.0, 2.0);
      assertThat(BoxOverlap.share(BOX, other)).isCloseTo(1.0 / 3.0, within(1e-12));
    }
  }

  @Test
  void aSquareTurnedByAnEighthSharesAnOctagon() {
    Box2 square = new Box2(new Pose2(0.0, 0.0, 0.0), 1.0, 1.0);
    Box2 turned = new Box2(new Pose2(0.0, 0.0, Math.PI / 4.0), 1.0, 1.0);

    double octagon = 2.0 * (Math.sqrt(2.0) - 1.0);

    assertThat(BoxOverlap.share(square, turned))
        .isCloseTo(octagon / (2.0 - octagon), within(1e-12));
  }

  @Test
  void agreesWithCountingPointsOfAGrid() {
    SplittableRandom random = new SplittableRandom(3);
    for (int n = 0; n < 40; n++) {
      Box2 a = box(random);
      Box2 b = n % 4 == 0 ? new Box2(turned(box(random).center(), a), 3.0, 1.5) : box(random);
      int both = 0;
      int either = 0;
      for (int i = 0; i < 400; i++) {
        for (int j = 0; j < 400; j++) {
          Vec2 point = new Vec2(-5.0 + i * 0.025, -5.0 + j * 0.025);
          boolean inA = a.contains(point);
          boolean inB = b.contains(point);
          both += inA && inB ? 1 : 0;
          either += inA || inB ? 1 : 0;
        }
      }

      // a grid of 2.5 cm is off by at most half a cell along the outlines
      assertThat(BoxOverlap.share(a, b))
          .as("%s %s", a, b)
          .isCloseTo((double) both / either, within(0.02));
    }
  }

  private static Box2 box(SplittableRandom random) {
    return new Box2(
        new Pose2(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-3, 3)),
        random.nextDouble(2, 5),
        random.nextDouble(1, 2));
  }

  private static Pose2 turned(Pose2 at, Box2 like) {
    return new Pose2(at.x(), at.y(), like.center().yaw());
  }
}
