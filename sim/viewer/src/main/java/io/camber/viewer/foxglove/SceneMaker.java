package io.camber.viewer.foxglove;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.motion.Plan;
import io.camber.motion.ProposalScore;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.scene.Futures;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.VehicleDescription;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.foxglove.proto.ArrowPrimitive;
import io.camber.viewer.foxglove.proto.Color;
import io.camber.viewer.foxglove.proto.CubePrimitive;
import io.camber.viewer.foxglove.proto.KeyValuePair;
import io.camber.viewer.foxglove.proto.LinePrimitive;
import io.camber.viewer.foxglove.proto.Quaternion;
import io.camber.viewer.foxglove.proto.SceneEntity;
import io.camber.viewer.foxglove.proto.SceneEntityDeletion;
import io.camber.viewer.foxglove.proto.SceneUpdate;
import io.camber.viewer.foxglove.proto.TextPrimitive;
import java.util.Locale;

/** Scenes for viewers: each update replaces the one before it on its topic. */
final class SceneMaker {
  private static final double TEXT_M = 0.7;

  SceneUpdate ego(DriveMessage message, VehicleDescription car) {
    double middle = car.lengthM() / 2.0 - car.rearOverhangM();
    SceneEntity.Builder entity = entity(message, "ego").setFrameId(SensorMaker.BASE);
    entity.setFrameLocked(true);
    entity.addCubes(CubePrimitive.newBuilder()
        .setPose(Protos.pose(middle, 0.0, car.heightM() / 2.0, Protos.rotation(0.0, 0.0, 0.0)))
        .setSize(Protos.vector(car.lengthM(), car.widthM(), car.heightM()))
        .setColor(Protos.color(Shade.EGO, 0.75)));
    return update(message).addEntities(entity).build();
  }

  SceneUpdate tracks(DriveMessage message, Tracks tracks) {
    SceneUpdate.Builder update = update(message);
    for (Track track : tracks.tracks()) {
      SceneEntity.Builder entity = entity(message, "track " + track.id());
      Color color = Protos.color(Shade.of(track.objectClass()), 0.55);
      String kind = track.objectClass().name().toLowerCase(Locale.ROOT);
      entity.addCubes(box(track.center(), track.bottomZ(), track.size(), color));
      if (track.speedMps() > 0.3) {
        entity.addArrows(arrow(track));
      }
      entity.addTexts(text(
          track.center(),
          track.bottomZ() + track.size().heightM() + TEXT_M,
          String.format(Locale.ROOT, "%d %s %.0f km/h", track.id(), kind, track.speedMps() * 3.6)));
      entity.addMetadata(pair("class", kind));
      entity.addMetadata(
          pair("confidence", String.format(Locale.ROOT, "%.2f", track.classConfidence())));
      entity.addMetadata(pair("existence", String.format(Locale.ROOT, "%.2f", track.existence())));
      update.addEntities(entity);
    }
    return update.build();
  }

  private static KeyValuePair pair(String key, String value) {
    return KeyValuePair.newBuilder().setKey(key).setValue(value).build();
  }

  private static CubePrimitive box(Pose2 center, double bottom, Size3 size, Color color) {
    return CubePrimitive.newBuilder()
        .setPose(Protos.pose(
            center.x(),
            center.y(),
            bottom + size.heightM() / 2.0,
            Protos.rotation(center.yaw(), 0.0, 0.0)))
        .setSize(Protos.vector(size.lengthM(), size.widthM(), size.heightM()))
        .setColor(color)
        .build();
  }

  private static ArrowPrimitive arrow(Track track) {
    double course =
        StrictMath.atan2(track.velocityMps().y(), track.velocityMps().x());
    Quaternion rotation = Protos.rotation(course, 0.0, 0.0);
    return ArrowPrimitive.newBuilder()
        .setPose(
            Protos.pose(track.center().x(), track.center().y(), track.bottomZ() + 0.5, rotation))
        .setShaftLength(track.speedMps())
        .setShaftDiameter(0.12)
        .setHeadLength(0.6)
        .setHeadDiameter(0.35)
        .setColor(Protos.color(Shade.of(track.objectClass()), 0.9))
        .build();
  }

