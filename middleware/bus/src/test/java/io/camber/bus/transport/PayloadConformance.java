package io.camber.bus.transport;

import static io.camber.bus.transport.Payloads.filled;
import static io.camber.bus.transport.Payloads.isFilled;
import static io.camber.bus.transport.WirePair.poll;
import static io.camber.bus.transport.WirePair.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Qos;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the bytes of a message on a wire. */
interface PayloadConformance {
  WirePair wires();

  @Test
  default void showsCommittedBytesOnlyAndNeverAnAbortedClaim() {
    WireReader reader = wires().reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = wires().writer(topic("/a", Qos.RESULT), "a");
    List<String> got = new ArrayList<>();

    claim(writer, 0, 1000).put((byte) 1);
    writer.abort();
    claim(writer, 1, 1000).put((byte) 2);
    writer.commit(1);
    claim(writer, 2, 8).putLong(42);
    writer.commit(8);
    poll(
        reader,
        (publisher, head, payload) -> got.add(
            head.sequence() + ":" + payload.remaining() + ":" + payload.get(payload.position())),
        () -> got.size() == 2);

    assertThat(got).containsExactly("1:1:2", "2:8:42");
  }

  private ByteBuffer claim(WireWriter writer, long sequence, int length) {
    ByteBuffer claimed = writer.claim(wires().header().set(sequence, 0, 0), length);
    if (claimed == null) {
      throw new AssertionError("claim refused");
    }
    assertThat(claimed.remaining()).isEqualTo(length);
    assertThat(claimed.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    return claimed;
  }

  @Test
  default void keepsALoanedPayloadUntilItIsGivenBack() {
    WireReader reader = wires().reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = wires().writer(topic("/a", Qos.RESULT), "a");
    List<Loan> loans = new ArrayList<>();

    writer.send(wires().header().set(0, 0, 0), filled(3000, 0));
    poll(reader, (p, head, payload) -> loans.add(reader.loan()), () -> !loans.isEmpty());
    for (int i = 1; i < 10; i++) {
      writer.send(wires().header().set(i, 0, 0), filled(3000, i));
    }
    poll(reader, wires()::note, () -> wires().seen().contains(9L));

    assertThat(isFilled(loans.get(0).payload(), 3000, 0)).isTrue();
    loans.get(0).close();
  }

  @Test
  default void carriesTheLargestPayloadAndRefusesALargerOne() {
    WireReader reader = wires().reader(topic("/a", Qos.LATCHED), "b");
    WireWriter writer = wires().writer(topic("/a", Qos.LATCHED), "a");
    List<Boolean> right = new ArrayList<>();

    writer.send(wires().header().set(0, 0, 0), filled(WireWriter.PAYLOAD_BYTES_MAX, 3));
    poll(
        reader,
        (p, head, payload) -> right.add(isFilled(payload, WireWriter.PAYLOAD_BYTES_MAX, 3)),
        () -> !right.isEmpty());

    assertThat(right).containsExactly(true);
    assertThatThrownBy(
            () -> writer.send(wires().header(), filled(WireWriter.PAYLOAD_BYTES_MAX + 1, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
