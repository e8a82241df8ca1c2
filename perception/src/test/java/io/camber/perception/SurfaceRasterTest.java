package io.camber.perception;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Vec2;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SurfaceRasterTest {
  private final Map<Long, List<Patch>> patches = new TreeMap<>();

  @Test
  void paintsASquareItsReachAndNothingElse() {
    add(0.0, Surface.ROAD);
    add(2.0, Surface.VERGE);

    SurfaceRaster raster = new SurfaceRaster(patches);

    assertThat(raster.at(5.0, 5.0)).isEqualTo(Surface.ROAD);
    assertThat(raster.at(-1.5, 5.0)).isEqualTo(Surface.VERGE);
    assertThat(raster.at(11.8, 5.0)).isEqualTo(Surface.VERGE);
    assertThat(raster.at(-2.5, 5.0)).isEqualTo(Surface.OUTSIDE);
    assertThat(raster.at(1e6, -1e6)).isEqualTo(Surface.OUTSIDE);
  }

  @Test
  void letsTheMoreRelevantSurfaceWinInAnyOrder() {
    add(0.0, Surface.WALKWAY);
    add(0.0, Surface.ROAD);
    add(0.0, Surface.VERGE);

    assertThat(new SurfaceRaster(patches).at(5.0, 5.0)).isEqualTo(Surface.ROAD);
  }

  @Test
  void agreesOnBothSidesOfATileBorder() {
    add(0.0, Surface.ROAD);
    SurfaceRaster raster = new SurfaceRaster(patches);

    for (double x = 0.125; x < 10.0; x += 0.25) {
      assertThat(raster.at(x, 0.125)).isEqualTo(Surface.ROAD);
      assertThat(raster.at(x, -0.125)).isEqualTo(Surface.OUTSIDE);
    }
  }

  @Test
  void doesNotPaintAPatchWithoutArea() {
    SurfaceRaster.file(
        new Patch(
            List.of(new Vec2(0, 0), new Vec2(8, 0), new Vec2(8, 0), new Vec2(0, 0)),
            0.0,
            Surface.ROAD),
        patches);

    assertThat(new SurfaceRaster(patches).at(100.0, 3.0)).isEqualTo(Surface.OUTSIDE);
    assertThat(new SurfaceRaster(patches).at(4.1, 3.0)).isEqualTo(Surface.OUTSIDE);
  }

  private void add(double reachM, Surface surface) {
    List<Vec2> square = List.of(new Vec2(0, 0), new Vec2(10, 0), new Vec2(10, 10), new Vec2(0, 10));
    SurfaceRaster.file(new Patch(square, reachM, surface), patches);
  }
}
