package io.camber.app.command.option;

import io.camber.bus.Envelope;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.bus.transport.Payload;
import io.camber.messages.EnvelopeCodec;
import io.camber.viewer.Viewer;
import io.camber.viewer.drive.LiveDrive;
import io.camber.viewer.web.WebConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Shows a run of this process while it happens. */
public final class LiveView implements MessageListener, AutoCloseable {
  /** About half a minute of a drive with lidar and camera. */
  public static final long BYTES_MAX = 512L << 20;

  private final LiveDrive drive;
  private final Viewer viewer;

  private LiveView(LiveDrive drive, Viewer viewer) {
    this.drive = drive;
    this.viewer = viewer;
  }

  /** Starts to serve and says where. */
  public static LiveView open(String name, WebConfig config, PrintWriter err) {
    LiveDrive drive = new LiveDrive(name, BYTES_MAX);
    LiveView view = new LiveView(drive, Viewer.serve(List.of(drive), config));
    err.println("  view  " + view.viewer.uri());
    err.flush();
    return view;
  }

  @Override
  public void onMessage(BusMessage<?> message) {
    Optional<Payload> payload = message.payload();
    if (payload.isPresent()) {
      Envelope envelope = message.envelope();
      long timeNs = envelope.publishTimeNs();
      drive.add(
          message.topic().codec().schema(),
          envelope.topic(),
          envelope.publisher(),
          timeNs,
          Arrays.copyOf(payload.get().array(), payload.get().length()));
      drive.add(
          EnvelopeCodec.schema(),
          EnvelopeCodec.TOPIC,
          "bus",
          timeNs,
          EnvelopeCodec.encode(envelope));
    }
  }

  /** The run is over: its verdict can be seen as well. */
  public void finish(Optional<Path> folder) {
    drive.finish(folder.map(Path::toAbsolutePath));
  }

  @Override
  public void close() {
    viewer.close();
  }
}
