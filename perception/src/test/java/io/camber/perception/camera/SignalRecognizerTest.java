package io.camber.perception.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.geometry.Pose3;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalRecognizerTest {
  private static final Pose3 ORIGIN = Pose3.IDENTITY;

  @ParameterizedTest
  @EnumSource(names = {"RED", "RED_YELLOW", "YELLOW", "GREEN"})
  void readsEveryColourNearAndFarDespiteAPoseError(SignalColor color) {
    for (double range : new double[] {15, 40, 55}) {
      for (double shift : new double[] {-2.0, 2.5}) {
        LightHead head = head("7", range, 3.0);
        SignalRecognizer recognizer = new SignalRecognizer(List.of(head), List.of());
        SignalState state = new SignalState("7", SignalColor.UNKNOWN, 0.0);
        for (int k = 0; k < 4; k++) {
          CameraImage image =
              new PaintedImage(k).head(head, color, shift, -shift).expose(k * 100_000_000L);
          state = only(recognizer, image);
        }

        assertThat(state.color()).as("%s m, shift %s px", range, shift).isEqualTo(color);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RED", "RED_YELLOW"})
  void readsStopAsStopAtSeventyMetres(SignalColor color) {
    LightHead head = head("7", 70.0, 3.0);
    SignalRecognizer recognizer = new SignalRecognizer(List.of(head), List.of());
    SignalColor read = SignalColor.UNKNOWN;
    for (int k = 0; k < 4; k++) {
      read = only(recognizer, new PaintedImage(k).head(head, color, 1, 1).expose(k * 100_000_000L))
          .color();
    }

    assertThat(read).isIn(SignalColor.RED, SignalColor.RED_YELLOW);
  }

  @Test
  void saysNothingOfHeadsTooSmallTurnedAwayOrOutsideTheImage() {
    LightHead far = head("far", 120.0, 0.0);
    LightHead away = new LightHead("away", new Pose3(30, 0, 4, 0.0, 0, 0), 1.0);
    LightHead outside = head("outside", 10.0, 20.0);
    PaintedImage painted = new PaintedImage(1);
    for (LightHead head : List.of(far, away, outside)) {
      painted.head(head, SignalColor.GREEN, 0.0, 0.0);
    }
    SignalRecognizer recognizer = new SignalRecognizer(List.of(far, away, outside), List.of());
    for (int k = 0; k < 5; k++) {
      assertThat(recognizer
              .update(painted.expose(k * 100_000_000L), PaintedImage.CALIBRATION, ORIGIN)
              .signals())
          .hasSize(3)
          .allMatch(state -> state.color() == SignalColor.UNKNOWN);
    }
  }

  @Test
  void neverShowsGreenForASingleGreenImage() {
    LightHead head = head("7", 40.0, 3.0);
    SignalRecognizer recognizer = new SignalRecognizer(List.of(head), List.of());
    for (int k = 0; k < 30; k++) {
      SignalColor shown = k % 5 == 2 ? SignalColor.GREEN : SignalColor.RED;
      CameraImage image = new PaintedImage(k).head(head, shown, 0, 0).expose(k * 100_000_000L);

      assertThat(only(recognizer, image).color()).isNotEqualTo(SignalColor.GREEN);
    }
  }

  @Test
  void turnsRedWithinTwoImagesAndGreenWithinFour() {
    LightHead head = head("7", 40.0, 3.0);
    SignalRecognizer recognizer = new SignalRecognizer(List.of(head), List.of());
    SignalColor[] shown = new SignalColor[30];
    SignalColor[] read = new SignalColor[30];
    for (int k = 0; k < 30; k++) {
      shown[k] = k < 10 ? SignalColor.RED : k < 20 ? SignalColor.GREEN : SignalColor.RED;
      CameraImage image = new PaintedImage(k).head(head, shown[k], 0, 0).expose(k * 100_000_000L);
      read[k] = only(recognizer, image).color();
    }

    assertThat(read[9]).isEqualTo(SignalColor.RED);
    assertThat(read[13]).isEqualTo(SignalColor.GREEN);
    assertThat(read[20]).isNotEqualTo(SignalColor.GREEN);
    assertThat(read[21]).isEqualTo(SignalColor.RED);
  }

  @Test
  void takesADarkHeadForOffAndAHiddenOneForUnknown() {
    LightHead head = head("7", 20.0, 3.0);
    SignalRecognizer off = new SignalRecognizer(List.of(head), List.of());
    SignalRecognizer hidden = new SignalRecognizer(List.of(head), List.of());
    SignalColor seenOff = SignalColor.UNKNOWN;
    SignalColor seenHidden = SignalColor.UNKNOWN;
    for (int k = 0; k < 8; k++) {
      long timeNs = k * 100_000_000L;
      seenOff = only(off, new PaintedImage(k).head(head, SignalColor.OFF, 0, 0).expose(timeNs))
          .color();
      seenHidden = only(hidden, new PaintedImage(k).expose(timeNs)).color();
    }

    assertThat(seenOff).isEqualTo(SignalColor.OFF);
    assertThat(seenHidden).isEqualTo(SignalColor.UNKNOWN);
  }

  @Test
  void isNotImpressedByABrakeLightBehindTheGreenLamp() {
    LightHead head = head("7", 40.0, 3.0);
    SignalRecognizer recognizer = new SignalRecognizer(List.of(head), List.of());
    SignalColor read = SignalColor.UNKNOWN;
    for (int k = 0; k < 6; k++) {
      CameraImage image = new PaintedImage(k)
          .head(head, SignalColor.GREEN, 0, 0)
          .spot(285.0, 190.0, 3.0, 240, 30, 25)
          .expose(k * 100_000_000L);
      read = only(recognizer, image).color();
    }

    assertThat(read).isEqualTo(SignalColor.GREEN);
  }

  @Test
  void letsAHeadOfTheSameGroupSpeakForOneOutOfView() {
    LightHead above = new LightHead("1", new Pose3(5.0, 0, 6.0, Math.PI, 0, 0), 1.0);
    LightHead ahead = head("2", 30.0, 3.0);
    SignalRecognizer recognizer =
        new SignalRecognizer(List.of(above, ahead), List.of(List.of("1", "2")));
    List<SignalState> states = List.of();
    for (int k = 0; k < 5; k++) {
      CameraImage image =
          new PaintedImage(k).head(ahead, SignalColor.RED, 0, 0).expose(k * 100_000_000L);
      states = recognizer.update(image, PaintedImage.CALIBRATION, ORIGIN).signals();
    }

    assertThat(states).extracting(SignalState::signalId).containsExactly("1", "2");
    assertThat(states.get(0).color()).isEqualTo(SignalColor.RED);
    assertThat(states.get(0).confidence()).isLessThan(states.get(1).confidence());
  }

  @Test
  void forgetsAfterASecondWithoutAReading() {
    LightHead head = head("7", 40.0, 3.0);
    SignalRecognizer recognizer = new SignalRecognizer(List.of(head), List.of());
    for (int k = 0; k < 5; k++) {
      only(
          recognizer,
          new PaintedImage(k).head(head, SignalColor.GREEN, 0, 0).expose(k * 100_000_000L));
    }

    SignalState later = only(recognizer, new PaintedImage(9).expose(1_700_000_000L));

    assertThat(later.color()).isEqualTo(SignalColor.UNKNOWN);
  }

  @Test
  void refusesAnImageOfAnotherSizeThanTheCalibration() {
    SignalRecognizer recognizer = new SignalRecognizer(List.of(), List.of());
    CameraCalibration other =
        new CameraCalibration("camera_front", ORIGIN, 320, 180, 228, 228, 160, 90, 0, 0);

    assertThatThrownBy(() -> recognizer.update(new PaintedImage(1).expose(0L), other, ORIGIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("640x360");
  }

  private static LightHead head(String id, double x, double y) {
    return new LightHead(id, new Pose3(x, y, 3.0, Math.PI, 0.0, 0.0), 1.0);
  }

  private static SignalState only(SignalRecognizer recognizer, CameraImage image) {
    List<SignalState> states =
        recognizer.update(image, PaintedImage.CALIBRATION, ORIGIN).signals();
    assertThat(states).hasSize(1);
    return states.get(0);
  }
}
