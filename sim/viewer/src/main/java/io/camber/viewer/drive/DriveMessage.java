package io.camber.viewer.drive;

import io.camber.bus.Topic;
import java.nio.ByteBuffer;

/**
 * One message of a drive.
 *
 * @param publisher the node that published it, empty when unknown
 * @param timeNs when it was published, on the drive's clock
 * @param payload its bytes, from position to limit; the holder must not move them
 */
public record DriveMessage(String topic, String publisher, long timeNs, ByteBuffer payload) {
  /** The value, for topics of this system. */
  public <T> T decode(Topic<T> as) {
    return as.codec().decode(payload.duplicate());
  }
}
