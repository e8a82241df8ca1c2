package io.camber.app.control;

import io.camber.diagnostics.InputException;
import io.camber.motion.TrajectoryPoint;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The fixed courses. Each begins straight on, the car in steady motion on the line. */
public enum Course implements Reference {
  STRAIGHT("straight-100", "straight on at 100 km/h", 0.0),
  CIRCLE("circle-15", "three quarters of a circle of 15 m at 20 km/h", 0.0),
  SLALOM("slalom", "bends of 18 m to either side at 30 km/h", 0.0),
  LANE_CHANGE_60("lane-change-60", "3.5 m to the left in 3.5 s at 60 km/h", 0.0),
  LANE_CHANGE_80("lane-change-80", "the same at 80 km/h", 0.0),
  LANE_CHANGE_100("lane-change-100", "the same at 100 km/h", 0.0),
  S_CURVE("s-curve", "45 degrees left, 90 right, 45 left at 40 m and 30 km/h", 0.0),
  STOP_LINE("stop-line", "from 50 km/h to a line with 2 m/s2", 0.0),
  LAUNCH("launch", "off with 1.5 m/s2 on a grade of 5 %", -StrictMath.atan(0.05));

  private static final double MPS_PER_KMPH = 1.0 / 3.6;

  private final String title;
  private final String description;
  private final double pitch;

  Course(String title, String description, double pitch) {
    this.title = title;
    this.description = description;
    this.pitch = pitch;
  }

  /** Lines and schedules, drawn once. */
  private static final class Drawn {
    static final Map<Course, CourseLine> LINES = new EnumMap<>(Course.class);
    static final Map<Course, Schedule> SCHEDULES = new EnumMap<>(Course.class);

    static {
      for (Course course : Course.values()) {
        LINES.put(course, lineOf(course.title));
        SCHEDULES.put(course, scheduleOf(course.title));
      }
    }
  }

  private CourseLine line() {
    return Objects.requireNonNull(Drawn.LINES.get(this));
  }

  private Schedule schedule() {
    return Objects.requireNonNull(Drawn.SCHEDULES.get(this));
  }

  private static Schedule scheduleOf(String title) {
    return switch (title) {
      case "straight-100" -> new Schedule(100.0 * MPS_PER_KMPH).hold(20.0);
      case "circle-15" -> new Schedule(20.0 * MPS_PER_KMPH).hold(22.0);
      case "slalom" -> new Schedule(30.0 * MPS_PER_KMPH).hold(24.0);
      case "lane-change-60" -> new Schedule(60.0 * MPS_PER_KMPH).hold(12.0);
      case "lane-change-80" -> new Schedule(80.0 * MPS_PER_KMPH).hold(12.0);
      case "lane-change-100" -> new Schedule(100.0 * MPS_PER_KMPH).hold(12.0);
      case "s-curve" -> new Schedule(30.0 * MPS_PER_KMPH).hold(24.0);
      case "stop-line" -> {
        double speed = 50.0 * MPS_PER_KMPH;
        yield new Schedule(speed)
            .hold(4.0)
            .ramp(1.0, -2.0)
            .hold(speed / 2.0 - 1.0)
            .ramp(1.0, 0.0)
            .stand(4.0);
      }
      default ->
        new Schedule(0.0).hold(2.0).ramp(1.0, 1.5).hold(4.0).ramp(1.0, 0.0).hold(5.0);
    };
  }

  private static CourseLine lineOf(String title) {
    CourseLine line = new CourseLine();
    return switch (title) {
      case "circle-15" -> {
        double lead = 6.0;
        double bend = 1.0 / 15.0;
        yield line.straight(20.0)
            .clothoid(lead, 0.0, bend)
            .arc(1.5 * StrictMath.PI * 15.0 - lead, bend)
            .clothoid(lead, bend, 0.0);
      }
      case "slalom" -> {
        line.straight(20.0).lobe(18.0, 0.015);
        for (int i = 0; i < 6; i++) {
          line.lobe(18.0, i % 2 == 0 ? -0.03 : 0.03);
        }
        yield line.lobe(18.0, -0.015);
      }
      case "lane-change-60" -> laneChange(60.0);
      case "lane-change-80" -> laneChange(80.0);
      case "lane-change-100" -> laneChange(100.0);
      case "s-curve" -> turn(turn(turn(line.straight(20.0), 0.25, 40.0), -0.5, 40.0), 0.25, 40.0);
      default -> line;
    };
  }

  /** Two half sines of curvature, which move the line by peak length^2 / 2 pi. */
  private static CourseLine laneChange(double kmph) {
    double speed = kmph * MPS_PER_KMPH;
    double length = 3.5 * speed;
    double peak = 2.0 * StrictMath.PI * 3.5 / (length * length);
    return new CourseLine()
        .straight(2.0 * speed)
        .lobe(length / 2.0, peak)
        .lobe(length / 2.0, -peak);
  }

  /** A turn by a share of 180 degrees, left positive, led in and out over 12 m. */
  private static CourseLine turn(CourseLine line, double share, double radiusM) {
    double lead = 12.0;
    double bend = Math.signum(share) / radiusM;
    double arc = Math.abs(share) * StrictMath.PI * radiusM - lead;
    return line.clothoid(lead, 0.0, bend).arc(arc, bend).clothoid(lead, bend, 0.0);
  }

  /** As people write it. */
  public String title() {
    return title;
  }

  public String description() {
    return description;
  }

  /**
   * The course of that name.
   *
   * @throws InputException naming those that there are
   */
  public static Course named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.title.equals(name))
        .findFirst()
        .orElseThrow(() -> new InputException(
            "there is no course " + name + "; there are all, " + String.join(", ", titles())));
  }

  public static List<String> titles() {
    return Arrays.stream(values()).map(Course::title).toList();
  }

  @Override
  public double pitch() {
    return pitch;
  }

  double durationS() {
    return schedule().endS();
  }

  boolean hasStop() {
    return this == STOP_LINE;
  }

  /** Largest lateral acceleration that the course asks for. */
  double lateralMps2() {
    double speed = schedule().speedMpsMax();
    return speed * speed * line().curvaturePerMMax();
  }

  @Override
  public TrajectoryPoint at(long timeNs) {
    return line().at(timeNs, schedule().at(timeNs * 1e-9));
  }
}
