package io.camber.viewer;

import io.camber.viewer.web.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the page, which come with the program. */
final class PageFiles {
  private static final Map<String, String> TYPES = Map.of(
      "html", "text/html; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "css", "text/css; charset=utf-8",
      "svg", "image/svg+xml");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
  private static final int DEPTH_MAX = 3;

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
    try (InputStream in = PageFiles.class.getResourceAsStream("page/" + String.join("/", names))) {
      return in == null
          ? Optional.empty()
          : Optional.of(new Response.Content(
              200, type, ByteBuffer.wrap(in.readAllBytes()), Response.OWN_CONTENT));
    }
  }
}
