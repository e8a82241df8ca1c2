package io.camber.messages;

import com.google.protobuf.InvalidProtocolBufferException;
import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Origin;
import io.camber.bus.Origins;
import io.camber.bus.Schema;
import java.nio.ByteBuffer;
import java.util.List;

/** The envelope as bytes, for transports and logs. */
public final class EnvelopeCodec {
  /** Topic on which logs and live views hold the envelope of each message, right behind it. */
  public static final String TOPIC = "/bus/envelope";

  private EnvelopeCodec() {}

  /** How the bytes are to be read. */
  public static Schema schema() {
    return ProtobufSchemas.schema(io.camber.messages.proto.Envelope.getDescriptor());
  }

  public static byte[] encode(Envelope value) {
    var proto = io.camber.messages.proto.Envelope.newBuilder()
        .setTopic(value.topic())
        .setPublisher(value.publisher())
        .setSequence(value.sequence())
        .setPublishTimeNs(value.publishTimeNs())
        .setMeasurementTimeNs(value.measurementTimeNs());
    for (Origin origin : value.origins().all()) {
      proto
          .addOriginsBuilder()
          .setSensorId(origin.sensorId())
          .setSequence(origin.sequence())
          .setMeasurementTimeNs(origin.measurementTimeNs());
    }
    return proto.build().toByteArray();
  }

  public static Envelope decode(ByteBuffer bytes) {
    try {
      var proto = io.camber.messages.proto.Envelope.parseFrom(bytes);
      List<Origin> origins = proto.getOriginsList().stream()
          .map(one -> new Origin(one.getSensorId(), one.getSequence(), one.getMeasurementTimeNs()))
          .toList();
      return new Envelope(
          proto.getTopic(),
          proto.getPublisher(),
          proto.getSequence(),
          proto.getPublishTimeNs(),
          proto.getMeasurementTimeNs(),
          Origins.of(origins));
    } catch (InvalidProtocolBufferException e) {
      throw new MalformedMessageException("not an envelope: " + e.getMessage(), e);
    }
  }
}
