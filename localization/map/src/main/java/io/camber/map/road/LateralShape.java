package io.camber.map.road;

import io.camber.map.geometry.Profile;
import java.util.List;

/** Height of the road surface above its plane over (s, t): cross profiles at stations, linear between them. */
public final class LateralShape {
  public static final LateralShape FLAT = new LateralShape(List.of());

  private final List<CrossProfile> profiles;

  /** Cross profiles in order of station. */
  public LateralShape(List<CrossProfile> profiles) {
    this.profiles = List.copyOf(profiles);
  }

  /** Height over t at station {@code s}. */
  public record CrossProfile(double s, Profile height) {}

  public boolean isFlat() {
    return profiles.isEmpty();
  }

  public double at(double s, double t) {
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
