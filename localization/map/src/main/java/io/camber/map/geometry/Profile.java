package io.camber.map.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A piecewise cubic function of station; each piece holds until the next begins. Zero before the first and when empty. */
public final class Profile {
  public static final Profile ZERO = new Profile(List.of(), List.of());

  /** Up to so many pieces looking at each is quicker than halving. */
  private static final int LINEAR_MAX = 8;

  private final double[] starts;
  private final Cubic[] pieces;

  /** Pieces in order of their start stations. */
  public Profile(List<Double> starts, List<Cubic> pieces) {
    this.starts = starts.stream().mapToDouble(Double::doubleValue).toArray();
    this.pieces = pieces.toArray(Cubic[]::new);
    for (int i = 1; i < this.starts.length; i++) {
      if (this.starts[i] < this.starts[i - 1]) {
        throw new IllegalArgumentException(
            "starts[" + i + "]=" + this.starts[i] + " is before " + this.starts[i - 1]);
      }
    }
  }

  /** The function raised by a constant everywhere, also where this one has no piece. */
  public Profile plus(double constant) {
    List<Double> raisedStarts = new ArrayList<>();
    List<Cubic> raised = new ArrayList<>();
    if (starts.length == 0 || starts[0] > 0.0) {
      raisedStarts.add(0.0);
      raised.add(new Cubic(constant, 0.0, 0.0, 0.0));
    }
    for (int i = 0; i < starts.length; i++) {
      Cubic piece = pieces[i];
      raisedStarts.add(starts[i]);
      raised.add(new Cubic(piece.a() + constant, piece.b(), piece.c(), piece.d()));
    }
    return new Profile(raisedStarts, raised);
  }

  public boolean isEmpty() {
    return pieces.length == 0;
  }

  /** True when every piece is zero everywhere. */
  public boolean isZero() {
    for (Cubic piece : pieces) {
      if (piece.a() != 0.0 || piece.b() != 0.0 || piece.c() != 0.0 || piece.d() != 0.0) {
        return false;
      }
    }
    return true;
  }

  /** From this station on the function is constant; positive infinity when it is not, or ends varying. */
  public double constantFrom() {
    if (starts.length == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    Cubic last = pieces[pieces.length - 1];
    boolean constant = last.b() == 0.0 && last.c() == 0.0 && last.d() == 0.0;
    return constant ? starts[starts.length - 1] : Double.POSITIVE_INFINITY;
  }

  public double at(double s) {
    int index = indexAt(s);
    return index < 0 ? 0.0 : pieces[index].at(s - starts[index]);
  }

  public double slopeAt(double s) {
    int index = indexAt(s);
    return index < 0 ? 0.0 : pieces[index].slopeAt(s - starts[index]);
  }

  /** Second derivative. */
  public double bendAt(double s) {
    int index = indexAt(s);
    return index < 0 ? 0.0 : pieces[index].bendAt(s - starts[index]);
  }

  private int indexAt(double s) {
    if (starts.length <= 1) {
      return starts.length == 0 || s < starts[0] ? -1 : 0;
    }
    if (starts.length <= LINEAR_MAX) {
      int last = starts.length - 1;
      while (last >= 0 && !(starts[last] <= s)) {
        last--;
      }
      return last;
    }
    int found = Arrays.binarySearch(starts, s);
    int index = found >= 0 ? found : -found - 2;
    while (index + 1 < starts.length && starts[index + 1] == s) {
      index++;
    }
    return index;
  }
}
