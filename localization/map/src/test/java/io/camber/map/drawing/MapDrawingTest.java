package io.camber.map.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.map.Crossing;
import io.camber.map.RoadMap;
import io.camber.map.Roads;
import io.camber.map.road.Extent;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapDrawingTest {
  @Test
  void pictureShowsAsphaltWhereTheRoadIsAndGroundElsewhere() {
    BufferedImage image = new MapDrawing(Crossing.map())
        .within(new Extent(-10.0, -50.0, 90.0, 50.0))
        .toImage(500);

    assertThat(image.getWidth()).isEqualTo(500);
    assertThat(image.getRGB(100, 250 + 5)).isNotEqualTo(Palette.GROUND.getRGB());
    assertThat(image.getRGB(100, 100)).isEqualTo(Palette.GROUND.getRGB());
  }

  @Test
  void svgIsWellFormedAndTheSameEveryTime() throws XMLStreamException {
    RoadMap map = Crossing.map();
    String svg = new MapDrawing(map).withIds().toSvg();

    XMLStreamReader reader =
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(svg));
    int elements = 0;
    while (reader.hasNext()) {
      elements += reader.next() == XMLStreamReader.START_ELEMENT ? 1 : 0;
    }

    assertThat(elements).isGreaterThan(20);
    assertThat(new MapDrawing(Crossing.map()).withIds().toSvg()).isEqualTo(svg);
  }

  @Test
  void anEmptyMapGivesAnEmptyPicture() {
    assertThat(new MapDrawing(Roads.parse("")).toImage(64).getWidth()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({"7, 5", "99, 50", "100, 100", "420, 200", "2.5, 2", "0.3, 1"})
  void scaleBarsHaveRoundLengths(double most, double expected) {
    assertThat(ScaleBar.roundLength(most)).isEqualTo(expected);
  }
}
