package io.camber.viewer;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the server for what a page asks first, as a browser would and before there is one, so that the first picture does not
 * wait for a Java machine that has never answered. Maps and the page's files are kept for whoever asks.
 */
final class Rehearsal {
  private static final int PATIENCE_MS = 10_000;
  private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");

  private final URI uri;
  private final String token;

  private Rehearsal(URI uri) {
    this.uri = uri;
    this.token = uri.getQuery().substring(uri.getQuery().indexOf('=') + 1);
  }

  /** {@code uri} is the address that people open. */
  static void of(URI uri, List<ViewedDrive> drives) {
    if (drives.stream().anyMatch(drive -> drive.source().span().isGrowing())) {
      return; // who drives has no time to spare
    }
    try {
      new Rehearsal(uri).all(drives);
    } catch (IOException | RuntimeException e) {
      // Nobody waits for these answers: whoever asks for the same hears what is wrong.
    }
  }

  private void all(List<ViewedDrive> drives) throws IOException {
    get(uri.getPath() + "?" + uri.getQuery());
    for (int i = 0; i < drives.size(); i++) {
      String drive = "/api/drives/" + i;
      get("/api/drives");
      get(drive + "/map");
      get(drive + "/window?from=0&to=0.3");
      for (String topic : drives.get(i).roles().sweeps()) {
        String name = URLEncoder.encode(topic, StandardCharsets.UTF_8);
        get(drive + "/sweeps?topic=" + name + "&to=1&newest=1");
      }
    }
    Matcher linked = LINKED.matcher(get("/"));
    while (linked.find()) {
      get(linked.group(1));
    }
  }

  private String get(String target) throws IOException {
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      String request = "GET " + target + " HTTP/1.1\r\nHost: " + uri.getAuthority()
          + "\r\nCookie: camber-" + uri.getPort() + "=" + token + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
