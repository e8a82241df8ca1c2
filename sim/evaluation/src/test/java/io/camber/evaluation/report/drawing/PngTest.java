package io.camber.evaluation.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.sensing.CameraImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PngTest {
  @Test
  void isReadBackPixelByPixelByAnotherImplementation() throws IOException {
    byte[] pixels = new byte[13 * 7 * 3];
    new Random(7).nextBytes(pixels);
    CameraImage image = new CameraImage("camera", 0, 13, 7, ByteBuffer.wrap(pixels));

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.encode(image, 1)));

    for (int y = 0; y < 7; y++) {
      for (int x = 0; x < 13; x++) {
        assertThat(read.getRGB(x, y) & 0xFFFFFF).isEqualTo(image.rgb(x, y));
      }
    }
  }

  @Test
  void shrinksByAveraging() throws IOException {
    byte[] pixels = {0, 0, 0, 100, 0, 0, 0, 40, 0, 100, 0, 80};
    CameraImage image = new CameraImage("camera", 0, 2, 2, ByteBuffer.wrap(pixels));

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.encode(image, 2)));

    assertThat(read.getWidth()).isEqualTo(1);
    assertThat(read.getRGB(0, 0) & 0xFFFFFF).isEqualTo((50 << 16) | (10 << 8) | 20);
  }
}
