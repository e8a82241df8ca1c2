package io.camber.viewer;

import io.camber.viewer.drive.DriveSource;
import io.camber.viewer.foxglove.FoxgloveFeed;
import io.camber.viewer.web.Sockets;
import io.camber.viewer.web.WebConfig;
import io.camber.viewer.web.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Shows one drive, or two beside each other, until it is closed; then it closes the drives as well. */
public final class Viewer implements AutoCloseable {
  private final List<ViewedDrive> drives;
  private final Optional<FoxgloveFeed> feed;
  private final WebServer server;

  private Viewer(List<ViewedDrive> drives, Optional<FoxgloveFeed> feed, WebServer server) {
    this.drives = drives;
    this.feed = feed;
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @throws io.camber.diagnostics.InputException when the port is taken
   */
  public static Viewer serve(List<? extends DriveSource> sources, WebConfig config) {
    List<ViewedDrive> drives =
        sources.stream().map(source -> new ViewedDrive(source)).toList();
    Optional<FoxgloveFeed> feed = sources.stream().findFirst().map(FoxgloveFeed::of);
    DriveSite site = new DriveSite(drives);
    try {
      Viewer viewer = new Viewer(
          drives, feed, WebServer.start(config, site, feed.map(spoken -> (Sockets) spoken)));
      Thread rehearsal =
          new Thread(() -> Rehearsal.of(viewer.uri(), drives), "camber-view-rehearsal");
      rehearsal.setDaemon(true);
      rehearsal.start();
      return viewer;
    } catch (RuntimeException e) {
      feed.ifPresent(FoxgloveFeed::close);
      throw e;
    }
  }

  /** The address to open in a browser. */
  public URI uri() {
    return server.uri();
  }

  /** The address for programs that speak the Foxglove WebSocket protocol; they get the first drive. */
  public URI socketUri() {
    return server.socketUri();
  }

  @Override
  public void close() {
    server.close();
    feed.ifPresent(FoxgloveFeed::close);
    try {
      for (ViewedDrive drive : drives) {
        drive.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
