package io.camber.viewer;

import io.camber.viewer.web.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of the page, which come with the program; each is read once. The first page names the others by addresses that hold
 * a digest of them all, so that a browser that has them need not ask whether they are still the same.
 */
final class PageFiles {
  private static final Map<String, String> TYPES = Map.of(
      "html", "text/html; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "css", "text/css; charset=utf-8",
      "svg", "image/svg+xml");

  private static final String INDEX = "index.html";

  /** Stands in the first page where the digest belongs. */
  private static final String PLACE = "/VERSION/";

  private static final Pattern LINKED = Pattern.compile("\"" + PLACE + "([^\"]+)\"");

  /** What scripts load by themselves, after the first picture. */
  private static final List<String> LATER =
      List.of("app/charts.js", "app/decoder.js", "vendor/uplot/uPlot.esm.js");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
  private static final int DEPTH_MAX = 3;

  private final Map<String, Response> kept = new ConcurrentHashMap<>();
  private @Nullable String version;

  Optional<Response> answer(List<String> path) throws IOException {
    if (path.isEmpty()) {
      return file(INDEX, false);
    }
    boolean isForGood = path.get(0).equals(version());
    List<String> names = isForGood ? path.subList(1, path.size()) : path;
    if (names.isEmpty()
        || names.size() > DEPTH_MAX
        || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
      return Optional.empty();
    }
    return file(String.join("/", names), isForGood);
  }

  private Optional<Response> file(String name, boolean isForGood) throws IOException {
    String key = isForGood + name;
    Response known = kept.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    Optional<byte[]> found = type == null ? Optional.empty() : read(name);
    if (type == null || found.isEmpty()) {
      return Optional.empty();
    }
    byte[] body = name.equals(INDEX)
        ? text(found.get()).replace(PLACE, "/" + version() + "/").getBytes(StandardCharsets.UTF_8)
        : found.get();
    Response read = new Response.Asset(
        type, ByteBuffer.wrap(body), '"' + digest(sha256().digest(body)) + '"', isForGood);
    kept.put(key, read);
    return Optional.of(read);
  }

  /** A digest of everything that the first page names, and of what that loads. */
  private synchronized String version() throws IOException {
    if (version == null) {
      MessageDigest all = sha256();
      for (String name : linked()) {
        all.update(name.getBytes(StandardCharsets.UTF_8));
        all.update(read(name)
            .orElseThrow(() -> new IOException("the page names " + name + ", which is not there")));
      }
      version = "v-" + digest(all.digest());
    }
    return version;
  }

  static List<String> linked() throws IOException {
    List<String> names = new ArrayList<>(LATER);
    Matcher matcher = LINKED.matcher(text(read(INDEX).orElseThrow()));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static Optional<byte[]> read(String name) throws IOException {
    try (InputStream in = PageFiles.class.getResourceAsStream("page/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static String digest(byte[] hash) {
    return HexFormat.of().formatHex(hash, 0, 12);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
