package io.camber.perception.lidar;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import java.util.Optional;

/**
 * Completes a rectangle to the whole object: extents that are only partly visible grow to what is typical of the class, away
 * from the sensor or towards whatever hides the rest. Visible edges never move. Unknown things are not grown.
 */
final class BoxCompletion {
  /** A bumper strip or a bonnet, without the cabin. */
  private static final double STRIP_HEIGHT_M_MIN = 0.4;

  private static final double STRIP_HEIGHT_M_MAX = 1.2;
  private static final double STRIP_LENGTH_M_MIN = 1.1;
  private static final double STRIP_LENGTH_M_MAX = 5.0;

  /** Longer strips are sides, shorter ones ends. */
  private static final double SIDE_LENGTH_M_MIN = 2.6;

  private BoxCompletion() {}

  static Rectangle complete(Rectangle box, Visibility seen, ClassGuess guess) {
    if (guess.objectClass() == ObjectClass.UNKNOWN) {
      return box;
    }
    double u =
        guess.lengthAlongU() ? guess.typical().lengthM() : guess.typical().widthM();
    double v = guess.lengthAlongU() ? guess.typical().widthM() : guess.typical().lengthM();
    double uMore = missing(box.uLengthM(), seen.uMeasured(), u);
    double vMore = missing(box.vLengthM(), seen.vMeasured(), v);
    double uUp = uMore * share(seen.uGrowth());
    double vUp = vMore * share(seen.vGrowth());
    return new Rectangle(
        box.yaw(),
        box.uMin() - (uMore - uUp),
        box.uMax() + uUp,
        box.vMin() - (vMore - vUp),
        box.vMax() + vUp);
  }

  /** The object's pose: yaw along its length, sense as near as possible to {@code reference}. */
  static Pose2 pose(Rectangle box, ClassGuess guess, double reference) {
    double yaw = guess.lengthAlongU() ? box.yaw() : box.yaw() + 0.5 * Math.PI;
    double sense = yaw + Math.PI * Math.rint((reference - yaw) / Math.PI);
    return new Pose2(box.centerX(), box.centerY(), sense);
  }

  /** The car whose lower near end this low strip without a class may be. */
  static Optional<Box2> asCar(Cluster cluster, Rectangle box, Visibility seen, ClassGuess guess) {
    double longest = Math.max(box.uLengthM(), box.vLengthM());
    boolean fits = guess.objectClass() == ObjectClass.UNKNOWN
        && cluster.heightMax > STRIP_HEIGHT_M_MIN
        && cluster.heightMax < STRIP_HEIGHT_M_MAX
        && longest > STRIP_LENGTH_M_MIN
        && longest < STRIP_LENGTH_M_MAX;
    if (!fits) {
      return Optional.empty();
    }
    boolean isSide = longest > SIDE_LENGTH_M_MIN;
    boolean lengthAlongU = (box.uLengthM() > box.vLengthM()) == isSide;
    ClassPrior car = ClassPrior.ALL.get(0);
    Size3 size = new Size3(car.length().typical(), car.width().typical(), 0.0);
    ClassGuess asCar = new ClassGuess(ObjectClass.CAR, 0.0, lengthAlongU, size);
    Rectangle whole = complete(box, seen, asCar);
    return Optional.of(new Box2(
        new Pose2(whole.centerX(), whole.centerY(), whole.yaw()),
        whole.uLengthM(),
        whole.vLengthM()));
  }

  private static double missing(double extentM, boolean measured, double typicalM) {
    double target = measured ? 0.75 * typicalM : typicalM;
    return Math.max(0.0, target - extentM);
  }

  private static double share(int growth) {
    return growth > 0 ? 1.0 : growth < 0 ? 0.0 : 0.5;
  }
}
