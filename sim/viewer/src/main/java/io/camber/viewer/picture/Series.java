package io.camber.viewer.picture;

import io.camber.bus.MalformedMessageException;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.vehicle.ControlCommand;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import java.io.IOException;
import java.util.Set;

/**
 * Courses over a whole drive for its plots, at most {@value #POINTS_MAX} points each. A small log is read through; of a large
 * one only short pieces are read, evenly spread, so that the effort does not grow with it. They come in parts: the first
 * shows the whole drive coarsely, each of the others stands in the middle between what came before.
 */
public final class Series {
  private static final int POINTS_MAX = 1500;
  private static final int PARTS = 8;
  private static final int PIECES_A_PART = 40;

  /** Holds one message of what comes ten times a second. */
  private static final long PIECE_NS = 110_000_000L;

  private static final long STEP_NS_MIN = 50_000_000L;

  /** What is read through at once, in less than a second. */
  private static final long BYTES_MAX = 1L << 29;

  private static final Set<String> TOPICS =
      Set.of(Topics.EGO_POSE.name(), Topics.ACTUATION.name(), Topics.TRACKS.name());

  private final Clock clock;
  private final long stepNs;
  private final Streams streams = new Streams();
  private final long[] nextNs = new long[TOPICS.size()];
  private double x;
  private double y;
  private double yaw;

  private Series(Clock clock, long stepNs) {
    this.clock = clock;
    this.stepNs = stepNs;
  }

  /** In how many parts the courses of a log of a size come. */
  public static int parts(long logBytes) {
    return logBytes <= BYTES_MAX ? 1 : PARTS;
  }

  /** Part {@code part} of {@code parts} of the courses between two times; what comes alone is all of them. */
  public static byte[] of(
      DriveSource drive, Clock clock, long fromNs, long toNs, int part, int parts)
      throws IOException {
    long stepNs = Math.max(STEP_NS_MIN, (toNs - fromNs) / POINTS_MAX);
    Series series = new Series(clock, stepNs);
    if (parts == 1) {
      drive.read(TOPICS, fromNs, toNs, series::take);
    } else {
      double pieceNs = (double) (toNs - fromNs) / PIECES_A_PART;
      for (int piece = 0; piece < PIECES_A_PART; piece++) {
        long at = fromNs + Math.round(pieceNs * (piece + place(part)));
        drive.read(TOPICS, at, Math.min(toNs, at + PIECE_NS), series::take);
      }
    }
    Json json = new Json().object();
    series.streams.writeInto(json);
    return json.endObject().toBytes();
  }

  /** Where a part's pieces stand between those of the first, 0 to 1: van der Corput's sequence, base 2. */
  static double place(int part) {
    return Integer.toUnsignedLong(Integer.reverse(part)) * 0x1p-32;
  }

  private void take(DriveMessage message) {
    try {
      if (message.topic().equals(Topics.EGO_POSE.name()) && isDue(0, message)) {
        motion(message, message.decode(Topics.EGO_POSE));
      } else if (message.topic().equals(Topics.ACTUATION.name()) && isDue(1, message)) {
        command(message, message.decode(Topics.ACTUATION));
      } else if (message.topic().equals(Topics.TRACKS.name()) && isDue(2, message)) {
        objects(message, message.decode(Topics.TRACKS));
      }
    } catch (MalformedMessageException e) {
      streams.of("unreadable").number(clock.seconds(message.timeNs()));
    }
  }

  private boolean isDue(int stream, DriveMessage message) {
    if (message.timeNs() < nextNs[stream]) {
      return false;
    }
    nextNs[stream] = message.timeNs() + stepNs;
    return true;
  }

  /** Time, x, y, speed, acceleration, yaw rate, lateral standard deviation. */
  private void motion(DriveMessage message, EgoPose pose) {
    x = pose.mapFromBase().x();
    y = pose.mapFromBase().y();
    yaw = pose.mapFromBase().yaw();
    Json row = streams.of("motion").array().number(clock.seconds(message.timeNs()));
    row.number(x).number(y).number(pose.twist().forwardMps()).number(pose.accelMps2());
    row.fine(pose.twist().yawRateRadps()).number(pose.lateralStdM()).endArray();
  }

  /** Time, steering angle, acceleration, mode. */
  private void command(DriveMessage message, ControlCommand command) {
    Json row = streams.of("commands").array().number(clock.seconds(message.timeNs()));
    row.fine(command.steeringAngle()).number(command.accelMps2());
    row.code(command.mode()).endArray();
  }

  /** Time, number of tracks, distance to the nearest ahead within two metres of the ego's course. */
  private void objects(DriveMessage message, Tracks tracks) {
    double gap = Double.NaN;
    double c = StrictMath.cos(yaw);
    double s = StrictMath.sin(yaw);
    for (Track track : tracks.tracks()) {
      double dx = track.center().x() - x;
      double dy = track.center().y() - y;
      double ahead = c * dx + s * dy;
      double left = c * dy - s * dx;
      if (ahead > 0.0 && Math.abs(left) < 2.0 && !(gap < ahead)) {
        gap = ahead;
      }
    }
    Json row = streams.of("objects").array().number(clock.seconds(message.timeNs()));
    row.whole(tracks.tracks().size()).number(gap).endArray();
  }
}
