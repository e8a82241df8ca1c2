package io.camber.app.traffic.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layouts as https://sumo.dlr.de/docs/TraCI/Protocol.html tells them. */
class TraciMessageTest {
  private static TraciAnswer answer(byte[] bytes) throws IOException {
    return TraciAnswer.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void aShortCommandHasItsLengthInOneByte() {
    byte[] bytes = new TraciMessage().command(0x02, out -> out.writeDouble(1.5)).bytes();

    // 4 of the message's length, 1 of the command's, 1 of its id, 8 of the double 0x3FF8...
    assertThat(bytes).containsExactly(0, 0, 0, 14, 10, 2, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void aLongCommandHasItsLengthInFourBytesAfterAZero() {
    byte[] bytes =
        new TraciMessage().command(0x02, out -> out.write(new byte[300])).bytes();

    // 300 + 1 zero, 4 length, 1 id = 306 = 0x132; the message has 4 more
    assertThat(bytes).hasSize(310).startsWith(0, 0, 1, 0x36, 0, 0, 0, 1, 0x32, 2);
  }

  @Test
  void valuesComeBackAsTheyWereWritten() throws IOException {
    byte[] bytes = new TraciMessage()
        .command(0xB4, out -> {
          TraciMessage.doubleValue(out, -2.25);
          TraciMessage.intValue(out, 7);
          TraciMessage.stringsValue(out, List.of("a", "ü"));
        })
        .bytes();

    TraciAnswer answer = answer(bytes);

    assertThat(answer.commandId()).isEqualTo(0xB4);
    assertThat(answer.number()).isEqualTo(-2.25);
    assertThat(answer.number()).isEqualTo(7.0);
    assertThat(answer.strings()).containsExactly("a", "ü");
  }

  @Test
  void aRefusalTellsWhatSumoSays() throws IOException {
    byte[] refusal = new TraciMessage()
        .command(0xC4, out -> {
          out.writeByte(0xFF);
          TraciMessage.string(out, "Vehicle 'x' is not known.");
        })
        .bytes();

    assertThatThrownBy(() -> answer(refusal).expectOk(0xC4))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Vehicle 'x' is not known.");
  }

  @Test
  void anAnswerThatIsCutShortIsNoAnswer() {
    byte[] bytes = {0, 0, 0, 9, 1};

    assertThatThrownBy(() -> answer(bytes)).isInstanceOf(EOFException.class);
  }
}