  private static TextPrimitive text(Pose2 at, double z, String text) {
    return TextPrimitive.newBuilder()
        .setPose(Protos.pose(at.x(), at.y(), z, Protos.rotation(0.0, 0.0, 0.0)))
        .setBillboard(true)
        .setFontSize(12.0)
        .setScaleInvariant(true)
        .setColor(Protos.color(0xffffff, 1.0))
        .setText(text)
        .build();
  }

  SceneUpdate futures(DriveMessage message, Futures futures) {
    SceneUpdate.Builder update = update(message);
    for (TrackFuture future : futures.futures()) {
      SceneEntity.Builder entity = entity(message, "future " + future.trackId());
      for (PredictedPath mode : future.modes()) {
        LinePrimitive.Builder line = line(0.15 + 0.3 * mode.probability());
        line.setColor(Protos.color(0xf0b429, 0.2 + 0.7 * mode.probability()));
        for (PredictedPoint point : mode.points()) {
          line.addPoints(Protos.point(point.x(), point.y(), 0.1));
        }
        entity.addLines(line);
      }
      update.addEntities(entity);
    }
    return update.build();
  }

  SceneUpdate plan(DriveMessage message, Plan plan) {
    SceneEntity.Builder entity = entity(message, "plan");
    entity.addLines(trajectory(plan.nominal(), 1.2, Shade.PLAN, 0.6));
    entity.addLines(trajectory(plan.safeStop(), 0.5, Shade.STOP, 0.5));
    plan.proposals().stream().skip(1).forEach(other -> {
      if (!other.path().isEmpty()) {
        entity.addLines(proposal(other));
      }
    });
    plan.reasons().forEach(reason -> entity.addMetadata(pair("reason", reason)));
    plan.proposals()
        .forEach(proposal -> entity.addMetadata(pair(
            proposal.name(),
            String.format(Locale.ROOT, "%.3f %s", proposal.score(), proposal.verdict()))));
    return update(message).addEntities(entity).build();
  }

  /** What was not chosen: the better it scored, the stronger the line. */
  private static LinePrimitive proposal(ProposalScore other) {
    double strength = Math.max(0.0, Math.min(1.0, other.score()));
    LinePrimitive.Builder line =
        line(0.12).setColor(Protos.color(Shade.PROPOSAL, 0.25 + 0.5 * strength));
    other.path().forEach(point -> line.addPoints(Protos.point(point.x(), point.y(), 0.1)));
    return line.build();
  }

  private static LinePrimitive trajectory(
      Trajectory trajectory, double width, int shade, double alpha) {
    LinePrimitive.Builder line = line(width).setColor(Protos.color(shade, alpha));
    for (TrajectoryPoint point : trajectory.points()) {
      line.addPoints(Protos.point(point.x(), point.y(), 0.12));
    }
    return line.build();
  }

  private static LinePrimitive.Builder line(double thickness) {
    return LinePrimitive.newBuilder()
        .setType(LinePrimitive.Type.LINE_STRIP)
        .setPose(Protos.pose(0.0, 0.0, 0.0, Protos.rotation(0.0, 0.0, 0.0)))
        .setThickness(thickness);
  }

  SceneUpdate truth(DriveMessage message, TruthFrame frame) {
    SceneUpdate.Builder update = update(message);
    for (ActorTruth actor : frame.actors()) {
      if (!actor.name().equals(frame.egoName())) {
        Pose2 center = actor.footprint().center();
        double bottom = actor.mapFromReference().z();
        SceneEntity.Builder entity = entity(message, "truth " + actor.name());
        entity.addCubes(box(center, bottom, actor.size(), Protos.color(Shade.TRUTH, 0.35)));
        entity.addTexts(text(center, bottom + actor.size().heightM() + TEXT_M, actor.name()));
        update.addEntities(entity);
      }
    }
    return update.build();
  }

  private static SceneUpdate.Builder update(DriveMessage message) {
    return SceneUpdate.newBuilder()
        .addDeletions(SceneEntityDeletion.newBuilder()
            .setTimestamp(Protos.time(message.timeNs()))
            .setType(SceneEntityDeletion.Type.ALL));
  }

  private static SceneEntity.Builder entity(DriveMessage message, String id) {
    return SceneEntity.newBuilder()
        .setTimestamp(Protos.time(message.timeNs()))
        .setFrameId(SensorMaker.MAP)
        .setId(id);
  }
}
