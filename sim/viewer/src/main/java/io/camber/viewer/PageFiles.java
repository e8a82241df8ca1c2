package io.camber.viewer;

import io.camber.viewer.web.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the page, which come with the program; each is read once. */
final class PageFiles {
  private static final Map<String, String> TYPES = Map.of(
      "html", "text/html; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "css", "text/css; charset=utf-8",
      "svg", "image/svg+xml");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
  private static final int DEPTH_MAX = 3;

  private final Map<String, Response> kept = new ConcurrentHashMap<>();

  Optional<Response> answer(List<String> path) throws IOException {
    List<String> names = path.isEmpty() ? List.of("index.html") : path;
    if (names.size() > DEPTH_MAX
        || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
      return Optional.empty();
    }
    String last = names.get(names.size() - 1);
    String type = TYPES.get(last.substring(last.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    String name = String.join("/", names);
    Response known = kept.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    try (InputStream in = PageFiles.class.getResourceAsStream("page/" + name)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] body = in.readAllBytes();
      Response read = new Response.Asset(type, ByteBuffer.wrap(body), tag(body));
      kept.put(name, read);
      return Optional.of(read);
    }
  }

  private static String tag(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
