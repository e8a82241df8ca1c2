package io.camber.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.Plant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CourseDriveTest {
  private static CourseRun drive(Course course, Perturbation perturbation) {
    return CourseRun.drive(course, new SingleTrackCar(), perturbation);
  }

  private static Perturbation bias(double angle, boolean isMeasured) {
    return new Perturbation("bias", 1.0, 1.0, 1.0, angle, isMeasured, 1.0, 1.0);
  }

  @Test
  void aCarAsDescribedStaysOnTheStraightLine() {
    CourseFigures figures = drive(Course.STRAIGHT, Perturbation.NONE).figures();

    assertThat(figures.lateral().max()).isZero();
    assertThat(figures.heading().max()).isZero();
    assertThat(figures.chatterHz()).isZero();
    assertThat(figures.hasDiverged()).isFalse();
  }

  @Test
  void biasToEitherSideGivesMirroredErrorsThatAreTakenOut() {
    List<Vec2> left = drive(Course.STRAIGHT, bias(0.0175, true)).lateral();
    List<Vec2> right = drive(Course.STRAIGHT, bias(-0.0175, true)).lateral();

    for (int i = 0; i < left.size(); i++) {
      assertThat(Math.abs(right.get(i).y() + left.get(i).y())).isZero();
    }
    assertThat(left.stream().mapToDouble(Vec2::y).max().orElseThrow()).isGreaterThan(0.05);
    assertThat(left.get(left.size() - 1).y()).isCloseTo(0.0, within(0.02));
  }

  /**
   * The bias acts after 10 ms and the dead time of 0.24 s; what the controller does about it is as late once more.
   * The car alone has the drive that holds its speed; the controller builds it up, which moves a little load: 3 %.
   */
  @Test
  void untilTheControllerCanActTheCarGoesWhereTheBiasSteersIt() {
    double bias = 0.0175;
    List<Vec2> driven = drive(Course.STRAIGHT, bias(bias, true)).lateral();
    Plant alone = new SingleTrackCar().plant(Perturbation.NONE);
    alone.reset(Pose2.IDENTITY, 100.0 / 3.6, 0.0, 0.0, Ground.LEVEL);

    for (int i = 0; i <= 50; i++) {
      double y = alone.state().mapFromBase().y();
      assertThat(driven.get(i).y()).isCloseTo(y, within(0.03 * Math.abs(y)));
      alone.step(10_000_000L, i == 0 ? 0.0 : bias, 0.32, Ground.LEVEL);
    }
    assertThat(driven.get(24).y()).isZero();
    assertThat(driven.get(50).y()).isPositive();
  }

  @Test
  void aPerturbationThatChangesNothingGivesTheNominalFigures() {
    Perturbation same = new Perturbation("same", 1.0, 1.0, 1.0, 0.0, false, 1.0, 1.0);

    assertThat(drive(Course.S_CURVE, same).figures())
        .isEqualTo(drive(Course.S_CURVE, Perturbation.NONE).figures());
  }

  @Test
  void aControllerThatIsFarTooLateLosesTheCar() {
    CourseRun lost = drive(Course.SLALOM, Perturbation.delay("late", 6.0));

    assertThat(lost.figures().hasDiverged()).isTrue();
    assertThat(lost.lateral().get(lost.lateral().size() - 1).x())
        .isLessThan(Course.SLALOM.durationS());
    CourseSheet sheet = new CourseSheet("car", List.of(lost));
    assertThat(sheet.toJson()).contains("\"diverged\": true");
  }

  @Test
  void aCarThatIsLostAsDescribedFails() {
    CourseRun late = drive(Course.SLALOM, Perturbation.delay("late", 6.0));
    CourseRun asNominal =
        new CourseRun(late.course(), Perturbation.NONE, late.figures(), late.lateral());

    assertThat(new CourseSheet("car", List.of(asNominal)).holds()).isFalse();
    assertThat(new CourseSheet("car", List.of(asNominal)).lines())
        .anyMatch(line -> line.endsWith("LOST"));
  }

  /** The forces of the nominal car move a heavier one later. */
  @Test
  void massIsFeltLengthways() {
    Perturbation heavy = new Perturbation("heavy", 1.0, 1.0, 1.0, 0.0, true, 1.2, 1.0);

    assertThat(drive(Course.LAUNCH, heavy).figures().position().max())
        .isGreaterThan(
            1.5 * drive(Course.LAUNCH, Perturbation.NONE).figures().position().max());
  }
}
