package io.camber.viewer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-99, 0, 99",
    "bytes=10-, 10, 99",
    "bytes=-10, 90, 99",
    "bytes=-500, 0, 99",
    "bytes=50-500, 50, 99"
  })
  void onePieceIsTakenAsTheStandardSays(String header, long first, long last) {
    ByteRange.Asked asked = ByteRange.of(Optional.of(header), 100);

    assertThat(asked.isSatisfiable()).isTrue();
    assertThat(asked.piece()).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @CsvSource({"bytes=100-", "bytes=100-200", "bytes=7-3", "bytes=-0"})
  void whatLiesOutsideCannotBeHad(String header) {
    assertThat(ByteRange.of(Optional.of(header), 100).isSatisfiable()).isFalse();
  }

  @Test
  void severalPiecesOrNonsenseGetTheWhole() {
    for (String header : new String[] {"bytes=0-1,4-5", "bytes=-", "lines=1-2", "bytes=a-b"}) {
      ByteRange.Asked asked = ByteRange.of(Optional.of(header), 100);
      assertThat(asked.isSatisfiable()).as(header).isTrue();
      assertThat(asked.piece()).as(header).isEmpty();
    }
  }
}
