package io.camber.messages;

import io.camber.bus.Codec;
import io.camber.scene.Futures;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.TrackFuture;

/** Predicted futures of all tracks. */
final class FuturesCodec {
  static final Codec<Futures> FUTURES = new ProtobufCodec<>(
      io.camber.messages.proto.Futures.class,
      io.camber.messages.proto.Futures.getDefaultInstance(),
      FuturesCodec::toProto,
      proto -> new Futures(
          proto.getTimeNs(),
          proto.getFuturesList().stream()
              .map(one -> new TrackFuture(
                  one.getTrackId(),
                  one.getModesList().stream().map(FuturesCodec::path).toList()))
              .toList()));

  private FuturesCodec() {}

  private static io.camber.messages.proto.Futures toProto(Futures value) {
    var proto = io.camber.messages.proto.Futures.newBuilder().setTimeNs(value.timeNs());
    for (TrackFuture future : value.futures()) {
      var one = proto.addFuturesBuilder().setTrackId(future.trackId());
      for (PredictedPath mode : future.modes()) {
        var path = one.addModesBuilder().setMode(mode.mode()).setProbability(mode.probability());
        for (PredictedPoint point : mode.points()) {
          path.addPointsBuilder()
              .setTimeS(point.timeS())
              .setX(point.x())
              .setY(point.y())
              .setYaw(point.yaw())
              .setSpeedMps(point.speedMps())
              .setPositionStdM(point.positionStdM());
        }
      }
    }
    return proto.build();
  }

  private static PredictedPath path(io.camber.messages.proto.PredictedPath proto) {
    return new PredictedPath(
        proto.getMode(),
        proto.getProbability(),
        proto.getPointsList().stream()
            .map(point -> new PredictedPoint(
                point.getTimeS(),
                point.getX(),
                point.getY(),
                point.getYaw(),
                point.getSpeedMps(),
                point.getPositionStdM()))
            .toList());
  }
}
