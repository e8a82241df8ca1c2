package io.camber.app.simulation.watch;

import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.evaluation.report.DriveAlbum;
import io.camber.sensing.CameraImage;
import io.camber.truth.TruthFrame;

/** Fills the report's album from the bus. */
public final class Album implements MessageListener {
  private final DriveAlbum pictures = new DriveAlbum();

  @Override
  public void onMessage(BusMessage<?> message) {
    if (message.value() instanceof TruthFrame frame) {
      pictures.onTruth(frame);
    } else if (message.value() instanceof CameraImage image) {
      pictures.onImage(image);
    }
  }

  DriveAlbum pictures() {
    return pictures;
  }
}
