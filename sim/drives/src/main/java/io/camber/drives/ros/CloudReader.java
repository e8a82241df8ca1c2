package io.camber.drives.ros;

import io.camber.sensing.LidarSweep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** sensor_msgs/PointCloud2: points of any layout, of which place, intensity, ring and time are taken where they are there. */
final class CloudReader {
  private static final int FLOAT32 = 7;
  private static final int FLOAT64 = 8;
  private static final int[] SIZES = {0, 1, 1, 2, 2, 4, 4, 4, 8};

  /** Offsets beyond this are times of another clock. */
  private static final double SWEEP_S_MAX = 1.0;

  private CloudReader() {}

  /** One named value in every point. */
  private record Field(int offset, int type) {
    double read(ByteBuffer data, int point) {
      int at = point + offset;
      return switch (type) {
        case 1 -> data.get(at);
        case 2 -> Byte.toUnsignedInt(data.get(at));
        case 3 -> data.getShort(at);
        case 4 -> Short.toUnsignedInt(data.getShort(at));
        case 5 -> data.getInt(at);
        case 6 -> Integer.toUnsignedLong(data.getInt(at));
        case FLOAT32 -> data.getFloat(at);
        default -> data.getDouble(at);
      };
    }
  }

  static LidarSweep read(RosBytes in, RosBytes.Header header, String sensorId) {
    long height = in.u32();
    long width = in.u32();
    Map<String, Field> fields = new HashMap<>();
    int count = in.count(10);
    List<Field> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = in.text();
      int offset = in.i32();
      int type = in.u8();
      in.u32();
      if (type < 1 || type > FLOAT64) {
        throw in.error("field " + name + " has type " + type);
      }
      Field field = new Field(offset, type);
      all.add(field);
      fields.put(name, field);
    }
    boolean isBig = in.u8() != 0;
    long step = in.u32();
    long row = in.u32();
    ByteBuffer data = in.bytes().order(isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (Field field : all) {
      if (field.offset() < 0 || field.offset() + SIZES[field.type()] > step) {
        throw in.error("a field lies outside its point of " + step + " bytes");
      }
    }
    if (width > data.limit()
        || row < step * width
        || Math.multiplyHigh(row, height) != 0
        || row * height > data.limit()) {
      throw in.error(height + " rows of " + row + " bytes do not fit " + data.limit() + " bytes");
    }
    return sweep(in, header, sensorId, fields, data, new Grid(height, width, row, step));
  }

  /** How points lie in the data. */
  private record Grid(long height, long width, long row, long step) {}

  private static LidarSweep sweep(
      RosBytes in,
      RosBytes.Header header,
      String sensorId,
      Map<String, Field> fields,
      ByteBuffer data,
      Grid grid) {
    Field x = fields.get("x");
    Field y = fields.get("y");
    Field z = fields.get("z");
    if (x == null || y == null || z == null) {
      throw in.error("has no fields x, y and z");
    }
    Field intensity = fields.getOrDefault("intensity", fields.get("reflectivity"));
    Field ring = fields.getOrDefault("ring", fields.get("channel"));
    Field time = fields.getOrDefault("time", fields.getOrDefault("t", fields.get("time_stamp")));
    ByteBuffer points = ByteBuffer.allocate(
            Math.multiplyExact((int) (grid.height() * grid.width()), LidarSweep.POINT_BYTES))
        .order(ByteOrder.LITTLE_ENDIAN);
    long last = 0L;
    for (long r = 0; r < grid.height(); r++) {
      for (long c = 0; c < grid.width(); c++) {
        int at = (int) (r * grid.row() + c * grid.step());
        double seconds = time == null ? 0.0 : seconds(time, data, at);
        long offsetNs = seconds > 0.0 && seconds < SWEEP_S_MAX ? Math.round(seconds * 1e9) : 0L;
        last = Math.max(last, offsetNs);
        LidarSweep.put(
            points,
            (float) x.read(data, at),
            (float) y.read(data, at),
            (float) z.read(data, at),
            (int) offsetNs,
            ring == null ? 0 : (int) ring.read(data, at),
            intensity == null ? 0 : (int) Math.max(0.0, Math.min(255.0, intensity.read(data, at))));
      }
    }
    return new LidarSweep(sensorId, header.timeNs(), header.timeNs() + last, points.flip());
  }

  /** Floats are seconds, whole numbers nanoseconds, as the drivers have it. */
  private static double seconds(Field time, ByteBuffer data, int at) {
    double value = time.read(data, at);
    return time.type() >= FLOAT32 ? value : value * 1e-9;
  }
}
