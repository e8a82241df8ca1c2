package io.camber.bus.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.MalformedMessageException;
import io.camber.bus.Origin;
import io.camber.bus.Origins;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginBytesTest {
  private static final Origins TWO = Origins.of(List.of(
      new Origin("/sensor/imu", 7, -3), new Origin("/sensor/lidar/top/sweep", 2, 1L << 60)));

  @Test
  void originsComeBack() {
    WireHeader header = new WireHeader();

    new OriginBytes().encode(TWO, header);

    assertThat(OriginBytes.decode(header)).isEqualTo(TWO);
  }

  @Test
  void theOldestComesBackBesideTheNewest() {
    Origins origins = TWO.merge(Origins.of(new Origin("/sensor/imu", 5, -9)));
    WireHeader header = new WireHeader();

    new OriginBytes().encode(origins, header);

    assertThat(OriginBytes.decode(header)).isEqualTo(origins);
    assertThat(OriginBytes.decode(header).oldest().get(0))
        .isEqualTo(new Origin("/sensor/imu", 5, -9));
  }

  @Test
  void noOriginsComeBackAsNone() {
    WireHeader header = new WireHeader();
    OriginBytes bytes = new OriginBytes();

    bytes.encode(TWO, header);
    bytes.encode(Origins.NONE, header);

    assertThat(header.originLength()).isZero();
    assertThat(OriginBytes.decode(header)).isEqualTo(Origins.NONE);
  }

  @Test
  void aCountOfZeroIsNoneToo() {
    WireHeader header = new WireHeader();
    header.resizeOrigins(1)[0] = 0;

    assertThat(OriginBytes.decode(header)).isEqualTo(Origins.NONE);
  }

  @Test
  void refusesEveryTruncation() {
    WireHeader whole = new WireHeader();
    new OriginBytes().encode(TWO, whole);

    for (int length = 1; length < whole.originLength(); length++) {
      WireHeader cut = new WireHeader();
      System.arraycopy(whole.originBytes(), 0, cut.resizeOrigins(length), 0, length);
      assertThatThrownBy(() -> OriginBytes.decode(cut))
          .as("cut to %d bytes", length)
          .isInstanceOf(MalformedMessageException.class);
    }
  }
}
