package io.camber.viewer;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.bus.MalformedMessageException;
import io.camber.diagnostics.InputException;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.scene.MapFile;
import io.camber.sensing.CameraCalibration;
import io.camber.vehicle.VehicleDescription;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import io.camber.viewer.drive.DriveSpan;
import io.camber.viewer.drive.DriveTopic;
import io.camber.viewer.picture.Clock;
import io.camber.viewer.picture.Json;
import io.camber.viewer.picture.MapPicture;
import io.camber.viewer.picture.Roles;
import io.camber.viewer.picture.Series;
import io.camber.viewer.picture.SparseRows;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One drive on show: what the page must know before it draws, and the map, which is drawn once. */
final class ViewedDrive implements Closeable {
  private static final String RESULT = "result.json";
  private static final String REPORT = "report.html";

  private final DriveSource source;
  private byte @Nullable [] map;

  ViewedDrive(DriveSource source) {
    this.source = source;
  }

  DriveSource source() {
    return source;
  }

  Roles roles() {
    return Roles.of(source);
  }

  Clock clock() {
    return new Clock(source.span().epochNs());
  }

  Optional<Path> report() {
    return source.folder().map(folder -> folder.resolve(REPORT)).filter(Files::isRegularFile);
  }

  /** In how many parts the courses of its plots come. */
  int seriesParts() throws IOException {
    return Series.parts(logBytes());
  }

  /** In how many pieces what happens seldom is asked for. */
  int sparsePieces() throws IOException {
    return SparseRows.pieces(logBytes());
  }

  private long logBytes() throws IOException {
    Optional<Path> file = source.file();
    return file.isPresent() ? Files.size(file.get()) : 0;
  }

  /** Name, times, topics, sensors, the car, the verdict. */
  void describe(Json json) throws IOException {
    DriveSpan span = source.span();
    Clock clock = clock();
    json.object().name("name").text(source.name());
    json.name("epochNs").text(Long.toString(span.epochNs()));
    json.name("start").number(clock.seconds(span.startNs()));
    json.name("end").number(clock.seconds(span.endNs()));
    json.name("isGrowing").flag(span.isGrowing());
    json.name("hasReport").flag(report().isPresent());
    json.name("hasLog").flag(source.file().isPresent());
    json.name("seriesParts").whole(seriesParts());
    json.name("sparsePieces").whole(sparsePieces());
    json.name("topics").array();
    for (DriveTopic topic : source.topics()) {
      json.array()
          .text(topic.name())
          .text(topic.schema().name())
          .whole(topic.count())
          .endArray();
    }
    json.endArray().name("notes").array();
    source.notes().forEach(json::text);
    json.endArray().name("sweeps").array();
    roles().sweeps().forEach(json::text);
    json.endArray().name("cameras").array();
    for (String topic : roles().images()) {
      camera(json, topic, span.endNs());
    }
    json.endArray().name("vehicle");
    vehicle(json, span.endNs());
    json.name("result").raw(result()).endObject();
  }

  /** Topic; then, where it is known, pose, size, focal lengths, centre and distortion. */
  private void camera(Json json, String topic, long atNs) throws IOException {
    json.array().text(topic);
    Optional<DriveMessage> message = source.latest(Roles.calibrationOf(topic), atNs);
    if (message.isPresent()) {
      CameraCalibration found = message.get().decode(Topics.CAMERA_CALIBRATION);
      var pose = found.baseFromCamera();
      json.number(pose.x()).number(pose.y()).number(pose.z());
      json.fine(pose.yaw()).fine(pose.pitch()).fine(pose.roll());
      json.whole(found.width()).whole(found.height());
      json.number(found.focalXPx()).number(found.focalYPx());
      json.number(found.centerXPx()).number(found.centerYPx());
      json.fine(found.k1()).fine(found.k2());
    }
    json.endArray();
  }

  /** Length, width, height, wheelbase, rear overhang; a mid-size car when the drive is silent. */
  private void vehicle(Json json, long atNs) throws IOException {
    VehicleDescription car = source
        .latest(Topics.VEHICLE_DESCRIPTION.name(), atNs)
        .map(message -> message.decode(Topics.VEHICLE_DESCRIPTION))
        .orElseGet(VehicleDescription::midSizeCar);
    json.array().number(car.lengthM()).number(car.widthM()).number(car.heightM());
    json.number(car.wheelbaseM()).number(car.rearOverhangM()).endArray();
  }

  private String result() {
    Optional<Path> file =
        source.folder().map(folder -> folder.resolve(RESULT)).filter(Files::isRegularFile);
    if (file.isEmpty()) {
      return "null";
    }
    try {
      JsonElement result = JsonParser.parseString(Files.readString(file.get()));
      return result.toString();
    } catch (IOException | JsonParseException e) {
      return "null";
    }
  }

  /** The map as the page draws it; empty while there is none. */
  synchronized Optional<byte[]> map() throws IOException {
    if (map == null) {
      Optional<DriveMessage> message =
          source.latest(Topics.MAP.name(), source.span().endNs());
      if (message.isEmpty()) {
        return Optional.empty();
      }
      try {
        MapFile file = message.get().decode(Topics.MAP);
        map = MapPicture.of(RoadMap.parse(file.name(), file.content()));
      } catch (InputException | MalformedMessageException e) {
        String problem = new Json()
            .object()
            .name("problem")
            .text(String.valueOf(e.getMessage()))
            .endObject()
            .toString();
        map = problem.getBytes(StandardCharsets.UTF_8);
      }
    }
    return Optional.ofNullable(map);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
