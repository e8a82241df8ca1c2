package io.camber.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.ByteString;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.PayloadBuffer;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.MapFile;
import io.camber.scene.ObjectClass;
import io.camber.sensing.CameraImage;
import io.camber.sensing.LidarSweep;
import io.camber.truth.CameraBox;
import io.camber.truth.CameraLayer;
import io.camber.truth.CameraLayers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BulkCodecTest {
  @Test
  void writesPlainProtobufForEverybodyElse() throws Exception {
    PayloadBuffer buffer = encoded();

    var plain = io.camber.messages.proto.LidarSweep.parseFrom(buffer.view());

    assertThat(plain.getSensorId()).isEqualTo("lidar_top");
    assertThat(plain.getPointCount()).isEqualTo(1);
    assertThat(plain.getPoints().size()).isEqualTo(LidarSweep.POINT_BYTES);
  }

  @Test
  void writesTheSameBytesInPlaceAsInABuffer() {
    LidarSweep sweep = SensingCodec.LIDAR_SWEEP.decode(encoded().view());
    ByteBuffer[] claimed = new ByteBuffer[1];

    boolean isDone = SensingCodec.LIDAR_SWEEP.encodeInto(sweep, length -> {
      ByteBuffer room = ByteBuffer.allocateDirect(length + 24);
      claimed[0] = room.slice(8, length);
      return room.limit(8 + length).position(8);
    });

    assertThat(isDone).isTrue();
    assertThat(claimed[0]).isEqualTo(encoded().view());
  }

  @Test
  void writesNothingWhereNoRoomIsGiven() {
    LidarSweep sweep = SensingCodec.LIDAR_SWEEP.decode(encoded().view());

    assertThat(SensingCodec.LIDAR_SWEEP.encodeInto(sweep, length -> null)).isTrue();
  }

  @Test
  void readsWhatPlainProtobufWrites() {
    byte[] plain = io.camber.messages.proto.LidarSweep.newBuilder()
        .setSensorId("lidar_top")
        .setTimeNs(5)
        .setPoints(ByteString.copyFrom(new byte[LidarSweep.POINT_BYTES * 3]))
        .build()
        .toByteArray();

    LidarSweep sweep = SensingCodec.LIDAR_SWEEP.decode(ByteBuffer.wrap(plain));

    assertThat(sweep.size()).isEqualTo(3);
    assertThat(sweep.timeNs()).isEqualTo(5);
  }

  @Test
  void stepsOverFieldsOfLaterVersions() throws Exception {
    var later = com.google.protobuf.UnknownFieldSet.newBuilder()
        .addField(200, field().addVarint(-1).addFixed32(7).addFixed64(8).build())
        .addField(
            201, field().addLengthDelimited(ByteString.copyFrom(new byte[300])).build())
        .build();
    byte[] header = io.camber.messages.proto.LidarSweep.newBuilder()
        .setSensorId("lidar_top")
        .setUnknownFields(later)
        .build()
        .toByteArray();
    PayloadBuffer buffer = new PayloadBuffer(8);
    buffer.append(ByteBuffer.wrap(header));
    buffer.append(encoded().view());

    LidarSweep sweep = SensingCodec.LIDAR_SWEEP.decode(buffer.view());

    assertThat(sweep.sensorId()).isEqualTo("lidar_top");
    assertThat(sweep.x(0)).isEqualTo(1f);
  }

  @Test
  void refusesANumberThatIsCutAndAGroup() {
    byte[] cut = {15 << 3, (byte) 0x80};
    byte[] group = {15 << 3 | 3, 15 << 3 | 4};

    assertThatThrownBy(() -> SensingCodec.LIDAR_SWEEP.decode(ByteBuffer.wrap(cut)))
        .isInstanceOf(MalformedMessageException.class);
    assertThatThrownBy(() -> SensingCodec.LIDAR_SWEEP.decode(ByteBuffer.wrap(group)))
        .isInstanceOf(MalformedMessageException.class);
  }

  private static com.google.protobuf.UnknownFieldSet.Field.Builder field() {
    return com.google.protobuf.UnknownFieldSet.Field.newBuilder();
  }

  @Test
  void decodesAViewOfThePayloadWithoutCopying() {
    byte[] bytes = new byte[encoded().length()];
    encoded().view().get(bytes);

    LidarSweep sweep = SensingCodec.LIDAR_SWEEP.decode(ByteBuffer.wrap(bytes));
    float before = sweep.x(0);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(bytes.length - LidarSweep.POINT_BYTES, 42f);

    assertThat(before).isEqualTo(1f);
    assertThat(sweep.x(0)).isEqualTo(42f);
  }

  @Test
  void readsTheSameFromEveryKindOfMemory() {
    int length = encoded().length();
    ByteBuffer inArray = ByteBuffer.allocate(length + 12).position(3).slice();
    inArray.put(4, encoded().view(), 0, length).limit(4 + length).position(4);
    ByteBuffer outside = ByteBuffer.allocateDirect(length).put(encoded().view()).flip();

    for (ByteBuffer payload : List.of(inArray, inArray.asReadOnlyBuffer(), outside)) {
      ByteBuffer before = payload.duplicate();
      LidarSweep sweep = SensingCodec.LIDAR_SWEEP.decode(payload);

      assertThat(sweep.sensorId()).isEqualTo("lidar_top");
      assertThat(sweep.x(0)).isEqualTo(1f);
      assertThat(sweep.packed().isReadOnly()).isTrue();
      assertThat(payload).isEqualTo(before);
    }
  }

  @Test
  void keepsEveryPixel() {
    ByteBuffer pixels = ByteBuffer.allocate(2 * 2 * CameraImage.PIXEL_BYTES);
    pixels.put(9, (byte) 200).put(10, (byte) 100).put(11, (byte) 50);
    PayloadBuffer buffer = new PayloadBuffer(8);

    SensingCodec.CAMERA_IMAGE.encode(new CameraImage("camera_front", 3, 2, 2, pixels), buffer);

    assertThat(SensingCodec.CAMERA_IMAGE.decode(buffer.view()).rgb(1, 1)).isEqualTo(0xc86432);
  }

  @Test
  void aCompressedImageTravelsAsItsFile() {
    CameraImage image = Jpeg.compressed(shades(64, 48));
    PayloadBuffer buffer = new PayloadBuffer(8);

    SensingCodec.CAMERA_IMAGE.encode(image, buffer);
    CameraImage received = SensingCodec.CAMERA_IMAGE.decode(buffer.view());

    assertThat(buffer.view().remaining()).isLessThan(64 * 48);
    assertThat(received.jpeg()).isEqualTo(image.jpeg());
    assertThat(received.packed()).isEqualTo(image.packed());
    assertThat(received.rgb(0, 0) >> 16).isCloseTo(0, within(12));
    assertThat(received.rgb(63, 0) >> 16).isCloseTo(252, within(12));
  }

  @Test
  void refusesAFileThatIsNotOfTheSizeItClaims() {
    CameraImage image = Jpeg.compressed(shades(64, 48));
    CameraImage liar = new CameraImage("camera_front", 0, 32, 96, image.packed(), image.jpeg());
    CameraImage broken = new CameraImage(
        "camera_front", 0, 64, 48, image.packed(), Optional.of(ByteBuffer.allocate(100)));

    assertThatThrownBy(() -> sent(liar))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("64x48 pixels, not 32x96");
    assertThatThrownBy(() -> sent(broken)).isInstanceOf(MalformedMessageException.class);
    assertThatThrownBy(() -> Jpeg.decode("camera", 0, 65_000, 65_000, ByteBuffer.allocate(9)))
        .hasMessageContaining("65000x65000 pixels");
  }

  @Test
  void refusesAFileThatIsCutOff() {
    CameraImage image = Jpeg.compressed(shades(64, 48));
    ByteBuffer whole = image.jpeg().orElseThrow();
    ByteBuffer half = whole.slice(0, whole.remaining() * 2 / 3);
    CameraImage cut = new CameraImage("camera_front", 0, 64, 48, image.packed(), Optional.of(half));

    assertThatThrownBy(() -> sent(cut))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("cut off");
  }

  private static CameraImage sent(CameraImage image) {
    PayloadBuffer buffer = new PayloadBuffer(8);
    SensingCodec.CAMERA_IMAGE.encode(image, buffer);
    return SensingCodec.CAMERA_IMAGE.decode(buffer.view());
  }

  /** Redder to the right. */
  private static CameraImage shades(int width, int height) {
    ByteBuffer pixels = ByteBuffer.allocate(width * height * CameraImage.PIXEL_BYTES);
    for (int i = 0; i < width * height; i++) {
      pixels.put((byte) (i % width * 4)).put((byte) 90).put((byte) 90);
    }
    return new CameraImage("camera_front", 3, width, height, pixels.flip());
  }

  @Test
  void keepsPlanesAndBoxesOfAnImagesTruth() {
    ByteBuffer planes = ByteBuffer.allocate(2 * 6).order(ByteOrder.LITTLE_ENDIAN);
    planes.putFloat(12.5f).putFloat(Float.POSITIVE_INFINITY).putShort((short) 1).putShort((short)
        0);
    planes.flip();
    CameraBox box = new CameraBox(
        "Car",
        ObjectClass.CAR,
        0,
        0,
        1,
        1,
        1,
        new Pose3(12, 1, 0, 0.1, 0, 0),
        new Size3(4, 2, 1.5));
    PayloadBuffer buffer = new PayloadBuffer(8);

    LayerCodec.CAMERA_LAYERS.encode(
        new CameraLayers(
            "camera_front",
            7,
            2,
            1,
            Set.of(CameraLayer.INSTANCE, CameraLayer.DEPTH),
            List.of(box),
            planes),
        buffer);
    CameraLayers decoded = LayerCodec.CAMERA_LAYERS.decode(buffer.view());

    assertThat(decoded.boxes()).containsExactly(box);
    assertThat(decoded.layers()).containsExactly(CameraLayer.DEPTH, CameraLayer.INSTANCE);
    assertThat(decoded.depthM(0, 0)).isEqualTo(12.5f);
    assertThat(decoded.depthM(1, 0)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(decoded.instance(0, 0)).isEqualTo(1);
    assertThatThrownBy(() -> decoded.flowRightPx(0, 0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesACutPayload() {
    ByteBuffer cut = encoded().view().slice(0, encoded().length() - 1);

    assertThatThrownBy(() -> SensingCodec.LIDAR_SWEEP.decode(cut))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void carriesTheMapFileByteForByte() {
    PayloadBuffer buffer = new PayloadBuffer(8);
    SceneCodec.MAP.encode(
        new MapFile("town", "<OpenDRIVE/>".getBytes(StandardCharsets.UTF_8)), buffer);

    MapFile map = SceneCodec.MAP.decode(buffer.view());

    assertThat(map.name()).isEqualTo("town");
    assertThat(StandardCharsets.UTF_8.decode(map.content()).toString()).isEqualTo("<OpenDRIVE/>");
  }

  private static PayloadBuffer encoded() {
    ByteBuffer points = ByteBuffer.allocate(LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    LidarSweep.put(points, 1f, 2f, 3f, 4, 5, 6);
    PayloadBuffer buffer = new PayloadBuffer(8);
    SensingCodec.LIDAR_SWEEP.encode(new LidarSweep("lidar_top", 0, 100, points.flip()), buffer);
    return buffer;
  }
}
