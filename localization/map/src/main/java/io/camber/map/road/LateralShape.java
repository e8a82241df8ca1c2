package io.camber.map.road;

import io.camber.map.geometry.Profile;
import java.util.List;

/**
 * Height of the road surface above its plane over (s, t): cross profiles at stations, linear between them, and crossfall, by
 * which each side falls from the reference line outwards at an angle over s.
 */
public final class LateralShape {
  public static final LateralShape FLAT = new LateralShape(List.of());

  private final List<CrossProfile> profiles;
  private final Profile leftFall;
  private final Profile rightFall;

  /** Cross profiles in order of station. */
  public LateralShape(List<CrossProfile> profiles) {
    this(profiles, Profile.ZERO, Profile.ZERO);
  }

  /** Cross profiles in order of station, and the angles of crossfall over s, falling outwards positive. */
  public LateralShape(List<CrossProfile> profiles, Profile leftFall, Profile rightFall) {
    this.profiles = List.copyOf(profiles);
    this.leftFall = leftFall.isZero() ? Profile.ZERO : leftFall;
    this.rightFall = rightFall.isZero() ? Profile.ZERO : rightFall;
  }

  /** Height over t at station {@code s}. */
  public record CrossProfile(double s, Profile height) {}

  public boolean isFlat() {
    return profiles.isEmpty() && leftFall.isEmpty() && rightFall.isEmpty();
  }

  public double at(double s, double t) {
    Profile fall = t > 0.0 ? leftFall : rightFall;
    double height = profileAt(s, t);
    return fall.isEmpty() ? height : height - Math.abs(t) * StrictMath.tan(fall.at(s));
  }

  private double profileAt(double s, double t) {
    if (profiles.isEmpty() || s < profiles.get(0).s()) {
      return 0.0;
    }
    int i = 0;
    while (i + 1 < profiles.size() && profiles.get(i + 1).s() <= s) {
      i++;
    }
    CrossProfile here = profiles.get(i);
    double height = here.height().at(t);
    if (i + 1 == profiles.size()) {
      return height;
    }
    CrossProfile next = profiles.get(i + 1);
    double fraction = (s - here.s()) / (next.s() - here.s());
    return height + fraction * (next.height().at(t) - height);
  }
}
