package io.camber.app.log;

import io.camber.diagnostics.InputException;
import io.camber.sensing.CameraImage;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Camera images as picture files, or as a film where ffmpeg is installed. */
final class Frames {
  private Frames() {}

  static void writePng(CameraImage image, Path file) throws IOException {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        picture.setRGB(column, row, image.rgb(column, row));
      }
    }
    ImageIO.write(picture, "png", file.toFile());
  }

  /** A film being written by a process of ffmpeg that takes raw pictures. */
  static final class Film implements AutoCloseable {
    private final Process process;
    private final OutputStream pixels;
    private final int width;
    private final int height;

    Film(CameraImage first, double hz, Path file) {
      width = first.width();
      height = first.height();
      try {
        process = new ProcessBuilder(
                "ffmpeg",
                "-y",
                "-loglevel",
                "error",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgb24",
                "-s",
                width + "x" + height,
                "-r",
                String.format(Locale.ROOT, "%.4f", hz),
                "-i",
                "-",
                "-an",
                "-pix_fmt",
                "yuv420p",
                "-vf",
                "pad=ceil(iw/2)*2:ceil(ih/2)*2",
                "-f",
                "mp4",
                file.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
      } catch (IOException e) {
        throw new InputException(
            "a film needs ffmpeg, which does not start here; name a folder to get PNG files", e);
      }
      pixels = new BufferedOutputStream(process.getOutputStream(), 1 << 20);
    }

    void add(CameraImage image) throws IOException {
      if (image.width() != width || image.height() != height) {
        throw new InputException("the images change their size from " + width + "x" + height
            + " to " + image.width() + "x" + image.height());
      }
      byte[] rgb = new byte[width * height * CameraImage.PIXEL_BYTES];
      image.packed().get(rgb);
      pixels.write(rgb);
    }

    @Override
    public void close() throws IOException {
      pixels.close();
      try {
        if (process.waitFor() != 0) {
          throw new InputException("ffmpeg could not write the film");
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
