package io.camber.app.simulation;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.Schema;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.bus.transport.Payload;
import io.camber.messages.EnvelopeCodec;
import io.camber.recording.Recorder;

/**
 * Records every message of a bus and, after each, its envelope: measurement times and origins, which the container has no
 * fields for.
 */
public final class BusRecording implements MessageListener {
  private static final Schema ENVELOPE_SCHEMA = EnvelopeCodec.schema();

  private final Recorder recorder;
  private long envelopes;

  /** Records with a recorder that somebody else closes. */
  public BusRecording(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public void onMessage(BusMessage<?> message) {
    Envelope envelope = message.envelope();
    Payload payload = message.payload().orElseThrow();
    recorder.record(
        message.topic().codec().schema(), envelope, payload.array(), 0, payload.length());
    byte[] bytes = EnvelopeCodec.encode(envelope);
    recorder.record(ENVELOPE_SCHEMA, ofEnvelope(envelope), bytes, 0, bytes.length);
  }

  private Envelope ofEnvelope(Envelope of) {
    return new Envelope(
        EnvelopeCodec.TOPIC,
        "bus",
        envelopes++,
        of.publishTimeNs(),
        of.measurementTimeNs(),
        Origins.NONE);
  }
}
