package io.camber.drives.ouster;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a sensor says of itself in its metadata: where its beams point, how its packets are laid out and where they go. */
final class OusterSensor {
  private static final double MM = 1e-3;
  private static final int BEAMS_MAX = 256;
  private static final int COLUMNS_MAX = 4096;
  private static final long BYTES_MAX = 1 << 20;

  private final String name;
  private final double[] altitudes;
  private final double[] azimuths;
  private final double[] transform;
  private final double beamOriginM;
  private final int columnsPerFrame;
  private final int columnsPerPacket;
  private final double revolutionsPerS;
  private final OusterProfile profile;
  private final int lidarPort;
  private final int imuPort;

  private OusterSensor(Path path, JsonObject json) {
    JsonObject format = member(path, json, "data_format").getAsJsonObject();
    name = member(path, json, "prod_line").getAsString();
    altitudes = angles(path, json, "beam_altitude_angles");
    azimuths = angles(path, json, "beam_azimuth_angles");
    transform = numbers(path, json, "lidar_to_sensor_transform");
    beamOriginM = MM * member(path, json, "lidar_origin_to_beam_origin_mm").getAsDouble();
    columnsPerFrame = member(path, format, "columns_per_frame").getAsInt();
    columnsPerPacket = member(path, format, "columns_per_packet").getAsInt();
    String mode = member(path, json, "lidar_mode").getAsString();
    if (altitudes.length == 0
        || altitudes.length > BEAMS_MAX
        || altitudes.length != azimuths.length
        || transform.length != 16
        || columnsPerFrame < 1
        || columnsPerFrame > COLUMNS_MAX
        || columnsPerPacket < 1
        || columnsPerPacket > columnsPerFrame
        || !mode.matches("\\d+x[1-9]\\d{0,2}")) {
      throw new InputException(path + ": " + altitudes.length + " altitudes, " + azimuths.length
          + " azimuths, a transform of " + transform.length + " numbers, " + columnsPerFrame
          + " columns, lidar_mode '" + mode + "': that is no sensor");
    }
    revolutionsPerS = Double.parseDouble(mode.substring(mode.indexOf('x') + 1));
    String layout = Optional.ofNullable(format.get("udp_profile_lidar"))
        .map(JsonElement::getAsString)
        .orElse("LEGACY");
    profile = OusterProfile.named(layout)
        .orElseThrow(() -> new InputException(path + ": lidar packets of profile '" + layout
            + "' are not known; known are " + OusterProfile.names()));
    lidarPort = member(path, json, "udp_port_lidar").getAsInt();
    imuPort = member(path, json, "udp_port_imu").getAsInt();
  }

  static OusterSensor read(Path path) throws IOException {
    if (Files.size(path) > BYTES_MAX) {
      throw new InputException(path + ": is larger than " + BYTES_MAX + " bytes");
    }
    try {
      return new OusterSensor(
          path, JsonParser.parseString(Files.readString(path)).getAsJsonObject());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException e) {
      throw new InputException(path + ": is no metadata of an Ouster sensor: " + e.getMessage(), e);
    }
  }

  private static JsonElement member(Path path, JsonObject json, String name) {
    JsonElement value = json.get(name);
    if (value == null) {
      throw new InputException(path + ": has no '" + name + "'");
    }
    return value;
  }

  private static double[] numbers(Path path, JsonObject json, String name) {
    JsonArray array = member(path, json, name).getAsJsonArray();
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).getAsDouble();
      if (!Double.isFinite(numbers[i])) {
        throw new InputException(path + ": '" + name + "' holds " + numbers[i]);
      }
    }
    return numbers;
  }

  private static double[] angles(Path path, JsonObject json, String name) {
    double[] angles = numbers(path, json, name);
    for (int i = 0; i < angles.length; i++) {
      angles[i] = StrictMath.toRadians(angles[i]);
    }
    return angles;
  }

  String name() {
    return name;
  }

  int beams() {
    return altitudes.length;
  }

  /** Above the horizon, rad; beams count from top to bottom. */
  double altitude(int beam) {
    return altitudes[beam];
  }

  /** Against the encoder, rad, clockwise from above. */
  double azimuth(int beam) {
    return azimuths[beam];
  }

  /** How far from the axis the beams begin. */
  double beamOriginM() {
    return beamOriginM;
  }

  /** A point of the lidar's frame in the sensor's. */
  Vec3 fromLidar(double x, double y, double z) {
    return new Vec3(row(0, x, y, z), row(4, x, y, z), row(8, x, y, z));
  }

  private double row(int at, double x, double y, double z) {
    return transform[at] * x
        + transform[at + 1] * y
        + transform[at + 2] * z
        + transform[at + 3] * MM;
  }

  int columnsPerFrame() {
    return columnsPerFrame;
  }

  int columnsPerPacket() {
    return columnsPerPacket;
  }

  double revolutionsPerS() {
    return revolutionsPerS;
  }

  OusterProfile profile() {
    return profile;
  }

  int lidarPort() {
    return lidarPort;
  }

  int imuPort() {
    return imuPort;
  }
}
