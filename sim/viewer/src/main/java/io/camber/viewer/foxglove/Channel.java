package io.camber.viewer.foxglove;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.camber.bus.Schema;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveTopic;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * One topic as clients see it.
 *
 * @param source the topic of the drive it is made of, or is
 * @param derived how it is made; empty when it is the topic itself
 */
record Channel(int id, String topic, String source, Schema schema, Optional<Derived> derived) {
  /** A topic of the drive, byte for byte. */
  static Channel of(int id, DriveTopic topic) {
    return new Channel(id, topic.name(), topic.name(), topic.schema(), Optional.empty());
  }

  static Channel of(int id, Derived derived) {
    return new Channel(
        id,
        derived.topic(),
        derived.source(),
        WellKnown.schema(derived.type()),
        Optional.of(derived));
  }

  /** What clients get for a message of the source; empty when it cannot be made. */
  Optional<ByteString> payload(DriveMessage message) {
    if (derived.isEmpty()) {
      return Optional.of(ByteString.copyFrom(message.payload().duplicate()));
    }
    Optional<? extends Message> made = derived.get().make().apply(message);
    return made.map(Message::toByteString);
  }

  /** As {@code advertise} wants the schema. */
  String schemaText() {
    ByteBuffer description = schema.description().duplicate();
    byte[] bytes = new byte[description.remaining()];
    description.get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
