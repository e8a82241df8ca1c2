package io.camber.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.camber.messages.Topics;
import io.camber.viewer.drive.LoggedDrive;
import io.camber.viewer.drive.SmallDrive;
import io.camber.viewer.web.WebConfig;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ViewerTest {
  private final HttpClient person = HttpClient.newBuilder()
      .cookieHandler(new CookieManager())
      .followRedirects(HttpClient.Redirect.NORMAL)
      .build();
  private Path log = Path.of("");
  private Viewer viewer = unopened();

  private static Viewer unopened() {
    return Viewer.serve(List.of(), new WebConfig("127.0.0.1", 0, Set.of()));
  }

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    viewer.close();
    log = folder.resolve("drive.mcap");
    SmallDrive.write(log, 3.0);
    Files.writeString(
        folder.resolve("result.json"), "{\"scenario\":\"</script><b>x\",\"outcome\":\"PASS\"}");
    Files.writeString(
        folder.resolve("report.html"),
        "<html><span class=\"moment\" data-at=\"1.50\">1.50 s</span></html>");
    viewer =
        Viewer.serve(List.of(LoggedDrive.open(folder)), new WebConfig("127.0.0.1", 0, Set.of()));
    person.send(request(viewer.uri()).build(), HttpResponse.BodyHandlers.discarding());
  }

  @AfterEach
  void close() {
    viewer.close();
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return person.send(
        request(viewer.uri().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void tellsWhatThereIsToSee() throws Exception {
    JsonObject drive = JsonParser.parseString(get("/api/drives").body())
        .getAsJsonObject()
        .getAsJsonArray("drives")
        .get(0)
        .getAsJsonObject();

    assertThat(drive.get("end").getAsDouble()).isEqualTo(3.0);
    assertThat(drive.getAsJsonArray("sweeps").get(0).getAsString())
        .isEqualTo(Topics.LIDAR_SWEEP.name());
    assertThat(drive.getAsJsonObject("result").get("outcome").getAsString()).isEqualTo("PASS");
    assertThat(drive.getAsJsonArray("vehicle").get(0).getAsDouble()).isEqualTo(4.7);
  }

  @Test
  void aWindowHasTheRowsOfItsTime() throws Exception {
    JsonObject streams = JsonParser.parseString(
            get("/api/drives/0/window?from=1&to=1.5").body())
        .getAsJsonObject()
        .getAsJsonObject("streams");

    assertThat(streams.getAsJsonArray("tracks")).hasSize(6);
    assertThat(streams.getAsJsonArray("ego").size()).isBetween(24, 27);
    var track = streams.getAsJsonArray("tracks").get(0).getAsJsonArray();
    assertThat(track.get(0).getAsDouble()).isEqualTo(1.0);
    var object = track.get(2).getAsJsonArray().get(0).getAsJsonArray();
    assertThat(object.get(0).getAsInt()).isEqualTo(SmallDrive.TRACK);
    assertThat(object.get(2).getAsDouble()).isEqualTo(20.0 + SmallDrive.GAP_M);
    var latency = streams.getAsJsonArray("latency").get(0).getAsJsonArray();
    assertThat(latency.get(0).getAsDouble() - latency.get(3).getAsDouble())
        .isCloseTo(0.08, within(1e-9));
  }

  @Test
  void noWindowIsTheWholeDrive() throws Exception {
    String body = get("/api/drives/0/window?from=0&to=1000000").body();

    assertThat(JsonParser.parseString(body).getAsJsonObject().get("to").getAsDouble())
        .isLessThanOrEqualTo(10.0);
    assertThat(get("/api/drives/0/window?from=NaN&to=x").statusCode()).isEqualTo(200);
  }

  @Test
  void mapSeriesSparseRowsAndImagesCome() throws Exception {
    JsonObject map = JsonParser.parseString(get("/api/drives/0/map").body()).getAsJsonObject();
    assertThat(map.getAsJsonArray("lanes")).hasSize(1);
    assertThat(get("/api/drives/0/series").body()).contains("\"motion\"");
    assertThat(get("/api/drives/0/sparse").body()).contains("tracking", "\\u003ci\\u003e");
    HttpResponse<byte[]> images = person.send(
        request(viewer
                .uri()
                .resolve("/api/drives/0/images?from=1&to=1.15&topic=" + Topics.CAMERA_IMAGE.name()))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
    assertThat(Arrays.copyOfRange(images.body(), 20, 23)).containsExactly(0xff, 0xd8, 0xff);
  }

  @Test
  void aFileOfThePageIsSentOnceAndThenOnlyConfirmed() throws Exception {
    URI script = viewer.uri().resolve("/main.js");
    HttpResponse<String> first = get("/main.js");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = person.send(
        request(script).header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.ofString());
    HttpResponse<String> changed = person.send(
        request(script).header("If-None-Match", "\"other\"").build(),
        HttpResponse.BodyHandlers.ofString());

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(changed.body()).isEqualTo(first.body()).isNotEmpty();
    assertThat(get("/api/drives").headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void everyAnswerCarriesTheGuardingHeaders() throws Exception {
    for (String path : List.of("/", "/api/drives", "/nothing", "/main.js", "/report/0")) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe-eval");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    }
  }

  @Test
  void nobodyWithoutTokenSeesAnything() throws Exception {
    HttpClient stranger = HttpClient.newHttpClient();
    for (String path : List.of("/", "/api/drives", "/log/0/drive.mcap", "/main.js")) {
      HttpResponse<String> answer = stranger.send(
          request(viewer.uri().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(answer.body()).doesNotContain("camber.v1");
    }
  }

  @Test
  void aStrangePageIsRefusedThoughTheBrowserSendsTheCookie() throws Exception {
    for (String origin : List.of("https://evil.example", "null", "http://localhost:1")) {
      HttpResponse<String> answer = person.send(
          request(viewer.uri().resolve("/api/drives")).header("Origin", origin).build(),
          HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(origin).isEqualTo(403);
    }
  }

  @Test
  void theLogComesPieceByPiece() throws Exception {
    byte[] all = Files.readAllBytes(log);
    HttpResponse<byte[]> piece = person.send(
        request(viewer.uri().resolve("/log/0/drive.mcap"))
            .header("Range", "bytes=100-299")
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());

    assertThat(piece.statusCode()).isEqualTo(206);
    assertThat(piece.headers().firstValue("Content-Range")).contains("bytes 100-299/" + all.length);
    assertThat(piece.body()).isEqualTo(Arrays.copyOfRange(all, 100, 300));
    HttpResponse<byte[]> whole = person.send(
        request(viewer.uri().resolve("/log/0/drive.mcap")).build(),
        HttpResponse.BodyHandlers.ofByteArray());
    assertThat(whole.body()).isEqualTo(all);
  }

  @Test
  void pathsLeadNowhereButToThePage() throws Exception {
    for (String path : List.of(
        "/..%2f..%2fViewer.class",
        "/app/..%2fViewer.class",
        "/Viewer.class",
        "/%00",
        "/api/drives/1/window",
        "/api/drives/-1/map",
        "/log/9/x")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(get("/vendor/three/three.core.min.js").statusCode()).isEqualTo(200);
  }

  @Test
  void whatThePageNamesIsKeptForGoodUnderADigestOfItAll() throws Exception {
    Matcher named =
        Pattern.compile("src=\"(/v-[0-9a-f]+)/main.js\"").matcher(get("/").body());
    assertThat(named.find()).isTrue();
    URI kept = viewer.uri().resolve(named.group(1) + "/vendor/three/three.core.min.js");

    HttpResponse<String> script =
        person.send(request(kept).build(), HttpResponse.BodyHandlers.ofString());

    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.headers().firstValue("Cache-Control"))
        .contains("private, max-age=31536000, immutable");
    assertThat(get("/").headers().firstValue("Cache-Control")).contains("private, no-cache");
    assertThat(get("/v-000000000000000000000000/main.js").statusCode()).isEqualTo(404);
    assertThat(get(named.group(1) + "/..%2f..%2fViewer.class").statusCode()).isEqualTo(404);
  }

  @Test
  void theDigestIsOfEveryFile() throws Exception {
    Path page = Path.of("src/main/resources/io/camber/viewer/page");
    try (Stream<Path> files = Files.walk(page)) {
      assertThat(files
              .filter(Files::isRegularFile)
              .map(file -> page.relativize(file).toString())
              .filter(name -> !name.equals("index.html") && !name.endsWith("LICENSE")))
          .containsExactlyInAnyOrderElementsOf(PageFiles.linked());
    }
  }

  @Test
  void aReportLinksItsMomentsToThePage() throws Exception {
    assertThat(get("/report/0").body())
        .contains("<a class=\"moment\" href=\"/#t=1.50s\">1.50 s</a>");
  }

  @Test
  void othersThanReadersAreRefused() throws Exception {
    HttpResponse<String> answer = person.send(
        request(viewer.uri().resolve("/api/drives"))
            .POST(HttpRequest.BodyPublishers.ofString("x", StandardCharsets.UTF_8))
            .build(),
        HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
  }
}
