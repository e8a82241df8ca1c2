package io.camber.drives.comma;

import io.camber.drives.log.ImportNotes;
import io.camber.messages.Topics;
import io.camber.sensing.RadarReturn;
import io.camber.sensing.RadarReturns;
import io.camber.sensing.WheelSpeeds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the car says on its own bus: wheel speeds, and what its radar follows. */
final class CarBus {
  private static final int RADAR_COLUMNS = 7;

  /** Messages of one cycle of the radar come within 20 ms, cycles every 50 ms. */
  private static final long CYCLE_GAP_NS = 20_000_000L;

  private CarBus() {}

  static Optional<Stream> wheels(Segment segment, ImportNotes notes) throws IOException {
    Optional<Series> wheels = Series.find(segment, "CAN/wheel_speed", 4);
    Optional<Series> speed = Series.find(segment, "CAN/speed", 1);
    if (wheels.isPresent()) {
      speed.ifPresent(
          left -> notes.skip("CAN/speed (speeds are taken from CAN/wheel_speed)", left.size()));
      Series own = wheels.get();
      return Optional.of(wheels(own, 0, 1, 2, 3));
    }
    if (speed.isPresent()) {
      notes.remark("wheel speeds are CAN/speed, the same at each wheel: no CAN/wheel_speed");
    }
    return speed.map(one -> wheels(one, 0, 0, 0, 0));
  }

  private static Stream wheels(Series in, int fl, int fr, int rl, int rr) {
    return new Stream(
        in.size(),
        in::timeNs,
        (log, i) -> log.write(
            Topics.WHEELS,
            new WheelSpeeds(in.timeNs(i), in.at(i, fl), in.at(i, fr), in.at(i, rl), in.at(i, rr)),
            in.timeNs(i)));
  }

  static Optional<Stream> radar(Segment segment, ImportNotes notes) throws IOException {
    Optional<Series> found = Series.find(segment, "CAN/radar", RADAR_COLUMNS);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    notes.remark(
        "radar returns are what the car's radar follows: places along and across, relative speed"
            + " as range rate; cross sections are unknown and read 0 dBsm, track numbers are left out");
    Series radar = found.get();
    int[] ends = cycleEnds(radar);
    return Optional.of(new Stream(
        ends.length,
        cycle -> radar.timeNs(ends[cycle] - 1),
        (log, cycle) -> log.write(
            Topics.RADAR_RETURNS,
            returns(radar, cycle == 0 ? 0 : ends[cycle - 1], ends[cycle]),
            radar.timeNs(ends[cycle] - 1))));
  }

  private static int[] cycleEnds(Series radar) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 1; i < radar.size(); i++) {
      if (radar.timeNs(i) - radar.timeNs(i - 1) > CYCLE_GAP_NS) {
        ends.add(i);
      }
    }
    ends.add(radar.size());
    return ends.stream().mapToInt(Integer::intValue).toArray();
  }

  private static RadarReturns returns(Series radar, int from, int to) {
    List<RadarReturn> returns = new ArrayList<>();
    for (int i = from; i < to; i++) {
      double ahead = radar.at(i, 0);
      double left = radar.at(i, 1);
      returns.add(new RadarReturn(
          StrictMath.hypot(ahead, left), StrictMath.atan2(left, ahead), radar.at(i, 2), 0.0));
    }
    return new RadarReturns(radar.timeNs(to - 1), "front", returns);
  }
}
