package io.camber.app.recorded;

import io.camber.bus.Envelope;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.Jury;
import io.camber.evaluation.JuryConfig;
import io.camber.evaluation.report.DriveAlbum;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.motion.Mission;
import io.camber.scene.MapFile;
import io.camber.sensing.CameraImage;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.VehicleDescription;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A recorded drive shown to a jury, message by message in the order in which the run had them. What the jury does not look into
 * is not decoded.
 */
public final class LoggedDrive {
  private static final Set<String> LOOKED_INTO = new TreeSet<>(List.of(
      Topics.TRUTH_FRAME.name(),
      Topics.TRUTH_EVENT.name(),
      Topics.EGO_POSE.name(),
      Topics.GNSS.name(),
      Topics.TRACKS.name(),
      Topics.DETECTIONS.name(),
      Topics.LIDAR_CALIBRATION.name(),
      Topics.LIDAR_SWEEP.name(),
      Topics.TRUTH_LIDAR_LABELS.name(),
      Topics.TRUTH_FAULTS.name(),
      Topics.GROUND_POINTS.name(),
      Topics.FREE_SPACE.name(),
      Topics.FUTURES.name(),
      Topics.SIGNALS.name(),
      Topics.CAMERA_DETECTIONS.name(),
      Topics.CAMERA_CALIBRATION.name(),
      Topics.RADAR_RETURNS.name(),
      Topics.RADAR_CALIBRATION.name(),
      Topics.TRUTH_CAMERA_LAYERS.name(),
      Topics.ROUTE.name(),
      Topics.PLAN.name(),
      Topics.ACTUATION.name(),
      Topics.DIAGNOSTICS.name()));

  private final Path file;
  private final boolean withPictures;
  private final JuryConfig config;
  private final DriveAlbum album = new DriveAlbum();
  private final List<Heard> early = new ArrayList<>();
  private @Nullable RoadMap map;
  private @Nullable VehicleDescription vehicle;
  private @Nullable Mission mission;
  private @Nullable Jury jury;
  private long lastNs;

  /** A message before the jury had what it needs. */
  private record Heard(Envelope envelope, Object value) {}

  /** The jury after the drive, not asked yet, with what a report needs besides. */
  public record Seen(Jury jury, RoadMap map, DriveAlbum album, long lastNs) {}

  private LoggedDrive(Path file, boolean withPictures, JuryConfig config) {
    this.file = file;
    this.withPictures = withPictures;
    this.config = config;
  }

  /**
   * Reads a whole log.
   *
   * @param withPictures whether the album gets camera images and a view from above
   * @throws InputException when the log is damaged or lacks what a jury needs
   */
  public static Seen judge(Path file, boolean withPictures, JuryConfig config) {
    LoggedDrive drive = new LoggedDrive(file, withPictures, config);
    LogTelling.tell(file, drive::hear);
    return drive.seen();
  }

  /**
   * Shows a whole log to a jury that knows the car and its mission already, and fills an album.
   *
   * @throws InputException when the log is damaged
   */
  public static Seen show(Path file, Jury jury, RoadMap map) {
    LoggedDrive drive = new LoggedDrive(file, true, JuryConfig.DEFAULT);
    drive.map = map;
    drive.jury = jury;
    LogTelling.tell(file, drive::hear);
    return drive.seen();
  }

  private Seen seen() {
    if (jury == null || map == null) {
      List<String> missing = new ArrayList<>();
      addIf(missing, map == null, Topics.MAP.name());
      addIf(missing, vehicle == null, Topics.VEHICLE_DESCRIPTION.name());
      addIf(missing, mission == null, Topics.MISSION.name());
      throw new InputException(file + ": cannot be judged: the log has no "
          + String.join(" and no ", missing)
          + "; only logs of closed-loop runs hold what the jury needs");
    }
    return new Seen(jury, map, album, lastNs);
  }

  private static void addIf(List<String> list, boolean condition, String text) {
    if (condition) {
      list.add(text);
    }
  }

  private void hear(Envelope envelope, ByteBuffer payload) {
    Object value = value(envelope.topic(), payload);
    lastNs = Math.max(lastNs, envelope.publishTimeNs());
    take(value);
    Jury present = jury;
    if (present != null) {
      show(present, envelope, value);
    } else {
      early.add(new Heard(envelope, value));
    }
  }

  private Object value(String name, ByteBuffer payload) {
    boolean wanted = LOOKED_INTO.contains(name)
        || (jury == null
            && (name.equals(Topics.MAP.name())
                || name.equals(Topics.VEHICLE_DESCRIPTION.name())
                || name.equals(Topics.MISSION.name())))
        || (withPictures && name.equals(Topics.CAMERA_IMAGE.name()));
    Optional<Topic<?>> topic = wanted ? Topics.find(name) : Optional.empty();
    return topic.isPresent() ? topic.get().codec().decode(payload) : name;
  }

  private void take(Object value) {
    if (value instanceof MapFile content) {
      map = RoadMap.parse(content.name(), content.content());
    } else if (value instanceof VehicleDescription description) {
      vehicle = description;
    } else if (value instanceof Mission wanted) {
      mission = wanted;
    }
    if (jury == null && map != null && vehicle != null && mission != null) {
      Jury fresh = new Jury(map, vehicle, mission, config);
      jury = fresh;
      early.forEach(heard -> show(fresh, heard.envelope(), heard.value()));
      early.clear();
    }
  }

  private void show(Jury to, Envelope envelope, Object value) {
    if (value instanceof TruthFrame frame) {
      to.onTruth(frame);
      if (withPictures) {
        album.onTruth(frame);
      }
    } else if (value instanceof ScenarioEvent event) {
      to.onEvent(event);
    } else {
      to.onMessage(envelope, value);
      if (value instanceof CameraImage image) {
        album.onImage(image);
      }
    }
  }
}
