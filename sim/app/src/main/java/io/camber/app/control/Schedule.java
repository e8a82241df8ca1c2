package io.camber.app.control;

import java.util.ArrayList;
import java.util.List;

/** Way over time, of pieces in which the acceleration changes linearly; goes on at the last speed. */
final class Schedule {
  /** Where the car should be. */
  record Motion(double stationM, double speedMps, double accelMps2) {
    /** The motion some seconds later under a constant jerk. */
    Motion after(double seconds, double jerkMps3) {
      return new Motion(
          stationM + seconds * (speedMps + seconds * (accelMps2 / 2.0 + seconds * jerkMps3 / 6.0)),
          speedMps + seconds * (accelMps2 + seconds * jerkMps3 / 2.0),
          accelMps2 + seconds * jerkMps3);
    }
  }

  private record Piece(double startS, Motion start, double jerkMps3) {}

  private final List<Piece> pieces = new ArrayList<>();
  private double endS;
  private Motion end;

  Schedule(double speedMps) {
    end = new Motion(0.0, speedMps, 0.0);
  }

  /** Goes on for a time at the present acceleration. */
  Schedule hold(double seconds) {
    return ramp(seconds, end.accelMps2());
  }

  /** Comes to another acceleration within a time. */
  Schedule ramp(double seconds, double accelMps2) {
    double jerk = (accelMps2 - end.accelMps2()) / seconds;
    pieces.add(new Piece(endS, end, jerk));
    end = end.after(seconds, jerk);
    endS += seconds;
    return this;
  }

  /** Stands from now on: what rounding has left of the speed is gone. */
  Schedule stand(double seconds) {
    end = new Motion(end.stationM(), 0.0, 0.0);
    return hold(seconds);
  }

  double endS() {
    return endS;
  }

  double speedMpsMax() {
    return pieces.stream()
        .mapToDouble(piece -> piece.start().speedMps())
        .reduce(end.speedMps(), Math::max);
  }

  Motion at(double timeS) {
    if (timeS >= endS) {
      return end.after(timeS - endS, 0.0);
    }
    Piece now = pieces.get(0);
    for (Piece piece : pieces) {
      now = piece.startS() <= timeS ? piece : now;
    }
    return now.start().after(timeS - now.startS(), now.jerkMps3());
  }
}
