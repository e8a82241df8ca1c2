package io.camber.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.MalformedMessageException;
import io.camber.bus.Schema;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class MessageTextTest {
  private static final Schema REPORT = Topics.VEHICLE_REPORT.codec().schema();

  @Test
  void textOfPublishedBytesReadsBack() {
    byte[] bytes = MessageText.parse(REPORT, "speed_mps: 3.5");

    assertThat(MessageText.of(REPORT, ByteBuffer.wrap(bytes))).isEqualTo("speed_mps: 3.5\n");
  }

  @Test
  void unknownFieldsAreNamed() {
    assertThatThrownBy(() -> MessageText.parse(REPORT, "speed_mph: 3.5"))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("speed_mph");
  }

  @Test
  void brokenBytesAreRefused() {
    assertThatThrownBy(() ->
            MessageText.of(REPORT, ByteBuffer.wrap(new byte[] {(byte) 0xff, 1, 2})))
        .isInstanceOf(MalformedMessageException.class);
  }
}
