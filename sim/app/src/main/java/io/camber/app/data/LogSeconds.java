package io.camber.app.data;

import io.camber.app.recorded.LoggedScan;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.jury.check.Alarm;
import io.camber.jury.ticket.Scan;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.pose.EgoPose;
import io.camber.scene.MapFile;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a log itself tells of each second: the ego's motion, who is how near, weather, the place on the map, and what the checks without
 * truth raise. Of the truth where it is in the log, of the stack's own pose and tracks where it is not.
 */
final class LogSeconds {
  private static final long SECOND_NS = 1_000_000_000L;

  private final SortedMap<Integer, Second> seconds = new TreeMap<>();
  private RoadMap map = RoadMap.empty();
  private boolean hasTruth;
  private @Nullable EgoPose pose;

  private LogSeconds() {}

  /** Reads a log; empty when nothing in it is of this stack. */
  static SortedMap<Integer, Second> of(Path drive) {
    LogSeconds log = new LogSeconds();
    Scan scan = LoggedScan.of(drive, log::hear);
    for (Alarm alarm : scan.sightings()) {
      Second there = log.seconds.get(secondOf(alarm.timeNs()));
      if (there != null) {
        there.checks.add(alarm.check());
      }
    }
    return log.seconds;
  }

  private void hear(Object value) {
    if (value instanceof MapFile file) {
      map = RoadMap.parse(file.name(), file.content());
    } else if (value instanceof TruthFrame frame) {
      hasTruth = true;
      frame.ego().ifPresent(ego -> see(frame, ego));
    } else if (value instanceof EgoPose newest && !hasTruth) {
      pose = newest;
      Pose2 place = newest.mapFromBase().toPose2();
      second(newest.timeNs()).move(newest.twist().forwardMps(), newest.twist().yawRateRadps());
      locate(second(newest.timeNs()), place.position());
    } else if (value instanceof Tracks tracks && !hasTruth) {
      see(tracks);
    }
  }

  private void see(TruthFrame frame, ActorTruth ego) {
    Second now = second(frame.timeNs());
    now.move(ego.speedMps(), ego.yawRateRadps());
    now.weather = weather(frame.weather());
    locate(now, ego.mapFromReference().toPose2().position());
    Nearby nearby = new Nearby();
    Box2 outline = ego.footprint();
    for (ActorTruth actor : frame.actors()) {
      if (!actor.name().equals(frame.egoName())) {
        nearby.add(actor.objectClass(), actor.footprint().distanceTo(outline));
      }
    }
    now.nearby.widen(nearby);
  }

  private void see(Tracks tracks) {
    EgoPose present = pose;
    if (present != null) {
      Vec2 here = present.mapFromBase().toPose2().position();
      Nearby nearby = new Nearby();
      for (Track track : tracks.tracks()) {
        nearby.add(track.objectClass(), track.footprint().distanceTo(here));
      }
      second(tracks.timeNs()).nearby.widen(nearby);
    }
  }

  private void locate(Second now, Vec2 place) {
    Optional<LanePosition> lane = map.project(place.x(), place.y());
    if (lane.isPresent() && now.element.isEmpty()) {
      boolean isOff = lane.get().distanceOutside() > 0.0;
      now.road = isOff ? "" : lane.get().lane().roadId();
      now.element = isOff
          ? "off lanes"
          : lane.get().lane().inJunction()
              ? "junction"
              : lane.get().lane().type().name().toLowerCase(Locale.ROOT);
    }
  }

  private Second second(long timeNs) {
    return seconds.computeIfAbsent(secondOf(timeNs), number -> new Second());
  }

  private static int secondOf(long timeNs) {
    return Math.toIntExact(Math.floorDiv(timeNs, SECOND_NS));
  }

  /** {@code clear}, or what it is instead, joined by spaces. */
  static String weather(Weather weather) {
    List<String> words = new ArrayList<>();
    if (weather.fogPerM() > 0.0) {
      words.add("fog");
    }
    if (weather.smokePerM() > 0.0) {
      words.add("smoke");
    }
    if (weather.rainMmph() > 0.0) {
      words.add("rain");
    }
    if (weather.snowMmph() > 0.0) {
      words.add("snow");
    }
    if (weather.wetness() > 0.0) {
      words.add("wet");
    }
    if (weather.sunElevation() < 0.0) {
      words.add("night");
    }
    return words.isEmpty() ? "clear" : String.join(" ", words);
  }

  /** One second of a log. */
  static final class Second {
    private final SortedSet<String> checks = new TreeSet<>();
    private final Nearby nearby = new Nearby();
    private String weather = "";
    private String road = "";
    private String element = "";
    private double speedSum;
    private double yawRateSum;
    private int samples;

    private void move(double speedMps, double yawRateRadps) {
      speedSum += speedMps;
      yawRateSum += yawRateRadps;
      samples++;
    }

    /** The values of {@link LogColumns#ALL}, in their order. */
    List<@Nullable Object> values() {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(samples == 0 ? null : speedSum / samples);
      values.add(samples == 0 ? null : yawRateSum / samples);
      values.add(weather.isEmpty() ? null : weather);
      values.add(road.isEmpty() ? null : road);
      values.add(element.isEmpty() ? null : element);
      values.add(String.join(" ", checks));
      for (ObjectClass objectClass : LogColumns.CLASSES) {
        values.add(nearby.nearestM(objectClass));
      }
      for (ObjectClass objectClass : LogColumns.CLASSES) {
        for (int range : LogColumns.RANGES_M) {
          values.add(nearby.count(objectClass, range));
        }
      }
      return values;
    }
  }
}
