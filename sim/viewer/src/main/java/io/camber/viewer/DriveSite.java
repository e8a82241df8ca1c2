package io.camber.viewer;

import io.camber.viewer.drive.DriveSource;
import io.camber.viewer.drive.DriveSpan;
import io.camber.viewer.picture.Clock;
import io.camber.viewer.picture.ImageFrames;
import io.camber.viewer.picture.Json;
import io.camber.viewer.picture.SceneWindow;
import io.camber.viewer.picture.Series;
import io.camber.viewer.picture.SparseRows;
import io.camber.viewer.picture.SweepFrames;
import io.camber.viewer.web.Request;
import io.camber.viewer.web.Response;
import io.camber.viewer.web.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the page asks for, under {@code /api/drives}: windows of a drive between two times in seconds, never a whole log.
 * {@code /log/N/NAME} is the log itself, piece by piece, {@code /report/N} the run's report.
 */
final class DriveSite implements Site {
  /** Longest window of each kind, so that an answer stays some megabytes. */
  private static final double SCENE_S_MAX = 10.0;

  private static final double FRAMES_S_MAX = 2.0;

  private final List<ViewedDrive> drives;
  private final PageFiles page = new PageFiles();

  DriveSite(List<ViewedDrive> drives) {
    this.drives = List.copyOf(drives);
  }

  @Override
  public Optional<Response> answer(Request request) throws IOException {
    List<String> path = request.path();
    if (path.size() >= 2 && path.get(0).equals("api") && path.get(1).equals("drives")) {
      return path.size() == 2 ? Optional.of(all()) : part(path, request);
    }
    if (path.size() == 3 && path.get(0).equals("log")) {
      return drive(path.get(1))
          .flatMap(drive -> drive.source().file())
          .map(file -> new Response.Log(file, "application/octet-stream"));
    }
    if (path.size() == 2 && path.get(0).equals("report")) {
      Optional<Path> report = drive(path.get(1)).flatMap(ViewedDrive::report);
      return report.isEmpty() ? Optional.empty() : Optional.of(ReportPage.of(report.get()));
    }
    return page.answer(path);
  }

  private Optional<ViewedDrive> drive(String index) {
    for (int i = 0; i < drives.size(); i++) {
      if (Integer.toString(i).equals(index)) {
        return Optional.of(drives.get(i));
      }
    }
    return Optional.empty();
  }

  private Response all() throws IOException {
    Json json = new Json().object().name("drives").array();
    for (ViewedDrive drive : drives) {
      drive.describe(json);
    }
    return Response.json(json.endArray().endObject().toBytes());
  }

  private Optional<Response> part(List<String> path, Request request) throws IOException {
    Optional<ViewedDrive> found = drive(path.get(2));
    if (found.isEmpty() || path.size() != 4) {
      return Optional.empty();
    }
    ViewedDrive drive = found.get();
    DriveSource source = drive.source();
    Clock clock = drive.clock();
    return switch (path.get(3)) {
      case "head" -> Optional.of(head(source, clock));
      case "map" -> drive.map().map(Response::json);
      case "sparse" -> {
        Window window = Window.of(request, drive, Double.POSITIVE_INFINITY);
        yield Optional.of(Response.json(
            SparseRows.of(source, clock, window.fromNs(), window.toNs(), drive.sparsePieces())));
      }
      case "series" -> {
        Window window = Window.of(request, drive, Double.POSITIVE_INFINITY);
        int parts = drive.seriesParts();
        int part = (int) Math.min(parts - 1, Math.max(0, request.number("part").orElse(0.0)));
        yield Optional.of(
            Response.json(Series.of(source, clock, window.fromNs(), window.toNs(), part, parts)));
      }
      case "window" -> {
        Window window = Window.of(request, drive, SCENE_S_MAX);
        yield Optional.of(Response.json(
            SceneWindow.of(source, drive.roles(), clock, window.fromNs(), window.toNs())));
      }
      case "sweeps" -> frames(request, drive, drive.roles().sweeps());
      case "images" -> frames(request, drive, drive.roles().images());
      default -> Optional.empty();
    };
  }

  private static Optional<Response> frames(Request request, ViewedDrive drive, List<String> topics)
      throws IOException {
    String topic = request.query().getOrDefault("topic", "");
    if (!topics.contains(topic)) {
      return Optional.empty();
    }
    Window window = Window.of(request, drive, FRAMES_S_MAX);
    if (!drive.roles().sweeps().contains(topic)) {
      return Optional.of(Response.binary(new ImageFrames(drive.source(), drive.clock(), topic)
          .between(window.fromNs(), window.toNs())));
    }
    SweepFrames sweeps = new SweepFrames(drive.source(), drive.clock(), topic);
    return Optional.of(Response.binary(
        request.query().containsKey("newest")
            ? sweeps.newest(drive.clock().timeNs(request.number("to").orElse(0.0)))
            : sweeps.between(window.fromNs(), window.toNs())));
  }

  private static Response head(DriveSource source, Clock clock) {
    DriveSpan span = source.span();
    Json json = new Json().object();
    json.name("start").fine(clock.seconds(span.startNs()));
    json.name("end").fine(clock.seconds(span.endNs()));
    json.name("isGrowing").flag(span.isGrowing());
    return Response.json(json.endObject().toBytes());
  }

  /** What a request asks of a drive's time. */
  private record Window(long fromNs, long toNs) {
    static Window of(Request request, ViewedDrive drive, double secondsMax) {
      Clock clock = drive.clock();
      DriveSpan span = drive.source().span();
      double from = request.number("from").orElse(clock.seconds(span.startNs()));
      double to = request.number("to").orElse(clock.seconds(span.endNs()));
      long fromNs = Math.max(span.startNs(), clock.timeNs(from));
      long toNs = Math.min(span.endNs(), clock.timeNs(Math.min(to, from + secondsMax)));
      return new Window(fromNs, toNs);
    }
  }
}
