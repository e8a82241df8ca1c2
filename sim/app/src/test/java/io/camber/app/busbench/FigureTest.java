package io.camber.app.busbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
  @Test
  void roundTripsAreToldInNanosecondsAndKeptInMicroseconds() throws IOException {
    Figure figure = Figure.parse("{\"n\":12,\"p50\":1250,\"p99\":9000}\n");

    assertThat(figure).isEqualTo(new Figure(1.25, 0));
  }

  @Test
  void whatIsLoggedBeforeTheFigureDoesNotMatter() throws IOException {
    Figure figure =
        Figure.parse("[ Debug ] registered\n{\"n\":2,\"lost\":3,\"mb_s\":512.5}\nbye\n");

    assertThat(figure).isEqualTo(new Figure(512.5, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody came", "{\"n\":1}", "{\"p50\":0}", "{\"p50\":\"fast\"}", "{"})
  void whatIsNoFigureIsNotTakenForOne(String said) {
    assertThatThrownBy(() -> Figure.parse(said))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no figure");
  }
}
