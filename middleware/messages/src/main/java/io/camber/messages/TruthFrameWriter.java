package io.camber.messages;

import com.google.protobuf.CodedOutputStream;
import io.camber.bus.PayloadBuffer;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import io.camber.truth.WheelTruth;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes a truth frame straight to the wire, byte for byte what protobuf's builders make of it, without the builders: at
 * 100 Hz times all actors they were a third of a run that plays only the storyboard. Field numbers are those of
 * {@code truth.proto}; as in proto3, a field that is zero or empty is left out.
 */
final class TruthFrameWriter {
  private static final int TAG_AND_DOUBLE = 9;
  private static final int TAG_AND_BOOL = 2;

  private TruthFrameWriter() {}

  static void write(TruthFrame frame, PayloadBuffer target) {
    int size = size(frame);
    int start = target.extend(size);
    CodedOutputStream out = CodedOutputStream.newInstance(target.array(), start, size);
    try {
      write(frame, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.checkNoSpaceLeft();
  }

  private static int size(TruthFrame frame) {
    int size = frame.timeNs() == 0 ? 0 : CodedOutputStream.computeInt64Size(1, frame.timeNs());
    size += size(2, frame.egoName()) + size(frame.egoEngaged());
    for (int i = 0; i < frame.actors().size(); i++) {
      size += nested(size(frame.actors().get(i)));
    }
    for (int i = 0; i < frame.signals().size(); i++) {
      size += nested(size(frame.signals().get(i)));
    }
    size += frame.weather().isClear() ? 0 : nested(size(frame.weather()));
    return frame.wheels().isEmpty() ? size : size + nested(size(frame.wheels().get()));
  }

  private static void write(TruthFrame frame, CodedOutputStream out) throws IOException {
    if (frame.timeNs() != 0) {
      out.writeInt64(1, frame.timeNs());
    }
    put(out, 2, frame.egoName());
    put(out, 3, frame.egoEngaged());
    for (int i = 0; i < frame.actors().size(); i++) {
      ActorTruth actor = frame.actors().get(i);
      open(out, 4, size(actor));
      write(actor, out);
    }
    for (int i = 0; i < frame.signals().size(); i++) {
      SignalTruth signal = frame.signals().get(i);
      open(out, 5, size(signal));
      put(out, 1, signal.signalId());
      put(out, 2, EnumCodec.number(signal.color()));
      if (signal.changesNs() != 0) {
        out.writeInt64(3, signal.changesNs());
      }
    }
    if (!frame.weather().isClear()) {
      open(out, 6, size(frame.weather()));
      write(frame.weather(), out);
    }
    if (frame.wheels().isPresent()) {
      WheelTruth wheels = frame.wheels().get();
      open(out, 7, size(wheels));
      put(out, 1, wheels.frontLeftMps());
      put(out, 2, wheels.frontRightMps());
      put(out, 3, wheels.rearLeftMps());
      put(out, 4, wheels.rearRightMps());
    }
  }

  private static int size(WheelTruth wheels) {
    return size(wheels.frontLeftMps())
        + size(wheels.frontRightMps())
        + size(wheels.rearLeftMps())
        + size(wheels.rearRightMps());
  }

  private static int size(Weather weather) {
    return size(weather.fogPerM())
        + size(weather.smokePerM())
        + size(weather.rainMmph())
        + size(weather.snowMmph())
        + size(weather.exhaust())
        + size(weather.sunElevation())
        + size(weather.sunAzimuth())
        + size(weather.wetness())
        + size(weather.frictionScale());
  }

  private static void write(Weather weather, CodedOutputStream out) throws IOException {
    put(out, 1, weather.fogPerM());
    put(out, 2, weather.smokePerM());
    put(out, 3, weather.rainMmph());
    put(out, 4, weather.snowMmph());
    put(out, 5, weather.exhaust());
    put(out, 6, weather.sunElevation());
    put(out, 7, weather.sunAzimuth());
    put(out, 8, weather.wetness());
    put(out, 9, weather.frictionScale());
  }

  private static int size(ActorTruth actor) {
    return size(1, actor.name())
        + enumSize(2, EnumCodec.number(actor.objectClass()))
        + size(3, actor.kind())
        + nested(size(actor.mapFromReference()))
        + nested(size(actor.size()))
        + size(actor.centerOffsetM())
        + size(actor.centerOffsetLeftM())
        + size(actor.speedMps())
        + size(actor.accelMps2())
        + size(actor.yawRateRadps())
        + size(actor.wheelAngle())
        + nested(size(actor.lights()));
  }

  private static void write(ActorTruth actor, CodedOutputStream out) throws IOException {
    put(out, 1, actor.name());
    put(out, 2, EnumCodec.number(actor.objectClass()));
    put(out, 3, actor.kind());
    Pose3 pose = actor.mapFromReference();
    open(out, 4, size(pose));
    put(out, 1, pose.x());
    put(out, 2, pose.y());
    put(out, 3, pose.z());
    put(out, 4, pose.yaw());
    put(out, 5, pose.pitch());
    put(out, 6, pose.roll());
    Size3 box = actor.size();
    open(out, 5, size(box));
    put(out, 1, box.lengthM());
    put(out, 2, box.widthM());
    put(out, 3, box.heightM());
    put(out, 6, actor.centerOffsetM());
    put(out, 7, actor.centerOffsetLeftM());
    put(out, 8, actor.speedMps());
    put(out, 9, actor.accelMps2());
    put(out, 10, actor.yawRateRadps());
    put(out, 11, actor.wheelAngle());
    ActorLights lights = actor.lights();
    open(out, 12, size(lights));
    put(out, 1, lights.brake());
    put(out, 2, lights.indicatorLeft());
    put(out, 3, lights.indicatorRight());
    put(out, 4, lights.headlamps());
  }

  private static int size(SignalTruth signal) {
    return size(1, signal.signalId())
        + enumSize(2, EnumCodec.number(signal.color()))
        + (signal.changesNs() == 0 ? 0 : CodedOutputStream.computeInt64Size(3, signal.changesNs()));
  }

  private static int size(Pose3 pose) {
    return size(pose.x())
        + size(pose.y())
        + size(pose.z())
        + size(pose.yaw())
        + size(pose.pitch())
        + size(pose.roll());
  }

  private static int size(Size3 box) {
    return size(box.lengthM()) + size(box.widthM()) + size(box.heightM());
  }

  private static int size(ActorLights lights) {
    return size(lights.brake())
        + size(lights.indicatorLeft())
        + size(lights.indicatorRight())
        + size(lights.headlamps());
  }

  // ---- fields; all numbers here are below 16, so that a tag is one byte

  private static int nested(int size) {
    return 1 + CodedOutputStream.computeUInt32SizeNoTag(size) + size;
  }

  private static void open(CodedOutputStream out, int field, int size) throws IOException {
    out.writeTag(field, 2);
    out.writeUInt32NoTag(size);
  }

  private static int size(int field, String text) {
    return text.isEmpty() ? 0 : CodedOutputStream.computeStringSize(field, text);
  }

  private static void put(CodedOutputStream out, int field, String text) throws IOException {
    if (!text.isEmpty()) {
      out.writeString(field, text);
    }
  }

  private static int enumSize(int field, int number) {
    return number == 0 ? 0 : CodedOutputStream.computeEnumSize(field, number);
  }

  private static void put(CodedOutputStream out, int field, int number) throws IOException {
    if (number != 0) {
      out.writeEnum(field, number);
    }
  }

  /** Minus zero is a value of its own and is written. */
  private static boolean isLeftOut(double value) {
    return Double.doubleToRawLongBits(value) == 0L;
  }

  private static int size(double value) {
    return isLeftOut(value) ? 0 : TAG_AND_DOUBLE;
  }

  private static void put(CodedOutputStream out, int field, double value) throws IOException {
    if (!isLeftOut(value)) {
      out.writeDouble(field, value);
    }
  }

  private static int size(boolean value) {
    return value ? TAG_AND_BOOL : 0;
  }

  private static void put(CodedOutputStream out, int field, boolean value) throws IOException {
    if (value) {
      out.writeBool(field, true);
    }
  }
}
