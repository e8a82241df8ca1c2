package io.camber.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Schema;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages made to cost their reader memory (SEC-04). */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
final class MessageBudgetTest {
  private static final Schema TRACKS = Topics.TRACKS.codec().schema();

  @Test
  void refusesMillionsOfEmptyMessages() {
    int field = MessageDescriptors.of(TRACKS).findFieldByName("tracks").getNumber();
    byte[] bytes = new byte[8 << 20];
    for (int i = 0; i < bytes.length; i += 2) {
      bytes[i] = (byte) (field << 3 | 2);
    }

    long before = used();
    assertThatThrownBy(() -> MessageText.of(TRACKS, ByteBuffer.wrap(bytes)))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("refused");
    assertThat(used() - before).isLessThan(64 << 20);
  }

  @Test
  void refusesAMillionUnknownFields() {
    byte[] bytes = new byte[8_000_000];
    for (int i = 0; i < bytes.length; i += 4) {
      bytes[i] = (byte) 0xF8;
      bytes[i + 1] = (byte) (0x80 | ((i >> 2) & 0x7F));
      bytes[i + 2] = 0x7F;
    }

    assertThatThrownBy(() -> MessageText.of(TRACKS, ByteBuffer.wrap(bytes)))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void refusesWhatIsCutAnywhere() {
    byte[] sound = ByteString.copyFromUtf8("x").toByteArray();
    byte[] nested = new byte[400];
    Arrays.fill(nested, (byte) 0x0A);

    assertThatThrownBy(() -> MessageText.of(TRACKS, ByteBuffer.wrap(nested)))
        .isInstanceOf(MalformedMessageException.class);
    assertThatThrownBy(() -> MessageText.of(TRACKS, ByteBuffer.wrap(sound)))
        .isInstanceOf(MalformedMessageException.class);
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
