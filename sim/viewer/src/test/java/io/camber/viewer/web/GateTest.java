package io.camber.viewer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GateTest {
  private final Gate gate = new Gate(Set.of("https://viewer.example"));
  private final Optional<String> token = Optional.of(gate.token());

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:8765", "127.0.0.1:8765", "[::1]:8765", "LOCALHOST", "10.1.2.3"})
  void addressesAndLocalhostAreOwnNames(String host) {
    assertThat(gate.objection(Optional.of(host), Optional.empty(), token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:8765",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.1:8765:1",
        "evil@127.0.0.1",
        ""
      })
  void aNameThatCouldBeReboundIsRefused(String host) {
    assertThat(gate.objection(Optional.of(host), Optional.empty(), token)).isPresent();
  }

  @Test
  void pagesOfOthersAreRefusedEvenWithTheToken() {
    Optional<String> host = Optional.of("127.0.0.1:8765");

    assertThat(gate.objection(host, Optional.of("http://127.0.0.1:8765"), token))
        .isEmpty();
    assertThat(gate.objection(host, Optional.of("https://viewer.example"), token))
        .isEmpty();
    assertThat(gate.objection(host, Optional.of("http://localhost:3000"), token))
        .isEmpty();
    assertThat(gate.objection(host, Optional.of("https://evil.example"), token)).isPresent();
    assertThat(gate.objection(host, Optional.of("http://localhost.evil.example"), token))
        .isPresent();
    assertThat(gate.objection(host, Optional.of("null"), token)).isPresent();
  }

  @Test
  void withoutTheRightTokenNobodyPasses() {
    Optional<String> host = Optional.of("127.0.0.1:8765");

    assertThat(gate.objection(host, Optional.empty(), Optional.empty())).isPresent();
    assertThat(gate.objection(host, Optional.empty(), Optional.of(""))).isPresent();
    assertThat(gate.objection(host, Optional.empty(), Optional.of(gate.token() + "x")))
        .isPresent();
    assertThat(gate.objection(host, Optional.empty(), Optional.of(new Gate(Set.of()).token())))
        .isPresent();
    assertThat(gate.objection(Optional.empty(), Optional.empty(), token)).isPresent();
  }
}
